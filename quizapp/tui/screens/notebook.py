"""The wrong-answer notebook: what is not made up for yet, under topics or misconceptions; on a wide screen with the question beside it."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quizapp.study.slips import RIGHTS
from quizapp.tui.commands import bindings
from quizapp.tui.screens.marking import MarkingScreen
from quizapp.tui.text import plain, shortened
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.menu import Menu
from quizapp.tui.widgets.reading import Reading
from quizapp.tui.widgets.status_line import StatusLine
from quizapp.tui.widgets.title_bar import TitleBar
from quizapp.usecases import marks
from quizapp.usecases.desk import Desk
from quizapp.usecases.notebook import (
    KIND_NAMES,
    Entry,
    Filter,
    Group,
    Kind,
    by_misconception,
    by_topic,
    entries,
    retry,
    reviewed,
    state_words,
)
from quizapp.usecases.statistics import notebook_counts

WIDE_CELLS = 116
LIST_SHARE = 0.48
FRAME_CELLS = 7
"""What the list's own padding, the cursor and the scroll bar take of a line."""
ROOMY_CELLS, ROOMY_LINE = 76, 64
"""Widths of the screen and of a line from which on everything is spelt out."""
MOST_SHOWN = 300
"""Lines of the list: a longer one takes long to fill, and nobody reads to its end."""
KINDS = tuple(Kind)
EMPTY = {
    Kind.ALL: "틀린 문항이 여기에 모이고, 서로 다른 날에 두 번 맞히면 빠집니다. 지금은 아무것도 없습니다.",
    Kind.OFTEN: "세 번 넘게 틀린 것이 없습니다.",
    Kind.LUCKY: "찍어서 맞힌 것이 없습니다.",
    Kind.EXAM: "모의고사에서 틀린 것이 없습니다.",
}


