"""The notebook on the screen: every key of it, the review, marks, and the way there."""

import json

import pytest
from rich.cells import cell_len

from quizapp.store import marks
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.browser import BrowserScreen
from quizapp.usecases import exam
from quizapp.usecases.notebook import Filter, entries
from tests.exams import answered_paper, opened_paper
from tests.notebooks import study
from tests.tui.driver import drive, screen_text


def is_on(name):
    def check(app):
        assert name == app.screen.NAME, screen_text(app)

    return check


def shows(*words):
    def check(app):
        text = screen_text(app)
        assert all(word in text for word in words), text

    return check


def hides(*words):
    def check(app):
        text = screen_text(app)
        assert not any(word in text for word in words), text

    return check


@pytest.fixture
def wrong(desk):
    """Three wrong in the first subject, one of them in a paper; one of the second three times wrong; one guessed."""
    exam.submit(desk, answered_paper(desk, opened_paper(desk), "xooo"), by_time=False)
    study(desk, "xx")
    study(desk, "?xo", topics=("2",))
    for _ in range(2):
        study(desk, "x", topics=("2-1-1-1",), sitting=again(desk))
    return desk


def again(desk):
    from quizapp.usecases.notebook import retry

    return retry(desk, entries(desk, Filter("2")))


def test_an_empty_notebook_says_what_it_is_for(desk):
    drive(QuizApp(desk), shows("오답노트", "틀린 것이 여기에 모입니다"), "o", is_on("notebook"), shows("여기에 모이고"), "g", "r", "enter",
          is_on("notebook"), "2", shows("세 번 넘게"), "3", shows("찍어서 맞힌 것이 없습니다"), "4", "escape", is_on("home"))  # fmt: skip


@pytest.mark.parametrize("key", ["o", "ㅐ"])
def test_it_is_opened_from_home_with_its_counts(wrong, key):
    count = len(entries(wrong, Filter()))
    drive(QuizApp(wrong), shows(f"{count}개 · 오늘 다시 볼 것"), key, is_on("notebook"), shows("1-1-1-2 표와 글", "2-1-1-1 계산"))


def test_filters_by_kind_and_subject(wrong):
    drive(
        QuizApp(wrong, Filter()), shows("[1 모두]", "모든 과목"), "2", shows("[2 자주 틀림]", "틀림  3  맞힌 날 0/2", "1개"),
        hides("표와 글"), "１", shows("[1 모두]"), "3", shows("[3 찍어서 맞음]", "1개"), "4", shows("[4 모의고사]", "1개"), "1",
        "right", shows("1 첫째 과목"), hides("2-1-1-1"), "right", shows("2 둘째 과목"), "right", shows("모든 과목"), "left", "left",
        shows("1 첫째 과목"),
    )  # fmt: skip


@pytest.mark.parametrize("key", ["g", "ㅎ", "tab"])
def test_it_is_grouped_by_misconception(wrong, key):
    drive(QuizApp(wrong, Filter()), key, shows("오해로 묶음", "까닭을 스스로", "2번  "), key, shows("주제로 묶음", "1-1-1-2 표와 글"))


def test_enter_opens_the_question_as_it_was_asked_and_arrows_go_on(wrong):
    drive(
        QuizApp(wrong, Filter()), "down", "enter", is_on("exam_review"), shows("오답노트 · 1-1-1", "2/", "✗", "✓", "해설", "맞힌 날 0/2"),
        "right", shows("3/"), "left", "left", shows("1/"), "escape", is_on("notebook"), size=(100, 40),
    )  # fmt: skip


@pytest.mark.parametrize("key", ["r", "ㄱ"])
def test_what_is_shown_is_asked_again(wrong, key):
    def three(app):
        assert len(app.screen._sitting.slots) == len(entries(wrong, Filter("1")))

    drive(QuizApp(wrong, Filter()), "right", key, is_on("question"), three, "escape", is_on("home"))


