"""`quizapp exercise`: numeric exercises without a sitting."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.common import bank_option, json_option, print_json
from quizapp.cli.opening import open_compiled_bank

if TYPE_CHECKING:
    from quizapp.items import Exercise


@click.group("exercise")
def exercise_group() -> None:
    """계산 연습 문제의 기술과 틀을 보고 만듭니다."""


@exercise_group.command("list")
@json_option
@click.option("--md", "as_markdown", is_flag=True, help="기술마다 한 줄인 Markdown 표로")
@bank_option
@click.pass_obj
def list_templates(outer: Path | None, as_json: bool, as_markdown: bool, bank: Path | None) -> None:
    """기술과 틀의 목록."""
    from quizapp.usecases.export import template_rows

    rows = list(template_rows(open_compiled_bank(bank or outer)))
    if as_json:
        print_json(rows)
    elif as_markdown:
        from quizapp.sheet import skill_table

        click.echo(skill_table(rows), nl=False)
    else:
        for row in rows:
            click.echo(f"{row['syllabus'] or '-':9} {row['template']}  {row['title']}")


@exercise_group.command("make")
@click.argument("name")
@click.option("--seed", type=click.IntRange(0, 2**31 - 1), required=True, help="같은 번호면 같은 문제")
@click.option("--count", type=click.IntRange(1, 100_000), default=1, show_default=True, help="이어지는 번호로 몇 개")
@click.option("--difficulty", type=click.Choice(["paper", "extended"]), default="paper", show_default=True)
@json_option
@bank_option
@click.pass_obj
def make_exercises(outer: Path | None, name: str, seed: int, count: int, difficulty: str, as_json: bool, bank: Path | None) -> None:
    """기술이나 틀 NAME의 문제를 만듭니다."""
    from quizapp.exercises.make import make
    from quizapp.items import Difficulty
    from quizapp.usecases.export import exercise_row

    opened = open_compiled_bank(bank or outer)
    exercises: Iterable[Exercise] = (make(name, number, Difficulty(difficulty)) for number in range(seed, seed + count))
    if as_json:
        print_json(exercise_row(opened, exercise) for exercise in exercises)
    else:
        from quizapp.plain import show_exercise

        for exercise in exercises:
            show_exercise(exercise, sys.stdout)


@exercise_group.command("sheet")
@click.argument("names", nargs=-1, required=True, metavar="SKILL …")
@click.option("--count", type=click.IntRange(1, 500), default=10, show_default=True, help="모두 몇 문제")
@click.option("--seed", type=click.IntRange(0, 2**31 - 1), required=True, help="같은 번호면 같은 문제지")
@click.option("--difficulty", type=click.Choice(["paper", "extended"]), default="paper", show_default=True)
@click.option("--answers", is_flag=True, help="풀이를 뒤에 붙인다")
@click.option("--format", "form", type=click.Choice(["md", "html"]), default="md", show_default=True)
@bank_option
def sheet(names: tuple[str, ...], count: int, seed: int, difficulty: str, answers: bool, form: str, bank: Path | None) -> None:
    """종이에 풀 연습 문제지를 만듭니다. 기술을 여럿 쓰면 번갈아 냅니다."""
    del bank  # taken as by every other command; a sheet names no topic
    from quizapp.exercises.make import make
    from quizapp.items import Difficulty
    from quizapp.sheet import html, markdown

    exercises = [make(names[at % len(names)], seed + at, Difficulty(difficulty)) for at in range(count)]
    click.echo((html if form == "html" else markdown)(exercises, answers=answers))
