"""What is shown can be seen and read: scrolled to, within the width, with the keys that work."""

import json
from dataclasses import asdict, replace

import pytest
from rich.cells import cell_len
from textual.widgets import Input

from quizapp.items import Form
from quizapp.store import answers, settings
from quizapp.study.sitting import Sitting
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.question import QuestionScreen
from quizapp.tui.screens.result import ResultScreen
from quizapp.tui.widgets.choice_list import ChoiceList
from quizapp.tui.widgets.page import Page
from quizapp.usecases.ask import question_of
from quizapp.usecases.start import start_quiz, unfinished
from quizapp.usecases.summary import KEPT, SubjectGauge, refreshed
from tests.tui.driver import drive, screen_text, text_of
from tests.tui.test_quiz import typed  # noqa: F401 - a fixture

NARROW = (60, 20)


def log(desk):
    return [(row["form"], row["response"]) for row in answers.log(desk.database)]


def squeezed(app):
    return "".join(screen_text(app).split())


def footer(app):
    return screen_text(app).split("\n")[-1]


@pytest.fixture
def long_question(real_desk):
    """The app on an item whose choices do not all fit on 24 lines."""
    sitting = start_quiz(real_desk, ("2",), 2, 3, ("choice",))
    item = real_desk.bank.item("explore-clean-0101")
    from random import Random

    from quizapp.study.questions import from_item

    return QuizApp(real_desk, replace(sitting, slots=(from_item(item, Random(1)), *sitting.slots[1:])))


@pytest.mark.parametrize("keys", [["4"], ["down"] * 4, ["1", "down", "down", "down"], ["up"]])
def test_the_picked_choice_is_scrolled_into_view(long_question, keys):
    def is_seen(app):
        fourth = question_of(app.screen._sitting).choices[3].text
        assert "".join(fourth.split()) in squeezed(app)
        assert app.screen.query_one(ChoiceList).cursor == 4

    def is_not_seen(app):
        assert "4." not in screen_text(app)

    drive(long_question, is_not_seen, *keys, is_seen)


def test_down_beyond_the_last_choice_scrolls_on(long_question):
    def at_the_end(app):
        assert app.screen.query_one(Page).is_at_its_end

    drive(long_question, *["down"] * 9, at_the_end, size=(60, 14))


LONG_CODE = "import math\n" + "\n".join(f"x{n} = {n}" for n in range(12)) + f"\nprint({', '.join(f'value_{n}' for n in range(40))})"


def test_unfolded_code_is_scrolled_into_view_and_its_long_lines_are_read_whole(desk, typed):  # noqa: F811
    seen = []
    question = replace(question_of(typed._sitting), code=LONG_CODE, steps=tuple(f"단계 {n}" for n in range(20)))
    typed._sitting = typed._sitting.filled(question)
    look = lambda app: seen.append(screen_text(app))  # noqa: E731
    drive(typed, *"0.5", "enter", look, "c", look, "pagedown", look, "c", look)
    assert "import math" not in seen[0]
    assert "import math" in seen[1]
    assert "value_39" in seen[1] + seen[2]
    assert all(cell_len(line) == 80 for text in seen for line in text.split("\n"))


def test_while_typing_the_footer_shows_the_keys_that_work(desk, typed):  # noqa: F811
    lines = []
    drive(typed, lambda app: lines.append(footer(app)), size=(80, 24))
    assert "Enter 확인" in lines[0]
    assert "F2 찍음" in lines[0]
    assert "F4 도움말" in lines[0]
    assert "Esc 그만" in lines[0]
    assert " u " not in lines[0]
    assert "?" not in lines[0]


def test_function_keys_work_while_typing(desk, typed):  # noqa: F811
    def help_is_shown(app):
        assert "되돌" in screen_text(app)

    def first(app):
        assert app.screen._sitting.position == 0

    app = QuizApp(desk, start_quiz(desk, ("1",), 3, 4))
    second = replace(question_of(typed._sitting), form=Form.NUMBER)
    app._sitting = replace(app._sitting, slots=(app._sitting.slots[0], second, app._sitting.slots[2]))
    drive(app, "1", "enter", "enter", *"12", "f4", help_is_shown, "escape", "f3", first, size=(80, 40))
    assert [row["undone"] for row in answers.log(desk.database)] == [True]


def test_enter_in_an_empty_field_says_what_to_do(desk, typed):  # noqa: F811
    seen = []
    drive(typed, "enter", lambda app: seen.append(screen_text(app)))
    assert "답을 입력하고 Enter를 누르세요." in seen[0]
    assert log(desk) == []


