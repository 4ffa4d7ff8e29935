"""`quizapp bank`: the question bank, for those who write and check it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from quizapp.cli.common import bank_option, json_option, print_json
from quizapp.cli.opening import bank_folder, open_compiled_bank, read_source_bank


@click.group("bank")
def bank_group() -> None:
    """문제은행을 살피고 내보냅니다."""


@bank_group.command("export")
@json_option
@bank_option
@click.pass_obj
def export(outer: Path | None, as_json: bool, bank: Path | None) -> None:
    """모든 문항과 카드를 한 줄에 하나씩 내보냅니다 (JSON)."""
    del as_json  # there is no other form
    from quizapp.usecases.export import bank_rows

    print_json(bank_rows(open_compiled_bank(bank or outer)))


@bank_group.command("check")
@click.option("--guessers", is_flag=True, help="보기의 꼴만 보고 맞히는 어림짐작들의 점수도 잰다")
@bank_option
@click.pass_obj
def check_bank(outer: Path | None, guessers: bool, bank: Path | None) -> None:
    """규칙에 어긋난 곳을 FILE:LINE: CODE ID 메시지로 알립니다. 없으면 0, 있으면 1로 끝납니다."""
    from quizapp.bank.check import check
    from quizapp.bank.load import read_files
    from quizapp.exercises.template import templates

    source = read_files(bank_folder(bank or outer))
    problems = check(source, {template.skill for template in templates().values()})
    for problem in problems:
        click.echo(f"{'(참고) ' if problem.warning else ''}{problem}", err=problem.warning)
    has_faults = any(not problem.warning for problem in problems)
    if guessers and source.is_usable:
        from quizapp.bank.guessers import guess

        for result in guess(source):
            sign = "!" if result.is_clue else " "
            click.echo(f"{sign} {result.share:6.1%} (한도 {result.limit:.1%})  {result.guesser:13} {result.items:>4}문항  {result.group}")
            has_faults = has_faults or result.is_clue
    sys.exit(has_faults)


@bank_group.command("stats")
@json_option
@bank_option
@click.pass_obj
def stats(outer: Path | None, as_json: bool, bank: Path | None) -> None:
    """코드·종류·수준별 개수, 아직 묻지 않은 논점, 읽지 못한 법령."""
    from dataclasses import asdict

    from quizapp.bank.stats import bank_stats
    from quizapp.plain import show_bank_stats

    source = read_source_bank(bank or outer)
    found = bank_stats(source)
    if as_json:
        print_json([asdict(found)])
    else:
        show_bank_stats(found.total, found.by_code, source.syllabus, len(found.open_points), found.unread_laws, sys.stdout)


@bank_group.command("schema")
@click.argument("part", type=click.Choice(["items", "points", "glossary", "syllabus", "exam", "skills"]), default="items")
def schema(part: str) -> None:
    """편집기가 쓸 JSON Schema를 내보냅니다."""
    from quizapp.bank.schema import json_schema

    click.echo(json.dumps(json_schema(part), ensure_ascii=False, indent=2))


@bank_group.command("search")
@click.argument("words", nargs=-1, required=True)
@bank_option
@click.pass_obj
def search(outer: Path | None, words: tuple[str, ...], bank: Path | None) -> None:
    """낱말의 한 부분이나 초성(ㅈㅎㄷ)으로 문항을 찾습니다."""
    opened = open_compiled_bank(bank or outer)
    for ref in opened.search(" ".join(words)):
        click.echo(f"{ref.id}  {ref.kind}  {opened.syllabus.label(ref.syllabus)}")
