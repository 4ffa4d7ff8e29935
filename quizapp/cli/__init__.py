"""The commands. Each imports what it needs when it runs, so that none pays for another."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from quizapp import __version__
from quizapp.cli.bank import bank_group
from quizapp.cli.common import bank_option, has_screen, json_option, open_learner_desk, plain_option, print_json, seed_option, topic_option
from quizapp.cli.data import backup, db_group, restore
from quizapp.cli.exercise import exercise_group
from quizapp.errors import QuizappError

# Textual 8.2.7 and later ask the terminal for a keyboard protocol under which several terminals lose Hangul; it reads this once, at import.
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")

QUIZ_KINDS = ("choice", "term", "cloze", "order", "card", "ox", "exercise")


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
    except Exception:  # noqa: BLE001 - a learner is told what to do; what a developer needs goes into a file
        from quizapp.reports import keep_report

        click.echo(f"quizapp: {keep_report()}", err=True)
        sys.exit(1)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="quizapp", message="%(prog)s %(version)s")
@bank_option
@click.pass_context
def quizapp(context: click.Context, bank: Path | None) -> None:
    """빅데이터분석기사 필기를 터미널에서 준비합니다. 명령 없이 부르면 첫 화면이 열립니다."""
    context.obj = bank
    if context.invoked_subcommand is None:
        if not has_screen():
            click.echo(context.get_help())
            return
        from quizapp.tui.app import run

        run(open_learner_desk(bank))


@quizapp.command()
@topic_option
@click.option("--count", type=click.IntRange(1, 200), default=10, show_default=True, help="문항 수")
@seed_option
@click.option("--kind", "kinds", multiple=True, type=click.Choice(QUIZ_KINDS), help="문항의 종류, 여러 번 쓸 수 있음")
@plain_option
@bank_option
@click.pass_obj
def quiz(
    outer: Path | None, topics: tuple[str, ...], count: int, seed: int | None, kinds: tuple[str, ...], plain: bool, bank: Path | None
) -> None:
    """주제를 골라 풀고, 답할 때마다 까닭을 봅니다."""
    from quizapp.usecases.start import DEFAULT_KINDS, start_quiz

    desk = open_learner_desk(bank or outer)
    sitting = start_quiz(desk, topics, count, seed, kinds or DEFAULT_KINDS)
    if plain or not has_screen():
        from quizapp.plain import run_sitting

        run_sitting(desk, sitting, sys.stdin, sys.stdout)
    else:
        from quizapp.tui.app import run

        run(desk, sitting)


@quizapp.command()
@json_option
@bank_option
@click.pass_obj
def stats(outer: Path | None, as_json: bool, bank: Path | None) -> None:
    """지금까지의 풀이를 과목별로 봅니다."""
    from quizapp.usecases.statistics import statistics

    summary = statistics(open_learner_desk(bank or outer))
    if as_json:
        print_json([summary])
    else:
        from quizapp.plain import show_statistics

        show_statistics(summary, sys.stdout)


for command in (bank_group, exercise_group, db_group, backup, restore):
    quizapp.add_command(command)