class NotebookScreen(MarkingScreen):
    """A list with headings; Enter opens the question, r asks again."""

    NAME = "notebook"
    BINDINGS: ClassVar[list[BindingType]] = bindings("notebook")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE_CELLS, "-wide")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, desk: Desk, wanted: Filter = Filter()) -> None:  # noqa: B008 - a frozen value
        super().__init__(desk)
        self._wanted, self._is_by_topic = wanted, True
        self._entries: list[Entry] = []
        self._shown: list[Entry] = []
        """The entries by the ids of their lines; under misconceptions one may have several."""

    def compose(self) -> ComposeResult:
        yield TitleBar("오답노트")
        yield Static(id="filters")
        with Horizontal(id="room"):
            yield Menu()
            yield Reading()
        yield Static(id="empty")
        yield StatusLine()
        yield KeyLine()

    def on_screen_resume(self) -> None:
        """Shows the notebook of now, also after something was answered or noted."""
        self._load()
        super().on_screen_resume()

    def on_resize(self, _: events.Resize) -> None:
        """Arranges the lines for the new width."""
        if self._entries:
            self._show_list()

    # Showing

    def _load(self) -> None:
        with self.telling():
            self._entries = entries(self._desk, self._wanted)
            count, due = notebook_counts(self._desk)
            subject = self._desk.bank.syllabus.label(self._wanted.subject) if self._wanted.subject else "모든 과목"
            self.query_one(TitleBar).show(f"오답노트 · {subject}", f"{count}개 · 오늘 다시 볼 것 {due}")
        self._show_filters()
        self._show_list()

    def _show_filters(self) -> None:
        grouped = "주제" if self._is_by_topic else "오해"
        names = [f"{number} {KIND_NAMES[kind]}" for number, kind in enumerate(KINDS, 1)]
        here = KINDS.index(self._wanted.kind)
        if self.app.size.width < ROOMY_CELLS:
            names, here = [names[here]], 0
        parts = [f"[{name}]" if at == here else f" {name} " for at, name in enumerate(names)]
        start = sum(map(len, parts[:here]))
        line = plain("".join(parts)).stylize("bold $accent", start, start + len(parts[here]))
        self.query_one("#filters", Static).update(line + plain(f"   {len(self._entries)}개 · {grouped}로 묶음"))

    def _show_list(self) -> None:
        menu, before = self.query_one(Menu), self.current
        groups = by_topic(self._desk, self._entries) if self._is_by_topic else by_misconception(self._entries)
        self._shown = []
        options: list[Option | None] = []
        for group in groups:
            if len(self._shown) >= MOST_SHOWN:
                break
            options += self._lines(group)
        if hidden := len(self._entries) - len({entry.name for entry in self._shown}):
            options.append(Option(plain(f"그 밖에 {hidden}개. 과목이나 조건으로 좁히면 보입니다."), disabled=True))
        self.query_one("#room").display = bool(self._entries)
        empty = self.query_one("#empty", Static)
        empty.display = not self._entries
        empty.update(plain(EMPTY[self._wanted.kind]))
        menu.offer(options)
        if self._shown:
            same = next((at for at, entry in enumerate(self._shown) if before and entry.name == before.name), 0)
            menu.highlighted = menu.get_option_index(str(same))
        self._show_question()

    def _lines(self, group: Group) -> list[Option | None]:
        width = self._line_cells()
        lines: list[Option | None] = [Option(plain(shortened(group.heading, width).rstrip()), disabled=True)]
        for entry in group.entries[: MOST_SHOWN - len(self._shown)]:
            wrong = (
                f"틀림{entry.count:>3}  맞힌 날 {entry.rights}/{RIGHTS}"
                if width >= ROOMY_LINE
                else f"{entry.count:>2}번 {entry.rights}/{RIGHTS}"
            )
            state = f"{wrong} {'오늘' if entry.is_due else '    '}"
            signs = ("*" if entry.is_starred else " ") + ("+" if entry.note else " ")
            title = shortened(entry.title, width - cell_len(state) - len(signs) - 2)
            lines.append(Option(plain(f"{signs} {title} {state}"), id=str(len(self._shown))))
            self._shown.append(entry)
        return lines

    def _line_cells(self) -> int:
        width = self.app.size.width
        return int(width * LIST_SHARE if width >= WIDE_CELLS else width) - FRAME_CELLS

    def _show_question(self) -> None:
        """On a wide screen the question of the line."""
        if not self.has_class("-wide") and self.app.size.width < WIDE_CELLS:
            return
        entry = self.current
        if entry is None:
            return
        one = next(iter(reviewed(self._desk, [entry])), None)
        if one is not None:
            own = f"내 답 {one.picked}번" if one.picked else f"내 답 {one.response}"
            before = f"{one.line}\n{own}{' (찍음)' if one.is_unsure else ''}"
            self.query_one(Reading).show(one.question, one.picked, before=before, note=entry.note)

    @property
    def current(self) -> Entry | None:
        """The entry of the line that the cursor is on."""
        chosen = self.query_one(Menu).chosen
        return self._shown[int(chosen)] if chosen and int(chosen) < len(self._shown) else None

    @property
    def marked(self) -> marks.Marked | None:
        """The entry of the line, with its question as it was asked."""
        entry = self.current
        if entry is None:
            return None
        one = next(iter(reviewed(self._desk, [entry])), None)
        return marks.of_question(one.question, one.response) if one else marks.Marked(key=entry.key, title=entry.title)

    def show_marks(self) -> None:
        """The list with the stars and notes of now."""
        self._load()

    # Acting

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """What needs an entry is there only where there is one."""
        return bool(self._entries) or action not in {"go", "retry", "note", "star", "report", "regroup", "menu"}

    def on_option_list_option_highlighted(self) -> None:
        """Shows the question of another line."""
        self._show_question()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click on a line."""
        event.stop()
        self.action_go()

    def action_go(self) -> None:
        """Opens the question with the answer that was given and all reasons; from there one goes to the others."""
        from quizapp.tui.screens.exam_review import ExamReviewScreen

        entry = self.current
        if entry is None:
            return
        with self.telling():
            unique = list({one.name: one for one in self._shown}.values())
            found = reviewed(self._desk, unique)
            here = next((at for at, one in enumerate(found) if one.number == unique.index(entry) + 1), None)
            if here is None:
                self.query_one(StatusLine).say(f"이 문항은 기록에 남아 있지 않습니다. {state_words(entry)}")
            else:
                self.app.push_screen(ExamReviewScreen(self._desk, "오답노트", found, here))

    def action_retry(self) -> None:
        """Asks what is shown again, as a quiz."""
        from quizapp.tui.screens.opening import screen_for

        with self.telling():
            self.app.switch_screen(screen_for(self._desk, retry(self._desk, self._entries)))

    def action_kind(self, number: int) -> None:
        """Other slips."""
        self._choose(Filter(self._wanted.subject, KINDS[number - 1]))

    def action_subject(self, step: int) -> None:
        """The next subject or the one before; all of them between the last and the first."""
        codes = ["", *(subject.code for subject in self._desk.bank.syllabus.subjects)]
        here = codes.index(self._wanted.subject) if self._wanted.subject in codes else 0
        self._choose(Filter(codes[(here + step) % len(codes)], self._wanted.kind))

    def _choose(self, wanted: Filter) -> None:
        self._wanted = wanted
        self.query_one(StatusLine).say("")
        self._load()
        self.show_keys()

    def action_regroup(self) -> None:
        """Under topics or under misconceptions."""
        self._is_by_topic = not self._is_by_topic
        self._show_filters()
        self._show_list()

    def action_page(self, direction: int) -> None:
        """A screenful of the list up or down."""
        menu = self.query_one(Menu)
        if direction > 0:
            menu.action_page_down()  # type: ignore[no-untyped-call]
        else:
            menu.action_page_up()  # type: ignore[no-untyped-call]

    def action_back(self) -> None:
        """Back to the first screen."""
        self.go_home()