@pytest.mark.parametrize("keys", [(), ("t",), ("m",), ("enter",), ("enter", "1"), ("enter", "1", "enter")])
def test_the_way_out_is_in_the_footer_of_a_narrow_window(real_desk, keys):
    lines = []
    drive(QuizApp(real_desk), "down", *keys, lambda app: lines.append(footer(app)), size=NARROW)
    assert "Esc" in lines[0]


def test_the_way_out_is_in_the_footer_while_typing_in_a_narrow_window(desk, typed):  # noqa: F811
    lines = []
    drive(typed, lambda app: lines.append(footer(app)), size=NARROW)
    assert "Esc 그만" in lines[0]
    assert "Enter 확인" in lines[0]


def test_the_topic_picker_shows_its_numbers_in_a_narrow_window(real_desk):
    seen = []
    drive(QuizApp(real_desk), "t", "right", "down", lambda app: seen.append(screen_text(app)), size=NARROW)
    lines = [line for line in seen[0].split("\n") if "[ ]" in line]
    assert lines
    assert all("문항" in line for line in lines)
    assert any("계산" in line for line in lines)


def test_the_topic_picker_counts_items_and_skills_apart(desk):
    titles = []
    drive(QuizApp(desk), "t", lambda app: titles.append(screen_text(app).split("\n")[0]))
    assert "문항 8 · 계산 1 · 낼 문항 9" in titles[0]


def test_the_first_screen_keeps_each_subject_on_one_line_in_a_narrow_window(desk):
    gauges = (SubjectGauge("1", 3.1, 4, 0.002), SubjectGauge("2", 2.2, 4, 0.09))
    told = replace(refreshed(desk), pass_probability=0.71, interval=(0.58, 0.82), score=65.2, subjects=gauges)
    settings.put(desk.database, KEPT, json.dumps(asdict(told)))
    seen = []
    drive(
        QuizApp(desk),
        lambda app: app.screen.query_one(Page).scroll_end(animate=False),
        lambda app: seen.append(screen_text(app)),
        size=NARROW,
    )
    (line,) = [line for line in seen[0].split("\n") if "2 둘째" in line]
    assert "2.2/4" in line
    assert "과락   9%  ← 가장 위험" in line


def test_a_short_time_is_told_as_less_than_a_minute(desk, clock):
    seen = []
    drive(
        QuizApp(desk, start_quiz(desk, ("1",), 2, 4)),
        lambda app: clock.pass_ms(30_000),
        "1",
        "enter",
        "escape",
        lambda app: seen.append(screen_text(app)),
    )
    assert "이번 주 1분 미만" in seen[0]


def test_the_cursor_of_the_menu_has_a_sign_of_its_own(desk):
    marked = []

    def mark(app):
        marked.append([line.strip() for line in screen_text(app).split("\n") if line.lstrip().startswith(">")])

    drive(QuizApp(desk), mark, "down", mark)
    assert [len(lines) for lines in marked] == [1, 1]
    assert marked[0][0].startswith("> 오늘 학습")
    assert marked[1][0].startswith("> 퀴즈")


@pytest.mark.parametrize("key", ["d", "ㅇ", "delete"])
def test_an_interrupted_sitting_is_discarded_after_a_second_press(desk, key):
    seen = []

    def look(app):
        seen.append(screen_text(app))

    drive(QuizApp(desk, start_quiz(desk, ("1",), 3, 4)), "1", "enter", "escape", look, key, look, key, look)
    assert "이어하기" in seen[0]
    assert "버릴까요" in seen[1]
    assert "이어하기" in seen[1]
    assert "이어하기" not in seen[2]
    assert unfinished(desk) is None
    assert len(log(desk)) == 1


def test_another_key_forgets_that_something_was_to_be_discarded(desk):
    drive(QuizApp(desk, start_quiz(desk, ("1",), 3, 4)), "escape", "d", "down", "d")
    assert unfinished(desk) is not None


def test_without_an_interrupted_sitting_nothing_can_be_discarded(desk):
    lines = []
    drive(QuizApp(desk), "d", "d", lambda app: lines.append(footer(app)))
    assert "버리기" not in lines[0]


