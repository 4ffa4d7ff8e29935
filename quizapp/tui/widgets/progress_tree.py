"""The syllabus as a tree, each topic with its figures in fixed columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from quizapp.syllabus import Syllabus
from quizapp.tui.screens.progress_text import topic_line

DEPTH_CELLS, ICON_CELLS = 2, 2
FROM_CELLS_WITH_BARS = 88
ROWS_FOR_PARTS = 46


class ProgressTree(Tree[str]):
    """Names first; figures when they are there. Signs are ASCII, because triangles are two cells wide in some terminals."""

    ICON_NODE = "+ "
    ICON_NODE_EXPANDED = "- "
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "screen.practise", show=False)]
    DEFAULT_CSS = """
    ProgressTree { height: 1fr; width: 100%; scrollbar-size-vertical: 1; padding: 0 0 0 1; }
    """

    def __init__(self, syllabus: Syllabus) -> None:
        super().__init__("")
        self.show_root = self.show_guides = self.auto_expand = False
        self.guide_depth = DEPTH_CELLS
        self._syllabus = syllabus
        self._rows: dict[str, dict[str, Any]] = {}

    def on_mount(self) -> None:
        """Grows the tree, subjects open; where there is room, their parts too."""
        for subject in self._syllabus.subjects:
            node = self._grow(self.root, subject.code).expand()
            if self.app.size.height >= ROWS_FOR_PARTS:
                for part in node.children:
                    part.expand()
        self.cursor_line = 0

    def _grow(self, parent: TreeNode[str], code: str) -> TreeNode[str]:
        children = self._syllabus.children(code)
        node = parent.add("", code) if children else parent.add_leaf("", code)
        for child in children:
            self._grow(node, child.code)
        return node

    @property
    def room(self) -> int:
        """Cells that a line of the first level has; its figures end there."""
        return max(40, self.content_size.width - 1)

    @property
    def has_bars(self) -> bool:
        """Whether there is room for a bar beside the numbers."""
        return self.room >= FROM_CELLS_WITH_BARS

    @property
    def code(self) -> str:
        """The topic under the cursor."""
        return (self.cursor_node.data or "") if self.cursor_node is not None else ""

    def fill(self, rows: list[dict[str, Any]]) -> None:
        """Puts the figures of all topics beside their names."""
        self._rows = {row["code"]: row for row in rows}
        self.write()

    def write(self) -> None:
        """Writes every label for the width of now."""
        for node in _below(self.root):
            code = node.data or ""
            indent = DEPTH_CELLS * code.count("-") + (ICON_CELLS if node.allow_expand else 0)
            row, label = self._rows.get(code), self._syllabus.label(code)
            style = "" if "-" in code else "bold"
            node.set_label(Text(topic_line(label, row, self.room - indent, with_bar=self.has_bars), style))

    def fold(self) -> None:
        """Folds the topic, or goes to the one above it."""
        node = self.cursor_node
        if node is not None and node.is_expanded:
            node.collapse()
        elif node is not None and node.parent is not None and node.parent.data is not None:
            self.move_cursor(node.parent)

    def unfold(self) -> None:
        """Shows what is below the topic."""
        if self.cursor_node is not None and self.cursor_node.allow_expand:
            self.cursor_node.expand()

    def action_toggle_node(self) -> None:
        """Space folds and unfolds."""
        if self.cursor_node is not None:
            self.cursor_node.toggle()


def _below(node: TreeNode[str]) -> Iterator[TreeNode[str]]:
    for child in node.children:
        yield child
        yield from _below(child)
