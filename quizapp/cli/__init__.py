"""The commands. Each imports what it needs when it runs, so that none pays for another."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from quizapp import __version__
from quizapp.errors import QuizappError

if TYPE_CHECKING:
    from quizapp.items import Exercise
    from quizapp.usecases.desk import Desk

# Textual 8.2.7 and later ask the terminal for a keyboard protocol under which several terminals lose Hangul; it reads this once, at import.
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")

QUIZ_KINDS = ("choice", "term", "cloze", "order", "card", "ox", "exercise")

Command = TypeVar("Command", bound=Callable[..., Any])

_bank = click.option("--bank", "bank", type=click.Path(path_type=Path), help="다른 문제은행 폴더")
_json = click.option("--json", "as_json", is_flag=True, help="프로그램이 읽을 꼴로 (한 줄에 하나)")
_plain = click.option("--plain", is_flag=True, help="화면 대신 글로 (파이프, 화면 읽기 프로그램)")
_topic = click.option("--topic", "topics", multiple=True, metavar="CODE", help="출제기준 코드, 여러 번 쓸 수 있음 (예: 3-2)")
_seed = click.option("--seed", type=click.IntRange(0, 2**31 - 1), help="같은 번호면 같은 문제")


def main() -> None:
    """Runs a command; a failure is told in one sentence on standard error and ends with status 1."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # pipes on Korean Windows are cp949, which lacks many signs
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        quizapp(prog_name="quizapp")
    except QuizappError as error:
        click.echo(f"quizapp: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:  # the reader of our output has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="quizapp", message="%(prog)s %(version)s")
@_bank
@click.pass_context
def quizapp(context: click.Context, bank: Path | None) -> None:
    """빅데이터분석기사 필기를 터미널에서 준비합니다. 명령 없이 부르면 첫 화면이 열립니다."""
    context.obj = bank
    if context.invoked_subcommand is None:
        if not _has_screen():
            click.echo(context.get_help())
            return
        from quizapp.tui.app import run

        run(_open_desk(bank))


@quizapp.command()
@_topic
@click.option("--count", type=click.IntRange(1, 200), default=10, show_default=True, help="문항 수")
@_seed
@click.option("--kind", "kinds", multiple=True, type=click.Choice(QUIZ_KINDS), help="문항의 종류, 여러 번 쓸 수 있음")
@_plain
@_bank
@click.pass_obj
def quiz(
    outer: Path | None, topics: tuple[str, ...], count: int, seed: int | None, kinds: tuple[str, ...], plain: bool, bank: Path | None
) -> None:
    """주제를 골라 풀고, 답할 때마다 까닭을 봅니다."""
    from quizapp.usecases.start import DEFAULT_KINDS, start_quiz

    desk = _open_desk(bank or outer)
    sitting = start_quiz(desk, topics, count, seed, kinds or DEFAULT_KINDS)
    if plain or not _has_screen():
        from quizapp.plain import run_sitting

        run_sitting(desk, sitting, sys.stdin, sys.stdout)
    else:
        from quizapp.tui.app import run

        run(desk, sitting)


@quizapp.command()
@_json
@_bank
@click.pass_obj
def stats(outer: Path | None, as_json: bool, bank: Path | None) -> None:
    """지금까지의 풀이를 과목별로 봅니다."""
    from quizapp.usecases.statistics import statistics

    desk = _open_desk(bank or outer)
    summary = statistics(desk)
    if as_json:
        _print_json([summary])
    else:
        from quizapp.plain import show_statistics

        show_statistics(summary, sys.stdout)


@quizapp.group("bank")
def bank_group() -> None:
    """문제은행을 살피고 내보냅니다."""


@bank_group.command("export")
@_json
@_bank
@click.pass_obj
def bank_export(outer: Path | None, as_json: bool, bank: Path | None) -> None:
    """모든 문항과 카드를 한 줄에 하나씩 내보냅니다 (JSON)."""
    del as_json  # there is no other form
    from quizapp.usecases.export import bank_rows

    _print_json(bank_rows(_open_bank(bank or outer)))


@bank_group.command("check")
@_bank
@click.pass_obj
def bank_check(outer: Path | None, bank: Path | None) -> None:
    """규칙에 어긋난 곳을 FILE:LINE: CODE ID 메시지로 알립니다. 없으면 0, 있으면 1로 끝납니다."""
    from quizapp.bank.check import check
    from quizapp.bank.load import read_bank

    problems = check(read_bank(_bank_folder(bank or outer)))
    for problem in problems:
        click.echo(f"{'(참고) ' if problem.warning else ''}{problem}", err=problem.warning)
    sys.exit(any(not problem.warning for problem in problems))


@quizapp.group("exercise")
def exercise_group() -> None:
    """계산 연습 문제의 기술과 틀을 보고 만듭니다."""


@exercise_group.command("list")
@_json
@_bank
@click.pass_obj
def exercise_list(outer: Path | None, as_json: bool, bank: Path | None) -> None:
    """기술과 틀의 목록."""
    from quizapp.usecases.export import template_rows

    rows = list(template_rows(_open_bank(bank or outer)))
    if as_json:
        _print_json(rows)
    else:
        for row in rows:
            click.echo(f"{row['syllabus'] or '-':9} {row['template']}  {row['title']}")


@exercise_group.command("make")
@click.argument("name")
@click.option("--seed", type=click.IntRange(0, 2**31 - 1), required=True, help="같은 번호면 같은 문제")
@click.option("--count", type=click.IntRange(1, 100_000), default=1, show_default=True, help="이어지는 번호로 몇 개")
@click.option("--difficulty", type=click.Choice(["paper", "extended"]), default="paper", show_default=True)
@_json
@_bank
@click.pass_obj
def exercise_make(outer: Path | None, name: str, seed: int, count: int, difficulty: str, as_json: bool, bank: Path | None) -> None:
    """기술이나 틀 NAME의 문제를 만듭니다."""
    from quizapp.exercises.make import make
    from quizapp.items import Difficulty
    from quizapp.usecases.export import exercise_row

    opened = _open_bank(bank or outer)
    exercises: Iterable[Exercise] = (make(name, number, Difficulty(difficulty)) for number in range(seed, seed + count))
    if as_json:
        _print_json(exercise_row(opened, exercise) for exercise in exercises)
    else:
        from quizapp.plain import show_exercise

        for exercise in exercises:
            show_exercise(exercise, sys.stdout)


@quizapp.group("db")
def db_group() -> None:
    """풀이 기록 파일."""


@db_group.command("path")
@_bank
@click.pass_obj
def db_path(outer: Path | None, bank: Path | None) -> None:
    """기록 파일이 있는 곳."""
    from quizapp.paths import folders

    click.echo(folders().database(_open_bank(bank or outer).exam.id))


@db_group.command("export")
@_json
@_bank
@click.pass_obj
def db_export(outer: Path | None, as_json: bool, bank: Path | None) -> None:
    """모든 답을 한 줄에 하나씩 내보냅니다 (JSON)."""
    del as_json  # there is no other form
    from quizapp.store.answers import log

    _print_json(log(_open_desk(bank or outer).database))


def _has_screen() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _bank_folder(bank: Path | None) -> Path:
    from quizapp.paths import default_bank

    return bank or default_bank()


def _open_bank(bank: Path | None) -> Any:
    from quizapp.bank.open import open_bank
    from quizapp.paths import folders

    return open_bank(_bank_folder(bank), folders().cache, _tell_compiling)


def _open_desk(bank: Path | None) -> Desk:
    from quizapp.paths import folders
    from quizapp.usecases.opening import open_desk

    return open_desk(_bank_folder(bank), folders(), _tell_compiling)


def _tell_compiling() -> None:
    click.echo("문제은행을 준비하고 있습니다…", err=True)


def _print_json(rows: Iterable[dict[str, Any]]) -> None:
    for row in rows:
        click.echo(json.dumps(row, ensure_ascii=False))
