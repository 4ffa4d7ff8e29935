"""What is opened over a screen to mark what it shows: the page for a note, the line for a report."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static, TextArea

from quizapp.errors import QuizappError
from quizapp.tui.commands import COMMANDS, bindings
from quizapp.tui.text import plain, shortened
from quizapp.tui.widgets.field import Field
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.usecases import marks
from quizapp.usecases.desk import Desk
from quizapp.usecases.marks import Marked

TITLE_CELLS = 50
MOST_SENTENCE = 400


class NoteScreen(ModalScreen[None]):
    """A note on one thing, kept with every letter."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("note")

    def __init__(self, desk: Desk, marked: Marked) -> None:
        super().__init__()
        self._desk, self._marked = desk, marked

    def compose(self) -> ComposeResult:
        with Vertical(classes="aside"):
            yield Static(plain("메모"), classes="heading")
            yield Static(plain(shortened(self._marked.title, TITLE_CELLS).rstrip()), classes="muted")
            yield TextArea(marks.note_of(self._desk, self._marked.key), soft_wrap=True, show_line_numbers=False)
            yield Static(plain("쓰는 대로 저장됩니다."), id="told", classes="muted")
        yield KeyLine()

    def on_mount(self) -> None:
        """Ready to be written on, below what is there."""
        page = self.query_one(TextArea)
        page.move_cursor(page.document.end)
        page.focus()
        self.query_one(KeyLine).show(COMMANDS["note"], is_typing=True)

    def on_text_area_changed(self) -> None:
        """Keeps the note as it is now."""
        try:
            marks.keep_note(self._desk, self._marked.key, self.query_one(TextArea).text)
        except QuizappError as error:
            self.query_one("#told", Static).update(plain(f"! {error}"))
        else:
            self.query_one("#told", Static).update(plain("쓰는 대로 저장됩니다."))

    def action_close(self) -> None:
        """Back to the screen below."""
        self.dismiss()


class ReportScreen(ModalScreen[str]):
    """Asks for a sentence; empty where nothing is to be reported."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("report")

    def __init__(self, marked: Marked) -> None:
        super().__init__()
        self._marked = marked

    def compose(self) -> ComposeResult:
        with Vertical(classes="aside"):
            yield Static(plain("신고"), classes="heading")
            yield Static(plain(shortened(self._marked.title, TITLE_CELLS).rstrip()), classes="muted")
            yield Field(placeholder="무엇이 이상한가요? 한 문장으로", max_length=MOST_SENTENCE)
            yield Static(plain("문항, 판, 씨앗과 함께 파일로 적습니다. 어디로도 보내지 않습니다."), id="told", classes="muted")
        yield KeyLine()

    def on_mount(self) -> None:
        """Ready to be written in."""
        self.query_one(Field).focus()
        self.query_one(KeyLine).show(COMMANDS["report"], is_typing=True)

    async def action_write(self) -> None:
        """Hands the sentence over."""
        await self.query_one(Field).action_submit()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hands the sentence over; without one there is nothing to check."""
        event.stop()
        if event.value.strip():
            self.dismiss(event.value.strip())
        else:
            self.query_one("#told", Static).update(plain("무엇이 이상한지 한 문장을 적어 주세요."))

    def action_close(self) -> None:
        """Back without a report."""
        self.dismiss("")
