"""The search on the screen: while typing, in the list, and every key there."""

import json

import pytest
from rich.cells import cell_len

from quizapp.store import marks
from quizapp.tui.app import QuizApp
from quizapp.usecases.rest import suspended
from tests.notebooks import study
from tests.tui.driver import drive, screen_text
from tests.tui.test_notebook import hides, is_on, shows
from tests.usecases.test_browse import GLOSSARY


@pytest.fixture
def book(kinds_desk, bank_folder, make_desk):
    (bank_folder / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    return make_desk(bank_folder)


OPEN = ("slash", is_on("browser"))


def test_it_is_searched_with_every_letter(book):
    drive(
        QuizApp(book), *OPEN, shows("낱말의 한 부분이나 초성"), "ㅍ", "ㅈ", "ㅎ", shows("용어", "표준화: 평균을 0", "standardization"),
        "down", shows("> 계산", "2-1-1-1 계산"), "up", shows("> 용어"), *["backspace"] * 3, *"없는것", shows("찾지 못했습니다"),
        "enter", "escape", is_on("home"),
    )  # fmt: skip


def test_an_item_is_shown_with_reasons_and_history(book):
    study(book, "x?o", topics=("1-1-1-1",))
    drive(
        QuizApp(book), *OPEN, *"배열", shows("> 선택형", "1-1-1-1 괄호와 기호", "지금까지  03-01", "첫째 보기가 아닌 까닭"),
        "pagedown", "enter", "space", "pageup", size=(100, 40),
    )  # fmt: skip


def test_in_the_field_letters_are_text_and_after_enter_commands(book):
    drive(
        QuizApp(book), *OPEN, *"n*!s", shows("n*!s"), *["backspace"] * 4, *"배열", "enter", shows("n 메모", "/ 찾기"),
        "escape", hides("n 메모"), *"a", shows("배열a"), "backspace", "enter", "slash", hides("n 메모"), "escape", is_on("home"),
    )  # fmt: skip


@pytest.mark.parametrize(("note", "suspend"), [("n", "s"), ("ㅜ", "ㄴ")])
def test_note_star_suspend_and_report(book, home, note, suspend):
    def aside(app):
        assert suspended(book) == ["item:sample-item-0001"]

    drive(
        QuizApp(book), *OPEN, *"배열", "enter", note, *"메모다", "escape", is_on("browser"), "asterisk", shows("* 별표"),
        suspend, shows("빼 둔 것", "오늘 학습에서 뺐습니다"), aside, suspend, shows("다시 오늘 학습에"), "exclamation_mark", *"이상",
        "enter", shows("신고를 적었습니다"), size=(100, 50),
    )  # fmt: skip
    assert marks.notes(book.database) == {"item:sample-item-0001": "메모다"}
    assert suspended(book) == []
    (path,) = (home / "reports").iterdir()
    assert json.loads(path.read_text(encoding="utf-8"))["item"] == "sample-item-0001"
    drive(QuizApp(book), *OPEN, shows("> 선택형", "* 별표"))


def test_a_term_takes_a_note_but_is_not_asked(book):
    drive(QuizApp(book), *OPEN, *"표준화", "enter", shows("n 메모"), hides("s 빼기", "r 풀기"), "s", "r", is_on("browser"))


@pytest.mark.parametrize("key", ["r", "ㄱ"])
def test_what_is_shown_can_be_asked(book, key):
    def one(app):
        assert [slot.origin.item for slot in app.screen._sitting.slots] == ["sample-item-0001"]

    drive(QuizApp(book), *OPEN, *"배열", "enter", key, is_on("question"), one)


def test_the_code_of_an_exercise_is_unfolded(book):
    study(book, "x", topics=("2",), kinds=("exercise",))
    drive(QuizApp(book), *OPEN, *"표준화", "down", "enter", "c", "ㅊ", is_on("browser"), size=(100, 50))


def test_help_lists_the_keys_and_a_click_chooses(book):
    drive(
        QuizApp(book), *OPEN, *"보기", "enter", "question_mark", shows("이 화면의 키", "별표"), "escape", "down", "enter", is_on("browser")
    )
    drive(QuizApp(book), *OPEN, "f4", shows("이 화면의 키"))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (160, 50)])
def test_every_row_keeps_its_width_at_every_size(book, size):
    def even(app):
        assert {cell_len(line) for line in screen_text(app).split("\n")} == {size[0]}

    drive(QuizApp(book), *OPEN, even, *"보기", even, "down", even, "enter", even, "n", even, "escape", "exclamation_mark", even, size=size)
