"""Lines that are arranged for the width they have: text with hanging indents, tables, bars."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from quizapp.tui.widgets.page import Page

Lines = list[str] | list[Content] | list[str | Content]


class Arranged(Widget):
    """Is asked for its lines once for each width, however often they are measured and painted."""

    DEFAULT_CSS = """
    Arranged { height: auto; text-wrap: nowrap; text-overflow: clip; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.set_reactive(Widget.auto_links, value=False)  # there are none to look for in every line
        self._made: tuple[int, list[Content]] = (-1, [])

    def rearrange(self) -> None:
        """Makes the lines anew, as what they show has changed."""
        self._made = (-1, [])
        self.refresh(layout=True)

    def repaint(self) -> None:
        """Makes the lines anew where there are as many of them as before: nothing else has to move."""
        self._made = (-1, [])
        self.refresh()

    def lines(self, width: int) -> list[Content]:
        """The lines for *width*."""
        if self._made[0] != width:
            self._made = (width, [line if isinstance(line, Content) else Content(line) for line in self.arranged(width)])
        return self._made[1]

    def arranged(self, width: int) -> Lines:
        """What is shown at *width*."""
        raise NotImplementedError

    def bring_into_view(self, rows: range) -> None:
        """Has the page around it show these of its lines."""
        page = next((widget for widget in self.ancestors if isinstance(widget, Page)), None)
        if page is not None:
            page.bring(self, rows)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """As many rows as there are lines."""
        return len(self.lines(width)) if width else 0

    def render(self) -> Content:
        """The lines for the width of now."""
        return Content("\n").join(self.lines(self.content_size.width))


class Fitted(Arranged):
    """Lines that a function makes for a width in cells."""

    def __init__(self, make: Callable[[int], Lines], *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._make = make

    def arranged(self, width: int) -> Lines:
        """What the function makes."""
        return self._make(width)
