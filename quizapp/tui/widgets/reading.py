"""A question with everything that is said after an answer, to be read and scrolled."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from quizapp.items import Data, Form, Question
from quizapp.tui.text import emphasised, plain
from quizapp.tui.widgets.choice_list import ChoiceList
from quizapp.tui.widgets.data_view import DataView
from quizapp.tui.widgets.feedback import Feedback
from quizapp.tui.widgets.page import Page


class Reading(Page):
    """The stem, its table, the choices with their reasons, the solution; before and after it what the screen has to say."""

    DEFAULT_CSS = """
    Reading #stem { height: auto; padding: 0 2; }
    Reading #before, Reading #note { height: auto; padding: 0 2 1 2; }
    Reading #before { color: $muted; }
    Reading #note { color: $accent; }
    """

    def compose(self) -> ComposeResult:
        yield Static(id="before")
        yield Static(id="stem")
        yield DataView()
        yield ChoiceList()
        yield Feedback()
        yield Static(id="note")

    def show(self, question: Question | None, picked: int = 0, *, number: int = 0, before: str = "", note: str = "") -> None:
        """Puts a question with what was picked, its *number* before it; without a question only the words around it."""
        self._say("before", before)
        self._say("note", f"메모  {note}" if note else "")
        stem, choices = self.query_one("#stem", Static), self.query_one(ChoiceList)
        stem.display = question is not None
        if question is not None:
            stem.update(emphasised(f"{number}. {question.stem}" if number else question.stem, question.emphasis))
            self.query_one(DataView).show(_data_of(question))
            choices.ask(question.choices)
            choices.reveal(picked)
            self.query_one(Feedback).show(question)
        else:
            self.query_one(DataView).show(None)
            choices.ask(())
            choices.display = False
            self.query_one(Feedback).hide()
        self.scroll_home(animate=False)

    def show_note(self, note: str) -> None:
        """Puts another note."""
        self._say("note", f"메모  {note}" if note else "")

    def toggle_code(self) -> None:
        """Unfolds or folds the code."""
        self.query_one(Feedback).toggle_code()

    def _say(self, name: str, text: str) -> None:
        part = self.query_one(f"#{name}", Static)
        part.display = bool(text)
        part.update(plain(text))


def _data_of(question: Question) -> Data:
    """What stands below the stem; of a card its other side."""
    return question.shown if question.form is Form.CARD else question.data
