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
@bank_option
@click.pass_obj
def list_templates(outer: Path | None, as_json: bool, bank: Path | None) -> None:
    """기술과 틀의 목록."""
    from quizapp.usecases.export import template_rows

    rows = list(template_rows(open_compiled_bank(bank or outer)))
    if as_json:
        print_json(rows)
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
