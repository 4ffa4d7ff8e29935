"""The commands as click knows them. Each imports what it needs when it runs, so that none pays for another."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp import __version__
from quizapp.cli.common import bank_option, json_option, plain_option, print_json, seed_option, topic_option
from quizapp.cli.opening import close_with_a_copy, has_screen, open_home, open_learner_desk
from quizapp.errors import NothingToResumeError

if TYPE_CHECKING:
    from quizapp.study.sitting import Sitting
    from quizapp.usecases.desk import Desk

QUIZ_KINDS = ("choice", "term", "cloze", "order", "card", "ox", "exercise")


LAZY = {
    "bank": ("quizapp.cli.bank", "bank_group"),
    "exam": ("quizapp.cli.exam", "exam_group"),
    "notebook": ("quizapp.cli.notebook", "notebook"),
    "exercise": ("quizapp.cli.exercise", "exercise_group"),
    "db": ("quizapp.cli.data", "db_group"),
    "backup": ("quizapp.cli.data", "backup"),
    "restore": ("quizapp.cli.data", "restore"),
    "config": ("quizapp.cli.data", "config_group"),
}
"""Commands by the module that defines them, imported when they are called or listed."""


def _run(desk: Desk, sitting: Sitting, *, plain: bool) -> None:
    """The sitting on the screen, or as text where that was asked for or there is no screen."""
    if plain or not has_screen():
        from quizapp.plain.sitting import run_sitting

        run_sitting(desk, sitting, sys.stdin, sys.stdout)
        close_with_a_copy(desk)
    else:
        from quizapp.tui.app import run

        run(desk, sitting)


class LazyGroup(click.Group):
    """A group that imports a command's module only when the command is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all commands."""
        return sorted([*super().list_commands(ctx), *LAZY])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in LAZY:
            return super().get_command(ctx, cmd_name)
        module, name = LAZY[cmd_name]
        command: click.Command = getattr(import_module(module), name)
        return command


@click.group(cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="quizapp", message="%(prog)s %(version)s")
@bank_option
@click.pass_context
def quizapp(context: click.Context, bank: Path | None) -> None:
    """빅데이터분석기사 필기를 터미널에서 준비합니다. 명령 없이 부르면 첫 화면이 열립니다."""
    context.obj = bank
    if context.invoked_subcommand is None:
        if has_screen():
            open_home(bank)
            return
        from quizapp.plain.home import show_home

        show_home(open_learner_desk(bank), sys.stdout)


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

    desk = open_learner_desk(bank or outer, on_screen=has_screen() and not plain)
    sitting = start_quiz(desk, topics, count, seed, kinds or DEFAULT_KINDS)
    _run(desk, sitting, plain=plain)


@quizapp.command()
@click.option("--minutes", type=click.FloatRange(1, 600), help="몇 분 동안")
@click.option("--count", type=click.IntRange(1, 200), help="몇 문항 (분 대신)")
@topic_option
@plain_option
@bank_option
@click.pass_obj
def drill(outer: Path | None, minutes: float | None, count: int | None, topics: tuple[str, ...], plain: bool, bank: Path | None) -> None:
    """오늘 공부할 것을 기억과 시험일에 맞추어 냅니다."""
    from quizapp.usecases.drill import start_drill

    if minutes is not None and count is not None:
        raise click.UsageError("--minutes와 --count 가운데 하나만 쓰세요.")
    desk = open_learner_desk(bank or outer, on_screen=has_screen() and not plain)
    _run(desk, start_drill(desk, topics, minutes=minutes, count=count), plain=plain)


@quizapp.command()
@plain_option
@bank_option
@click.pass_obj
def resume(outer: Path | None, plain: bool, bank: Path | None) -> None:
    """멈춘 풀이를 그 자리에서 이어서 합니다."""
    from quizapp.usecases.start import unfinished

    desk = open_learner_desk(bank or outer, on_screen=has_screen() and not plain)
    sitting = unfinished(desk)
    if sitting is None:
        raise NothingToResumeError(desk.command("quiz"))
    _run(desk, sitting, plain=plain)


@quizapp.command()
@json_option
@bank_option
@click.pass_obj
def plan(outer: Path | None, as_json: bool, bank: Path | None) -> None:
    """시험일까지 날마다 무엇을 얼마나 하고, 몇 점이 되는지 봅니다."""
    from quizapp.usecases.plan import plan

    summary = plan(open_learner_desk(bank or outer))
    if as_json:
        print_json([summary])
    else:
        from quizapp.plain import show_plan

        show_plan(summary, sys.stdout)


@quizapp.command()
@json_option
@bank_option
@click.pass_obj
def forecast(outer: Path | None, as_json: bool, bank: Path | None) -> None:
    """합격할 확률: 지금 실력으로, 그리고 계획대로 공부한 시험일. 어느 과목이 위험하고 무엇이 가장 도움이 되는지."""
    from quizapp.usecases.forecast import forecast_report

    report = forecast_report(open_learner_desk(bank or outer))
    if as_json:
        print_json([report])
    else:
        from quizapp.plain.forecast import show_forecast

        show_forecast(report, sys.stdout)


@quizapp.command()
@click.option("--lift", "names", multiple=True, metavar="ID", help="다시 묻게 할 문항이나 기술")
@bank_option
@click.pass_obj
def suspended(outer: Path | None, names: tuple[str, ...], bank: Path | None) -> None:
    """오늘 학습에서 빼 둔 것을 보거나 되돌립니다."""
    from quizapp.usecases.rest import lift, suspended

    desk = open_learner_desk(bank or outer)
    for name in names:
        lift(desk, name)
        click.echo(f"다시 묻습니다: {name}")
    for key in suspended(desk):
        click.echo(key.partition(":")[2])


@quizapp.command()
@json_option
@bank_option
@click.pass_obj
def stats(outer: Path | None, as_json: bool, bank: Path | None) -> None:
    """지금까지의 풀이를 과목별로 봅니다."""
    from quizapp.usecases.progress import progress
    from quizapp.usecases.statistics import drill_statistics, statistics

    desk = open_learner_desk(bank or outer)
    summary = statistics(desk) | drill_statistics(desk) | progress(desk)
    if as_json:
        print_json([summary])
    else:
        from quizapp.plain import show_statistics

        show_statistics(summary, sys.stdout)
