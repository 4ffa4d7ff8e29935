"""What covers a paper for a while: a pause, and the question whether it should be handed in."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from quizapp.tui.commands import COMMANDS, bindings
from quizapp.tui.text import plain
from quizapp.tui.widgets.key_line import KeyLine


class ExamPauseScreen(ModalScreen[None]):
    """Hides the paper while its clock stands."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("exam_pause")

    def compose(self) -> ComposeResult:
        with Vertical(classes="aside"):
            yield Static(plain("쉬는 중"), classes="heading")
            yield Static(plain("시계가 멈춰 있습니다. 쉰 시간은 결과에 적힙니다."))
        yield KeyLine()

    def on_mount(self) -> None:
        """Shows the keys."""
        self.query_one(KeyLine).show(COMMANDS["exam_pause"])

    def action_close(self) -> None:
        """Back to the paper."""
        self.dismiss()


class HandInScreen(ModalScreen[bool]):
    """Names what is open and asks."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("exam_hand_in")

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self._lines = lines or ["모든 문항에 답했습니다."]

    def compose(self) -> ComposeResult:
        with Vertical(classes="aside"):
            yield Static(plain("시험지를 낼까요?"), classes="heading")
            yield Static(plain("\n".join(self._lines)), id="open")
            yield Static(plain("내고 나면 답을 바꿀 수 없습니다."), classes="muted")
        yield KeyLine()

    def on_mount(self) -> None:
        """Shows the keys."""
        self.query_one(KeyLine).show(COMMANDS["exam_hand_in"])

    def action_answer(self, hands_in: bool) -> None:
        """Yes or not yet."""
        self.dismiss(hands_in)
