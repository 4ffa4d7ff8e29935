"""Looking things up while typing: what is found above, or on a wide screen beside, everything about the one chosen."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from quizapp.tui.commands import bindings
from quizapp.tui.screens.marking import MarkingScreen
from quizapp.tui.text import padded, plain, shortened
from quizapp.tui.widgets.field import Field
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.menu import Menu
from quizapp.tui.widgets.reading import Reading
from quizapp.tui.widgets.status_line import StatusLine
from quizapp.tui.widgets.title_bar import TitleBar
from quizapp.usecases import marks
from quizapp.usecases.browse import KIND_NAMES, Detail, Found, detail, find
from quizapp.usecases.desk import Desk
from quizapp.usecases.rest import toggle_suspended
from quizapp.usecases.start import sit_again

WIDE_CELLS = 116
LIST_SHARE = 0.44
FRAME_CELLS = 7
KIND_CELLS = 10
HINT = "찾을 낱말이나 초성 (ㅈㅎㄷ)"
NOTHING_YET = "낱말의 한 부분이나 초성을 적으세요. 별표를 하거나 메모한 것은 적지 않아도 여기에 나옵니다."


class BrowserScreen(MarkingScreen):
    """A field, a list and what is chosen in it. In the field letters are text; after Enter they are commands."""

    NAME = "browser"
    BINDINGS: ClassVar[list[BindingType]] = bindings("browser")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE_CELLS, "-wide")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._found: list[Found] = []
        self._detail: Detail | None = None

    def compose(self) -> ComposeResult:
        yield TitleBar("찾기")
        yield Field(placeholder=HINT, select_on_focus=False, id="query")
        with Container(id="room"):
            yield Menu()
            yield Reading()
        yield StatusLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Ready to type."""
        self._search("")
        self.query_one(Field).focus()

    def on_screen_resume(self) -> None:
        """Shows what is chosen as it is now."""
        self._show_detail()
        super().on_screen_resume()

    def on_resize(self, _: events.Resize) -> None:
        """Arranges the lines for the new width."""
        self._show_list(keep=True)

    @property
    def is_typing(self) -> bool:
        """While the field has the focus."""
        return self.focused is self.query_one(Field)

    # Showing

    def on_input_changed(self, event: Input.Changed) -> None:
        """Searches with every letter."""
        event.stop()
        self._search(event.value)

    def _search(self, query: str) -> None:
        with self.telling():
            self._found = find(self._desk, query)
            self._show_list()
            if self._found:
                self.query_one(StatusLine).say("")
            else:
                self.query_one(StatusLine).say("찾지 못했습니다. 낱말을 줄이거나 초성으로 찾아 보세요." if query.strip() else NOTHING_YET)
            self.query_one(TitleBar).show("찾기", f"{len(self._found)}개" if self._found else "")

    def _show_list(self, *, keep: bool = False) -> None:
        menu, field = self.query_one(Menu), self.query_one(Field)
        at, was_typing = menu.highlighted, self.is_typing
        width = self.app.size.width
        room = int(width * LIST_SHARE if width >= WIDE_CELLS else width) - FRAME_CELLS - KIND_CELLS
        menu.offer(
            [
                Option(plain(f"{padded(KIND_NAMES[found.kind], KIND_CELLS)}{shortened(found.title, room)}"), id=str(number))
                for number, found in enumerate(self._found)
            ]
        )
        if keep and at is not None and at < len(self._found):
            menu.highlighted = at
        if was_typing:
            field.focus()
        self._show_detail()

    def _show_detail(self) -> None:
        found, reading = self._current, self.query_one(Reading)
        reading.display = found is not None
        self._detail = None
        if found is None:
            return
        with self.telling():
            self._detail = one = detail(self._desk, found)
            before = [self._desk.bank.syllabus.label(found.syllabus) + ("  * 별표" if one.is_starred else "")]
            before += ["빼 둔 것: 오늘 학습에 나오지 않습니다."] if one.is_suspended else []
            before += one.facts
            before += ["", one.text] if one.text else []
            reading.show(one.question, one.picked, before="\n".join(before), note=one.note)

    @property
    def _current(self) -> Found | None:
        chosen = self.query_one(Menu).chosen
        return self._found[int(chosen)] if chosen and int(chosen) < len(self._found) else None

    @property
    def marked(self) -> marks.Marked | None:
        """What is chosen."""
        if self._detail is None:
            return None
        found = self._detail.found
        return marks.Marked(key=found.key, title=found.title, question=self._detail.question, response=self._detail.response)

    def show_marks(self) -> None:
        """The star and the note of now."""
        self._show_detail()

    # Acting

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """In the field there are no letter commands; what needs something chosen is there only where something is."""
        one, is_typing = self._detail, self.is_typing
        allowed = {
            "leave_field": is_typing and bool(self._found),
            "search": not is_typing,
            "read_on": not is_typing,
            **dict.fromkeys(("note", "star", "report"), one is not None and not is_typing),
            "suspend": one is not None and not is_typing and not one.found.key.startswith("term:"),
            "ask": one is not None and not is_typing and one.question is not None,
            "code": one is not None and not is_typing and one.question is not None and bool(one.question.code),
        }
        return allowed.get(action, True)

    def on_option_list_option_highlighted(self) -> None:
        """Shows everything about another one."""
        self._show_detail()
        self.show_keys()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click on a line: on with reading."""
        event.stop()
        self.action_page(1)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """From the field to what was found."""
        event.stop()
        self.action_leave_field()

    def action_leave_field(self) -> None:
        """From now on letters are commands."""
        if self._found:
            self.query_one(Menu).focus(scroll_visible=False)

    def action_search(self) -> None:
        """Back to the field."""
        self.query_one(Field).focus()

    def on_descendant_focus(self) -> None:
        """The keys are others in the field and in the list."""
        self.show_keys()

    def action_move(self, step: int) -> None:
        """The line above or below, without leaving the field."""
        menu = self.query_one(Menu)
        if step > 0:
            menu.action_cursor_down()
        else:
            menu.action_cursor_up()

    def action_read_on(self) -> None:
        """Further down."""
        self.action_page(1)

    def action_suspend(self) -> None:
        """Takes it out of the drill, or puts it back."""
        if self._detail is None:
            return
        with self.telling():
            rests = toggle_suspended(self._desk, self._detail.found.key)
            self._show_detail()
            self.query_one(StatusLine).say("오늘 학습에서 뺐습니다. s를 다시 누르면 되돌립니다." if rests else "다시 오늘 학습에 나옵니다.")

    def action_ask(self) -> None:
        """Asks it as a quiz of one question."""
        from quizapp.tui.screens.opening import screen_for

        if self._detail is None or self._detail.question is None:
            return
        with self.telling():
            self.app.switch_screen(screen_for(self._desk, sit_again(self._desk, [self._detail.question])))

    def action_code(self) -> None:
        """Unfolds or folds the code."""
        self.query_one(Reading).toggle_code()

    def action_back(self) -> None:
        """From the list to the field, from the field to the first screen."""
        if self.is_typing:
            self.go_home()
        else:
            self.action_search()