@pytest.mark.parametrize(("note", "text"), [("n", "배열은 0부터"), ("ㅜ", "ㅎ한글")])
def test_a_note_is_kept_with_every_letter(wrong, note, text):
    key = entries(wrong, Filter())[0].key

    def kept(app):
        assert marks.note(wrong.database, key) == text

    drive(QuizApp(wrong, Filter()), note, shows("쓰는 대로 저장됩니다"), *text, kept, "escape", is_on("notebook"), shows(" + "), kept)
    drive(
        QuizApp(wrong, Filter()),
        "enter",
        shows(f"메모  {text}"),
        "n",
        *["backspace"] * len(text),
        "escape",
        hides(f"메모  {text}"),
        size=(90, 60),
    )
    assert marks.notes(wrong.database) == {}


def test_a_note_that_cannot_be_kept_says_so(wrong):
    def break_it(app):
        wrong.database.connection.execute("PRAGMA query_only = ON")

    drive(QuizApp(wrong, Filter()), "n", break_it, "a", shows("저장하지 못했습니다"))


def test_a_star_is_given_and_taken(wrong):
    first = entries(wrong, Filter())[0].key
    starred = lambda app: marks.stars(wrong.database)  # noqa: E731
    drive(QuizApp(wrong, Filter()), "asterisk", shows("별표를 했습니다", "*"), starred)
    assert marks.stars(wrong.database) == [first]
    drive(QuizApp(wrong, Filter()), "asterisk", shows("별표를 지웠습니다"))
    assert marks.stars(wrong.database) == []


def test_a_report_is_written_with_all_that_is_needed_to_check_it(wrong, home):
    drive(
        QuizApp(wrong, Filter()), "enter", "exclamation_mark", shows("무엇이 이상한가요"), "enter", shows("한 문장을 적어"), *"정답이 둘",
        "enter", is_on("exam_review"), shows("신고를 적었습니다", ".json"), "exclamation_mark", "escape",
    )  # fmt: skip
    (path,) = (home / "reports").iterdir()
    said = json.loads(path.read_text(encoding="utf-8"))
    assert (said["sentence"], said["revision"], said["exam"]) == ("정답이 둘", 1, "sample-exam")
    assert said["bank"] == wrong.bank.digest
    assert said["question"]["choices"]
    assert said["response"]


def test_marks_are_made_after_an_answer_too(desk):
    def noted(app):
        assert list(marks.notes(desk.database).values()) == ["음"]
        assert len(marks.stars(desk.database)) == 1

    from quizapp.usecases.start import start_quiz

    app = QuizApp(desk, start_quiz(desk, ("1-1-1-2",), 1, 3, ("choice",)))
    drive(app, "n", is_on("question"), "1", "enter", "ㅜ", shows("쓰는 대로"), "음", "escape", is_on("question"), "asterisk",
          shows("별표를 했습니다"), noted, "exclamation_mark", *"b", "enter", shows("신고를 적었습니다"),
          "enter", is_on("result"))  # fmt: skip


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (160, 50)])
def test_every_row_keeps_its_width_at_every_size(wrong, size):
    def even(app):
        assert {cell_len(line) for line in screen_text(app).split("\n")} == {size[0]}

    drive(QuizApp(wrong, Filter()), even, "down", even, "g", even, "n", even, "escape", "exclamation_mark", even, "escape", "enter", even,
          "escape", "question_mark", even, size=size)  # fmt: skip


def test_a_wide_screen_shows_the_question_beside_the_list(wrong):
    drive(QuizApp(wrong, Filter()), shows("내 답", "해설", "근거"), "down", "down", "pagedown", "pageup", shows("내 답"), size=(160, 50))


def test_a_retired_entry_is_gone_when_one_comes_back(wrong):
    before = len(entries(wrong, Filter()))

    def retire(app):
        for _ in range(2):
            wrong.clock.pass_ms(86_400_000)
            study(wrong, "o" * before, sitting=again_all(wrong))

    def again_all(desk):
        from quizapp.usecases.notebook import retry

        return retry(desk, entries(desk, Filter()))

    drive(QuizApp(wrong, Filter()), "question_mark", retire, "escape", is_on("notebook"), shows("0개 · 오늘", "아무것도 없습니다"))


def test_the_screens_stand_in_the_first_screens_menu(desk):
    drive(QuizApp(desk), "slash", is_on("browser"), "escape", is_on("home"))
    drive(QuizApp(desk), *["down"] * 5, "enter", is_on("browser"))
    assert BrowserScreen.NAME == "browser"
