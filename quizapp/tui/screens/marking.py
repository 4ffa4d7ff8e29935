"""Marking what is looked at, the same on every screen: a note, a star, a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.tui.screens.base import BaseScreen
from quizapp.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from quizapp.usecases.marks import Marked  # with what it needs, not on the way to the first question


class MarkingScreen(BaseScreen):
    """A screen on which one thing at a time can be marked."""

    @property
    def marked(self) -> Marked | None:
        """What a mark would go to now; None for nothing."""
        raise NotImplementedError

    def show_marks(self) -> None:
        """Shows what was changed."""

    def action_note(self) -> None:
        """Opens the learner's own note."""
        from quizapp.tui.screens.marking_asides import NoteScreen

        if (marked := self.marked) is not None:
            self.app.push_screen(NoteScreen(self._desk, marked), lambda _: self.show_marks())

    def action_star(self) -> None:
        """Gives a star, or takes it away."""
        from quizapp.usecases import marks

        if (marked := self.marked) is not None:
            with self.telling():
                has_one = marks.toggle_star(self._desk, marked.key)
                self.show_marks()
                self.query_one(StatusLine).say("* 별표를 했습니다. 찾기(/)를 열면 먼저 나옵니다." if has_one else "별표를 지웠습니다.")

    def action_report(self) -> None:
        """Asks what is wrong and writes a report."""
        from quizapp.tui.screens.marking_asides import ReportScreen

        if (marked := self.marked) is not None:
            self.app.push_screen(ReportScreen(marked), lambda sentence: self._write_report(marked, sentence or ""))

    def _write_report(self, marked: Marked, sentence: str) -> None:
        if not sentence:
            return
        from quizapp.usecases import marks

        with self.telling():
            path = marks.report(self._desk, marked, sentence)
            self.query_one(StatusLine).say(f"신고를 적었습니다. 보내지는 않습니다: {path}")
