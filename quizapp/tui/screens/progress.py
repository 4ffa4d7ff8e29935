"""How far the learner is: the syllabus as a tree of figures, and five views beside it. Shown at once, filled as the figures come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from quizapp.tui.beside import beside
from quizapp.tui.commands import bindings
from quizapp.tui.screens.base import BaseScreen
from quizapp.tui.screens.progress_text import ahead_text, calendar_text, papers_text, recall_text, time_text, topics_header
from quizapp.tui.text import plain
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.page import Page
from quizapp.tui.widgets.progress_tree import ProgressTree
from quizapp.tui.widgets.status_line import StatusLine
from quizapp.tui.widgets.title_bar import TitleBar
from quizapp.usecases.desk import Desk

if TYPE_CHECKING:
    from quizapp.tui.widgets.chart import Chart, Line

VIEWS = {"topics": "단원", "calendar": "달력", "recall": "기억", "ahead": "앞날", "papers": "모의고사", "time": "시간"}
TEXTS: dict[str, Callable[[Any], Content]] = {
    "calendar": calendar_text,
    "recall": recall_text,
    "ahead": ahead_text,
    "papers": papers_text,
    "time": time_text,
}
CHARTED = {"recall", "ahead", "papers"}
NARROW = 70
WAITING = "  계산하고 있습니다…"


class ProgressScreen(BaseScreen):
    """One view at a time where it is narrow; the tree and a view beside it where it is wide."""

    NAME = "progress"
    BINDINGS: ClassVar[list[BindingType]] = bindings("progress")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (140, "-wide")]  # noqa: RUF012 - as Textual declares it

    @dataclass
    class FigureMade(Message):
        """A figure was computed."""

        name: str
        figures: Any

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._view = "topics"
        self._made: dict[str, Any] = {}
        self._is_left = False

    def compose(self) -> ComposeResult:
        yield TitleBar("진도")
        yield Static(id="views")
        with Horizontal(id="room"):
            with Vertical(id="topics"):
                yield Static(id="header")
                yield ProgressTree(self._desk.bank.syllabus)
            with Page(id="figure"):
                yield Static(id="text")
        yield StatusLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Shows the names at once; the figures follow."""
        self._show()
        self.call_after_refresh(beside, self.app, self._compute)

    def on_resize(self) -> None:
        """Puts the columns in their places for the new width."""
        self.call_after_refresh(self._show)

    def on_unmount(self) -> None:
        """No more figures are wanted."""
        self._is_left = True

    def _compute(self) -> None:
        """Beside the screen: one figure after another."""
        from quizapp.usecases.figures import figures  # what the figures need costs 30 ms, and the names are there before

        for name, made in figures(self._desk):
            if self._is_left:
                return
            self.post_message(self.FigureMade(name, made))

    def on_progress_screen_figure_made(self, event: FigureMade) -> None:
        """Puts a figure in its place."""
        self._made[event.name] = event.figures
        if event.name == "topics":
            self.query_one(ProgressTree).fill(event.figures)
            due = sum(row["due"] for row in event.figures if row["level"] == 1)
            met, items = (sum(row[name] for row in event.figures if row["level"] == 1) for name in ("met", "items"))
            self.query_one(TitleBar).show("진도", f"만난 것 {met}/{items} · 오늘 다시 볼 것 {due}")
        if event.name == self._figure:
            self._show()

    @property
    def _is_wide(self) -> bool:
        return self.has_class("-wide")

    @property
    def _figure(self) -> str:
        """The view beside the tree, or in its place."""
        return "calendar" if self._view == "topics" else self._view

    def _show(self) -> None:
        """The view of now."""
        shown = self._figure if self._is_wide else self._view
        names = [_tab(number, name, is_on=view == shown) for number, (view, name) in enumerate(VIEWS.items(), 1)]
        self.query_one("#views", Static).update(Content("  " if self.size.width > NARROW else "").join(names))
        topics, figure = self.query_one("#topics"), self.query_one("#figure")
        topics.display = self._is_wide or self._view == "topics"
        figure.display = self._is_wide or self._view != "topics"
        tree = self.query_one(ProgressTree)
        width = tree.room
        self.query_one("#header", Static).update(plain(topics_header(width, with_bar=tree.has_bars)).stylize("$muted"))
        tree.write()
        if topics.display:
            tree.focus()
        if figure.display:
            self._show_figure(self._figure)

    def _show_figure(self, name: str) -> None:
        text = self.query_one("#text", Static)
        if name not in self._made:
            text.update(plain(WAITING).stylize("$muted"))
        else:
            text.update(TEXTS[name](self._made[name]))
        self._show_chart(name)
        self.query_one(Page).scroll_home(animate=False)

    def _show_chart(self, name: str) -> None:
        charts = self.query("Chart")
        for old in charts:
            old.display = False
        if name not in CHARTED or not self._made.get(name):
            return
        lines, names, bounds = self._drawing(name, self._made[name])
        if not lines:
            return
        from quizapp.tui.widgets.chart import Chart

        chart: Chart
        if charts:
            chart = charts.first(Chart)
            chart.display = True
        else:
            chart = Chart()
            self.query_one("#figure").mount(chart)
        chart.show(lines, names, bounds)

    def _drawing(self, name: str, made: Any) -> tuple[list[Line], dict[float, str], tuple[float, float]]:
        from quizapp.tui.screens import progress_charts

        return progress_charts.drawing(name, made, self._desk.bank.exam.pass_average)

    def action_view(self, number: int) -> None:
        """Shows the view of that number."""
        self._view = list(VIEWS)[number - 1]
        self._show()

    def action_turn(self, step: int) -> None:
        """The next view, or the one before."""
        names = list(VIEWS)
        self._view = names[(names.index(self._view) + step) % len(names)]
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Folding, unfolding and practising belong to the tree, scrolling to the other views."""
        in_tree = self._view == "topics"
        return {"fold": in_tree, "unfold": in_tree, "practise": in_tree, "scroll": not in_tree}.get(action, True)

    def action_fold(self) -> None:
        """Folds the topic, or goes to the one above it."""
        self.query_one(ProgressTree).fold()

    def action_unfold(self) -> None:
        """Shows what is below the topic."""
        self.query_one(ProgressTree).unfold()

    def action_practise(self) -> None:
        """A quiz on the topic under the cursor."""
        from quizapp.tui.screens.question import QuestionScreen
        from quizapp.usecases.start import start_quiz

        with self.telling():
            sitting = start_quiz(self._desk, (self.query_one(ProgressTree).code,))
            self.app.switch_screen(QuestionScreen(self._desk, sitting))

    def action_back(self) -> None:
        """Back to the first screen."""
        self.go_home()


def _tab(number: int, name: str, *, is_on: bool) -> Content:
    """A view's number and name; the one shown stands in brackets as well as in colour."""
    text = f"[{number} {name}]" if is_on else f" {number} {name} "
    return plain(text).stylize("bold $accent" if is_on else "$muted")
