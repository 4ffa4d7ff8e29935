"""`quizapp notebook`: the wrong answers that are not made up for yet, on the screen, as text, for paper and for programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from quizapp.cli.common import bank_option, json_option, plain_option, print_json
from quizapp.cli.opening import has_screen, open_learner_desk


@click.command()
@click.option("--subject", default="", metavar="N", help="한 과목만 (예: 2, 더 깊은 코드도)")
@click.option("--often", "kind", flag_value="often", help="세 번부터 틀린 것만")
@click.option("--unsure", "kind", flag_value="unsure", help="찍어서 맞힌 것")
@click.option("--exam", "kind", flag_value="exam", help="모의고사에서 틀린 것만")
@click.option("--by", type=click.Choice(["topic", "misconception"]), default="topic", show_default=True, help="무엇으로 묶을지")
@click.option("--format", "form", type=click.Choice(["md", "html"]), help="문제와 해설을 종이에 뽑을 꼴로")
@json_option
@plain_option
@bank_option
@click.pass_obj
def notebook(
    outer: Path | None, subject: str, kind: str | None, by: str, form: str | None, as_json: bool, plain: bool, bank: Path | None
) -> None:
    """틀린 것을 모아 봅니다. 서로 다른 날에 두 번 맞히면 빠집니다."""
    from quizapp.usecases.notebook import Filter, Kind, by_misconception, by_topic, entries, rows

    if form and as_json:
        raise click.UsageError("--format과 --json 가운데 하나만 쓰세요.")
    on_screen = has_screen() and not (form or as_json or plain)
    desk = open_learner_desk(bank or outer, on_screen=on_screen)
    wanted = Filter(subject, Kind(kind or Kind.ALL))
    found = entries(desk, wanted)
    if on_screen:
        from quizapp.tui.app import run

        run(desk, wanted)
    elif as_json:
        print_json(rows(desk, found))
    else:
        groups = by_topic(desk, found) if by == "topic" else by_misconception(found)
        if form:
            from quizapp.sheet.notebook import notebook_html, notebook_markdown
            from quizapp.usecases.notebook import reviewer

            click.echo((notebook_html if form == "html" else notebook_markdown)(groups, reviewer(desk)))
        else:
            from quizapp.plain.notebook import show_notebook

            show_notebook(desk, groups, sys.stdout)
