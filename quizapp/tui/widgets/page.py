"""The part of a screen that scrolls, between the title and the status line."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.widget import Widget


class Page(VerticalScroll, can_focus=False):
    """Scrolls by lines and by screenfuls, and brings what matters into view.

    The scroll bar is always there, without a thumb where all is shown: one that comes and goes has everything laid out a second time.
    """

    DEFAULT_CSS = """
    Page {
        max-width: 104;
        width: 100%;
        padding: 0 1;
        height: 1fr;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
    }
    """

    def move(self, lines: int) -> None:
        """Some lines down, or up."""
        self.scroll_relative(y=lines, animate=False)

    def turn(self, direction: int) -> None:
        """A screenful down, or up."""
        self.move(direction * max(1, self.size.height - 2))

    def bring(self, widget: Widget, rows: range) -> None:
        """Scrolls as little as shows these rows of *widget*'s content; the first of them where not all have room."""
        top = widget.virtual_region.y + widget.gutter.top
        height = min(len(rows), self.scrollable_content_region.height)
        self.scroll_to_region(Region(0, top + rows.start, 1, height), animate=False, x_axis=False)

    @property
    def is_at_its_end(self) -> bool:
        """Whether nothing is left to scroll down to."""
        return self.scroll_offset.y >= self.max_scroll_y
