"""A list to choose from, whose cursor shows without colour too."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quizapp.tui.text import CURSOR

HEAD_CELLS = 2
"""The sign of the cursor and a space."""


class Menu(OptionList):
    """Options of one line each; the one that Enter would take has a sign before it."""

    DEFAULT_CSS = """
    Menu, Menu:focus { height: auto; border: none; background: $background; background-tint: transparent; padding: 1 1; }
    Menu > .option-list--option { padding: 0 1; }
    Menu > .option-list--option-highlighted, Menu:focus > .option-list--option-highlighted {
        background: $panel;
        color: $accent;
        text-style: bold;
    }
    """

    def __init__(self) -> None:
        super().__init__(id="menu", markup=False)

    def offer(self, options: list[Option | None]) -> None:
        """Puts other options, None for a line between them, with the cursor on the first."""
        self.clear_options()
        self.add_options(Option(_marked(option.prompt, " "), option.id, option.disabled) if option else None for option in options)
        self.highlighted = 0
        self.focus(scroll_visible=False)

    def reword(self, identity: str, prompt: str) -> None:
        """Puts another text on a line; the cursor stays where it is."""
        at = self.get_option_index(identity)
        self.replace_option_prompt_at_index(at, _marked(prompt, CURSOR if at == self.highlighted else " "))

    @property
    def chosen(self) -> str:
        """The id of the option that the cursor is on; empty for none."""
        return "" if self.highlighted is None else self.get_option_at_index(self.highlighted).id or ""

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Moves the sign with the cursor."""
        super().watch_highlighted(highlighted)
        for index, option in enumerate(self.options):
            marked = _marked(str(option.prompt)[HEAD_CELLS:], CURSOR if index == highlighted else " ")
            if str(option.prompt) != marked.plain:
                self.replace_option_prompt_at_index(index, marked)


def _marked(prompt: object, sign: str) -> Content:
    return Content(f"{sign} {prompt}")
