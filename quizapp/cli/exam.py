"""`quizapp exam`: mock papers, to sit, to go on with, to look back at, to print."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from quizapp.cli.common import bank_option, json_option, plain_option, print_json, seed_option
from quizapp.cli.opening import close_with_a_copy, has_screen, open_compiled_bank, open_learner_desk

if TYPE_CHECKING:
    from quizapp.study.attempt import Paper
    from quizapp.usecases.desk import Desk

F = TypeVar("F", bound=Callable[..., Any])


def form_options(command: F) -> F:
    """The options that choose a form; without them it is the whole paper."""
    half = click.option("--half", is_flag=True, help="반: 과목마다 절반의 문항")
    return click.option("--subject", metavar="N", help="한 과목만 (예: 2)")(half(command))


def _form(subject: str | None, *, half: bool) -> str:
    from quizapp.study.paper import FULL, HALF, SUBJECT

    if half and subject:
        raise click.UsageError("--subject와 --half 가운데 하나만 쓰세요.")
    return f"{SUBJECT}{subject}" if subject else HALF if half else FULL


@click.group("exam", invoke_without_command=True)
@form_options
@seed_option
@click.option("--untimed", is_flag=True, help="시간 제한 없이")
@plain_option
@bank_option
@click.pass_context
def exam_group(
    context: click.Context, subject: str | None, half: bool, seed: int | None, untimed: bool, plain: bool, bank: Path | None
) -> None:
    """모의고사를 시험 규칙대로 봅니다. 꺼져도 그 자리에서 이어집니다."""
    context.obj = bank or context.obj
    if context.invoked_subcommand is not None:
        return
    from quizapp.usecases.exam import order_paper

    desk = open_learner_desk(context.obj, on_screen=has_screen() and not plain)
    order = order_paper(desk, _form(subject, half=half), seed, is_timed=not untimed)
    if plain or not has_screen():
        from quizapp.usecases.exam import begin_exam
        from quizapp.usecases.papers import draw_paper

        click.echo("시험지를 만드는 중입니다…", err=True)
        _run(desk, begin_exam(desk, draw_paper(desk.bank, desk.supply, order)), plain=True)
    else:
        from quizapp.tui.app import run

        run(desk, order)


@exam_group.command("resume")
@plain_option
@bank_option
@click.pass_obj
def resume(outer: Path | None, plain: bool, bank: Path | None) -> None:
    """멈춘 모의고사를 그 자리에서 이어서 봅니다."""
    from quizapp.usecases.exam import unfinished_exam

    desk = open_learner_desk(bank or outer, on_screen=has_screen() and not plain)
    _run(desk, unfinished_exam(desk), plain=plain)


@exam_group.command("list")
@json_option
@bank_option
@click.pass_obj
def list_exams(outer: Path | None, as_json: bool, bank: Path | None) -> None:
    """지금까지의 모의고사를 한 줄에 하나씩."""
    from quizapp.usecases.exam_result import summaries, summary_row

    found = summaries(open_learner_desk(bank or outer))
    if as_json:
        print_json(summary_row(summary) for summary in found)
    else:
        from quizapp.plain.exam import show_exams

        show_exams(found, sys.stdout)


@exam_group.command("result")
@click.argument("identity", metavar="ID")
@json_option
@bank_option
@click.pass_obj
def result(outer: Path | None, identity: str, as_json: bool, bank: Path | None) -> None:
    """모의고사 하나의 결과: 점수, 세부항목, 시간, 문항마다."""
    from quizapp.usecases.exam_result import exam_result, result_row

    desk = open_learner_desk(bank or outer)
    if as_json:
        print_json([result_row(desk, identity)])
    else:
        from quizapp.plain.exam import show_exam_result

        show_exam_result(desk, exam_result(desk, identity), sys.stdin, sys.stdout)


@exam_group.command("print")
@form_options
@seed_option
@click.option("--format", "_format", type=click.Choice(["html"]), default="html", show_default=True)
@bank_option
@click.pass_obj
def print_paper(outer: Path | None, subject: str | None, half: bool, seed: int | None, _format: str, bank: Path | None) -> None:
    """종이로 볼 시험지: 문제지, 답안지, 정답, 해설이 저마다 새 쪽에서 시작합니다."""
    from random import SystemRandom

    from quizapp.exercises.supply import Supply
    from quizapp.sheet.paper import paper_html
    from quizapp.usecases.papers import MAX_SEED, PaperOrder, draw_paper, form_of

    opened = open_compiled_bank(bank or outer)
    order = PaperOrder(form_of(opened, _form(subject, half=half)), SystemRandom().randrange(MAX_SEED) if seed is None else seed)
    click.echo(paper_html(draw_paper(opened, Supply(), order), opened))


def _run(desk: Desk, paper: Paper, *, plain: bool) -> None:
    """The paper on the screen, or as text where that was asked for or there is no screen."""
    if plain or not has_screen():
        from quizapp.plain.exam import run_exam

        run_exam(desk, paper, sys.stdin, sys.stdout)
        close_with_a_copy(desk)
    else:
        from quizapp.tui.app import run

        run(desk, paper)
