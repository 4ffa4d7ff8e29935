"""The wrong-answer notebook as plain text."""

from __future__ import annotations

from typing import TextIO

from quizapp.plain import say
from quizapp.usecases.desk import Desk
from quizapp.usecases.notebook import Group, state_words
from quizapp.usecases.statistics import notebook_counts


def show_notebook(desk: Desk, groups: list[Group], out: TextIO) -> None:
    """The entries under their headings, a line each; where there are none, what the whole notebook holds."""
    count = len({entry.name for group in groups for entry in group.entries})
    if not count:
        whole, _ = notebook_counts(desk)
        if whole:
            say(out, f"조건에 맞는 것이 없습니다. 오답노트에는 모두 {whole}개가 있습니다.")
        else:
            say(out, "오답노트가 비어 있습니다. 틀린 문항이 여기에 모이고, 서로 다른 날에 두 번 맞히면 빠집니다.")
        return
    say(out, f"오답노트 {count}개. 해설과 함께 보기: `{desk.command('notebook --format md')}`")
    for group in groups:
        say(out, f"\n{group.heading}")
        for entry in group.entries:
            marks = ("* " if entry.is_starred else "") + ("(오늘) " if entry.is_due else "")
            say(out, f"  {marks}{entry.title}\n    {state_words(entry)} · {entry.name.partition(':')[2]}")
            if entry.note:
                say(out, f"    메모: {entry.note}")