def test_help_hangs_its_lines_and_says_what_works_now_first(desk):
    seen = []
    drive(QuizApp(desk), "question_mark", lambda app: seen.append(screen_text(app)), size=NARROW)
    assert "↑, ↓" in seen[0]
    drive(QuizApp(desk, start_quiz(desk, ("1",), 3, 4)), "question_mark", lambda app: seen.append(screen_text(app)), size=(80, 50))
    now, later = seen[1].split("다른 때 쓰는 키")
    assert now.count("Enter, Space") == 1
    assert "고른 답을 냅니다" in now
    assert "카드를 뒤집어" in later


@pytest.mark.parametrize(("key", "given"), [("o", "1"), ("ㅐ", "1"), ("x", "2"), ("ㅌ", "2")])
def test_true_or_false_has_keys_of_its_own_in_either_layout(kinds_desk, key, given):
    lines = []
    app = QuizApp(kinds_desk, start_quiz(kinds_desk, ("1",), 1, 5, ("ox",)))
    drive(app, lambda app: lines.append(footer(app)), key, "enter")
    assert "o 맞음  x 아님" in lines[0]
    assert "1-" not in lines[0]
    assert log(kinds_desk) == [("choice", given)]


def test_the_verdict_of_true_or_false_says_so_and_gives_the_reason_once(kinds_desk):
    seen = []
    sitting = start_quiz(kinds_desk, ("1",), 1, 5, ("ox",))
    question = question_of(sitting)
    wrong = 3 - question.right_number
    drive(QuizApp(kinds_desk, sitting), str(wrong), "enter", lambda app: seen.append((text_of(app, "#verdict"), squeezed(app))))
    assert seen[0][0] == f"✗ {'OX'[wrong - 1]}를 골랐습니다  정답 {'OX'[question.right_number - 1]}"
    why = "".join(question.choices[question.right_number - 1].why.split())
    assert seen[0][1].count(why) == 1


def test_a_number_without_a_choice_says_which_there_are(kinds_desk):
    seen = []
    app = QuizApp(kinds_desk, start_quiz(kinds_desk, ("1",), 1, 5, ("ox",)))
    drive(app, "3", lambda app: seen.append(screen_text(app)))
    assert "보기는 1에서 2까지입니다." in seen[0]


def test_the_back_of_a_card_stands_above_its_grades(kinds_desk):
    seen = []
    app = QuizApp(kinds_desk, start_quiz(kinds_desk, ("1",), 1, 5, ("card",)))
    drive(app, "enter", lambda app: seen.append(screen_text(app)))
    assert seen[0].index("앞면") < seen[0].index("뒷면") < seen[0].index("알맞음")


@pytest.mark.parametrize(("kind", "form"), [("card", Form.CARD), ("ox", Form.CHOICE), ("term", Form.TERM)])
@pytest.mark.parametrize("resumed", [False, True])
def test_once_more_asks_the_same_kinds(kinds_desk, kind, form, resumed):
    sittings = []
    sitting = start_quiz(kinds_desk, ("1",), 1, 5, (kind,))
    keys = {"card": ["enter", "3", "enter"], "ox": ["1", "enter", "enter"], "term": [*"aa", "enter", "enter"]}[kind]

    def again(app):
        assert isinstance(app.screen, QuestionScreen)
        sittings.append(app.screen._sitting)

    def result(app):
        assert isinstance(app.screen, ResultScreen)

    if resumed:
        again_sitting = unfinished(kinds_desk)
        assert isinstance(again_sitting, Sitting)
        sitting = again_sitting
    drive(QuizApp(kinds_desk, sitting), *keys, result, "r", again)
    assert sittings[0].id != sitting.id
    asked = question_of(sittings[0])
    assert asked.is_true_or_false == (kind == "ox")
    assert asked.form in {form, Form.ORDER} if kind == "term" and resumed else asked.form is form


def test_once_more_after_a_drill_is_a_drill(desk):
    from quizapp.usecases.drill import start_drill

    verbs = []

    def verb(app):
        verbs.append(app.screen._sitting.verb)

    drive(QuizApp(desk, start_drill(desk, ("1",), count=1)), "1", "enter", "enter", "r", verb)
    assert verbs == ["drill"]


def test_a_field_that_lost_the_focus_is_answered_with_enter_too(desk, typed):  # noqa: F811
    def leave(app):
        app.screen.query_one(Input).value = "0.5"
        app.screen.set_focus(None)

    drive(typed, leave, "enter")
    assert log(desk) == [("number", "0.5")]


def test_the_first_screen_is_left_unchanged_by_a_theme_that_is_kept(desk):
    def home(app):
        assert isinstance(app.screen, HomeScreen)

    drive(QuizApp(desk), "b", home, "ㅠ", home)
