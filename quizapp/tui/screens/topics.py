"""The syllabus as a tree to choose from, with the number of questions at every level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from quizapp.syllabus import is_within
from quizapp.tui.commands import bindings
from quizapp.tui.screens.base import BaseScreen
from quizapp.tui.text import padded, shortened
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.status_line import StatusLine
from quizapp.tui.widgets.title_bar import TitleBar
from quizapp.usecases.desk import Desk
from quizapp.usecases.start import DEFAULT_COUNT, start_quiz

LABEL_CELLS = 44
SKILLS_CELLS = 7
GUIDE_CELLS = 3
OTHER_CELLS = 34
"""Padding, scroll bar, arrow, tick and numbers of a line."""
LEAF_LEVEL = 4
MOST, LEAST = 100, 5


class TopicTree(Tree[str]):
    """A tree whose Space and click tick, and whose Enter starts.

    The tree has these keys itself: a priority binding of the screen would overtake arrow keys typed just before.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "screen.start", show=False)]

    @dataclass
    class Ticked(Message):
        """Space was pressed on a topic, or it was clicked."""

        code: str

    def action_select_cursor(self) -> None:
        """A click on a topic."""
        self.action_toggle_node()

    def action_toggle_node(self) -> None:
        """Tells which topic the cursor is on."""
        if self.cursor_node is not None and self.cursor_node.data is not None:
            self.post_message(self.Ticked(self.cursor_node.data))


class TopicsScreen(BaseScreen):
    """Subjects and their items, each ticked or not."""

    NAME = "topics"
    BINDINGS: ClassVar[list[BindingType]] = bindings("topics")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._counts = desk.bank.counts()
        self._leaves = [topic.code for topic in desk.bank.syllabus.topics if topic.level == LEAF_LEVEL]
        self._ticked: set[str] = set()
        self._count = DEFAULT_COUNT

    def compose(self) -> ComposeResult:
        yield TitleBar("주제 고르기")
        tree = TopicTree("", id="tree")
        tree.show_root = False
        tree.auto_expand = False
        tree.guide_depth = GUIDE_CELLS
        yield tree
        yield StatusLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Grows the tree, subjects open."""
        tree = self.query_one(TopicTree)
        for subject in self._desk.bank.syllabus.subjects:
            self._grow(tree.root, subject.code).expand()
        tree.focus()
        tree.cursor_line = 0
        self._show()

    def on_resize(self) -> None:
        """Labels as long as the window allows."""
        if self.is_mounted:
            self._show()

    def _grow(self, parent: TreeNode[str], code: str) -> TreeNode[str]:
        children = self._desk.bank.syllabus.children(code)
        node = parent.add("", code) if children else parent.add_leaf("", code)
        for child in children:
            self._grow(node, child.code)
        return node

    def _show(self) -> None:
        """Writes every label and the count anew; nothing is moved."""
        for node in _below(self.query_one(TopicTree).root):
            node.set_label(self._label(node.data or ""))
        items, skills = self._available("choice"), self._available("skill")
        asked = min(self._count, items + skills)
        self.query_one(TitleBar).show("주제 고르기", f"문항 {items} · 계산 {skills} · 낼 문항 {asked}")

    def _label(self, code: str) -> Text:
        within = [leaf for leaf in self._leaves if is_within(leaf, code)]
        ticked = sum(leaf in self._ticked for leaf in within)
        sign = "[x]" if ticked == len(within) else "[-]" if ticked else "[ ]"
        level = code.count("-")
        skills = self._counts[code, "skill"]
        numbers = f"문항 {self._counts[code, 'choice']:>3}  " + padded(f"계산 {skills:>2}" if skills else "", SKILLS_CELLS)
        width = min(LABEL_CELLS, self.app.size.width - OTHER_CELLS) - GUIDE_CELLS * level
        return Text(f"{sign} {shortened(self._desk.bank.syllabus.label(code), width)}  {numbers}")

    def _available(self, kind: str) -> int:
        return sum(self._counts[code, kind] for code in self._ticked or self._leaves)

    def action_tick(self) -> None:
        """Ticks or unticks the topic under the cursor with all below it."""
        self.query_one(TopicTree).action_toggle_node()

    def on_topic_tree_ticked(self, event: TopicTree.Ticked) -> None:
        """Ticks or unticks a topic with all below it."""
        within = {leaf for leaf in self._leaves if is_within(leaf, event.code)}
        self._ticked = self._ticked - within if within <= self._ticked else self._ticked | within
        self._show()

    def action_fold(self) -> None:
        """Folds the topic, or goes to the one above it."""
        tree = self.query_one(TopicTree)
        node = tree.cursor_node
        if node is not None and node.is_expanded:
            node.collapse()
        elif node is not None and node.parent is not None and node.parent.data is not None:
            tree.move_cursor(node.parent)

    def action_unfold(self) -> None:
        """Shows what is below the topic."""
        node = self.query_one(TopicTree).cursor_node
        if node is not None and node.allow_expand:
            node.expand()

    def action_count(self, step: int) -> None:
        """More or fewer questions."""
        self._count = max(LEAST, min(MOST, self._count + step))
        self._show()

    def action_start(self) -> None:
        """Begins a quiz on the ticked topics."""
        from quizapp.tui.screens.question import QuestionScreen

        with self.telling():
            sitting = start_quiz(self._desk, self._chosen(), self._count)
            self.app.switch_screen(QuestionScreen(self._desk, sitting))

    def _chosen(self) -> tuple[str, ...]:
        """The ticked topics by the highest codes that say it all; none where everything is."""
        if not self._ticked or self._ticked >= set(self._leaves):
            return ()
        chosen: list[str] = []
        for topic in self._desk.bank.syllabus.topics:  # parents stand before their children
            leaves = {leaf for leaf in self._leaves if is_within(leaf, topic.code)}
            if leaves <= self._ticked and not any(is_within(topic.code, code) for code in chosen):
                chosen.append(topic.code)
        return tuple(chosen)

    def action_back(self) -> None:
        """Back to the first screen."""
        self.app.pop_screen()


def _below(node: TreeNode[str]) -> list[TreeNode[str]]:
    return [found for child in node.children for found in (child, *_below(child))]
