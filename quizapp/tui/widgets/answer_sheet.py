"""The answer sheet of a paper: every question at a glance, as letters, because squares and flags are two cells wide in some terminals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.message import Message
from textual.widgets import Static

from quizapp.study.attempt import Attempt, Entry
from quizapp.syllabus import Topic

POSITION = "position"
ROW = 10
"""Questions a row."""
LEGEND = ("1-4 답    . 비움", "?   찍음  ! 표시", "*   둘 다 > 지금")
WIDE_CELLS = 38
"""From this width on, a flag and a guess stand side by side, and subjects have their names."""
WIDE_LEGEND = ("1-4 답   . 비움   > 지금", "!   표시  ? 찍음")


@dataclass(frozen=True, slots=True)
class Section:
    """A subject on the sheet, and the positions of its questions."""

    subject: Topic
    positions: range


class AnswerSheet(Static):
    """Shows for each question its answer, whether it is a guess or flagged, and which one is shown; a click goes to it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"sheet--current", "sheet--marked", "sheet--muted"}
    DEFAULT_CSS = """
    AnswerSheet {
        width: 27;
        height: 100%;
        padding: 1 1 0 1;
        border-left: solid $panel;
        &> .sheet--current { background: $accent; color: $background; text-style: bold; }
        &> .sheet--marked { color: $warning; text-style: bold; }
        &> .sheet--muted { color: $muted; }
    }
    """
    ALLOW_SELECT = False

    @dataclass
    class Picked(Message):
        """The question at that position was clicked."""

        position: int

    def __init__(self, sections: tuple[Section, ...]) -> None:
        super().__init__()
        self._sections = sections
        self._attempt: Attempt | None = None

    def show(self, attempt: Attempt) -> None:
        """Puts the sheet as it is now."""
        self._attempt = attempt
        text = Text(no_wrap=True)
        for section in self._sections:
            entries = [attempt.entries[at] for at in section.positions]
            given = sum(bool(entry.response) for entry in entries)
            name = f" {section.subject.name}" if self._is_wide else ""
            heading = f"{section.subject.code}과목{name} {given}/{len(entries)}\n"
            text.append(heading, self.get_component_rich_style("sheet--muted", partial=True))
            for start in range(section.positions.start, section.positions.stop, ROW):
                self._add_row(text, attempt, range(start, min(start + ROW, section.positions.stop)))
        text.append("\n" + "\n".join(WIDE_LEGEND if self._is_wide else LEGEND), self.get_component_rich_style("sheet--muted", partial=True))
        self.update(text)

    def on_click(self, event: events.Click) -> None:
        """A click on a question. Not by Textual's links, whose looks would cover the marks."""
        if (position := event.style.meta.get(POSITION)) is not None:
            self.post_message(self.Picked(position))

    def on_resize(self, _: events.Resize) -> None:
        """Arranges the sheet for the new width."""
        if self._attempt is not None:
            self.show(self._attempt)

    @property
    def _is_wide(self) -> bool:
        return self.content_size.width >= WIDE_CELLS

    def notify_style_update(self) -> None:
        """Paints in the colours of another theme."""
        super().notify_style_update()
        if self._attempt is not None:
            self.show(self._attempt)

    def _add_row(self, text: Text, attempt: Attempt, positions: range) -> None:
        text.append(f"{positions.start + 1:>3} ", self.get_component_rich_style("sheet--muted", partial=True))
        for at in positions:
            entry, is_current = attempt.entries[at], at == attempt.position
            name = "sheet--current" if is_current else "sheet--marked" if entry.is_flagged or entry.is_unsure else ""
            style = self.get_component_rich_style(name, partial=not is_current) if name else Style()
            text.append(f"{self._mark(entry, is_current=is_current)}{entry.response or '.'}", style + Style(meta={POSITION: at}))
        text.append("\n")

    def _mark(self, entry: Entry, *, is_current: bool) -> str:
        flag, guess = "!" if entry.is_flagged else " ", "?" if entry.is_unsure else " "
        if self._is_wide:
            return (">" if is_current else flag) + guess
        if is_current:
            return ">"
        return "*" if entry.is_flagged and entry.is_unsure else guess if entry.is_unsure else flag
