"""A quiz on the screen: every way of answering, why, undo, leaving and coming back."""

import asyncio
from dataclasses import replace

import pytest
from rich.cells import cell_len
from textual.widgets import Input

from quizapp.store import answers
from quizapp.study.sitting import Stage
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.question import QuestionScreen
from quizapp.tui.screens.result import ResultScreen
from quizapp.tui.screens.topics import TopicsScreen
from quizapp.tui.widgets.choice_list import ChoiceList
from quizapp.usecases.ask import question_of
from quizapp.usecases.start import start_quiz, unfinished
from tests.questions import number_question
from tests.tui.driver import drive, screen_text, text_of


def log(desk):
    return list(answers.log(desk.database))


def quiz(desk, topics=("1",), count=3, seed=4):
    return QuizApp(desk, start_quiz(desk, topics, count, seed))


@pytest.mark.parametrize(
    "keys", [["2", "enter"], ["２", "enter"], ["down", "down", "enter"], ["2", "space"], ["up", "k", "k", "enter"], ["ㅓ", "ㅓ", "enter"]]
)
def test_every_way_of_choosing_the_second_choice(desk, keys):
    drive(quiz(desk), *keys)
    assert [row["response"] for row in log(desk)] == ["2"]


def test_feedback_shows_why_every_choice_is_what_it_is(desk):
    seen = []
    app = quiz(desk)
    drive(app, "1", "enter", lambda app: seen.append(screen_text(app)), size=(100, 40))
    (text,) = seen
    question = question_of(quiz(desk)._sitting)
    for choice in question.choices:
        assert choice.why in text
    assert question.explanation in text
    assert question.reference in text
    assert "✓" in text


def test_enter_without_a_choice_answers_nothing_and_says_what_to_do(desk):
    seen = []
    drive(quiz(desk), "enter", lambda app: seen.append(screen_text(app)))
    assert "보기를 고르세요" in seen[0]
    assert log(desk) == []


def test_a_guess_is_marked_and_kept(desk):
    drive(quiz(desk), "0", "1", "enter", "enter", "1", "enter")
    assert [row["unsure"] for row in log(desk)] == [True, False]


def test_undo_asks_the_question_again_in_either_layout(desk):
    def is_asking(app):
        assert app.screen._sitting.stage is Stage.ASKING
        assert app.screen._sitting.position == 0

    drive(quiz(desk), "1", "enter", "u", is_asking, "2", "enter", "enter", "ㅕ", is_asking)
    assert [row["undone"] for row in log(desk)] == [True, True]


def home(app):
    assert isinstance(app.screen, HomeScreen)


def test_leaving_in_the_middle_and_coming_back_finds_the_same_question(desk):
    kept = []

    def keep(app):
        kept.append((text_of(app, "#stem"), question_of(app.screen._sitting).choices))

    drive(quiz(desk), "1", "enter", "enter", keep, "escape", home)
    drive(QuizApp(desk), "enter", keep)
    assert kept[0] == kept[1]


def test_the_end_shows_the_result_and_leads_home(desk):
    def result(app):
        assert isinstance(app.screen, ResultScreen)
        assert "2문항 가운데" in screen_text(app)

    drive(quiz(desk, count=2), "1", "enter", "enter", "1", "enter", "enter", result, "enter", home)
    assert len(log(desk)) == 2
    assert unfinished(desk) is None


def test_bank_text_is_shown_as_written(desk):
    seen = []
    drive(quiz(desk, ("1-1-1-1",), 3), *["1", "enter", lambda app: seen.append(screen_text(app)), "enter"] * 3, size=(120, 40))
    text = "\n".join(seen)
    assert "배열 a[i]와 [b]x, 구간 [0, 1], 닫는 표시 [/] 가운데" in text
    assert "넷째 보기가 아닌 까닭을 [i] 표시와 함께 설명한다." in text


def test_clicking_twice_on_a_choice_answers(desk):
    app = quiz(desk)

    async def click():
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            choices = app.screen.query_one(ChoiceList)
            third = (10, 1 + 2 * 2)  # a line of padding, two lines a choice
            await pilot.click(choices, offset=third)
            await pilot.pause()
            assert log(desk) == []
            assert choices.cursor == 3
            await pilot.click(choices, offset=third)
            await pilot.pause()

    asyncio.run(click())
    assert [row["response"] for row in log(desk)] == ["3"]


def test_a_composed_syllable_carries_nothing_out_and_is_explained(desk):
    seen = []
    drive(quiz(desk), "1", "가", lambda app: seen.append(screen_text(app)))
    assert "한/영" in seen[0]
    assert log(desk) == []


@pytest.fixture
def typed(desk, monkeypatch):
    """An app whose next question is typed."""
    app = quiz(desk, ("1",), 2)
    app._sitting = app._sitting.filled(number_question())
    return app


def test_a_typed_number_is_judged_and_a_misconception_named(desk, typed):
    seen = []
    drive(typed, *"0.75", "enter", lambda app: seen.append(text_of(app, "#verdict")))
    assert "정밀도를 F1로 보았습니다." in seen[0]
    assert "0.67" in seen[0]


def test_a_typed_nonsense_is_told_and_costs_nothing(desk, typed):
    seen = []
    drive(typed, *"abc", "enter", lambda app: seen.append(screen_text(app)))
    assert "수로 읽을 수 없습니다" in seen[0]
    assert log(desk) == []


def test_letters_typed_into_the_field_are_no_commands(desk, typed):
    values = []
    drive(
        typed,
        "u",
        "c",
        "1",
        lambda app: values.append(app.screen.query_one(Input).value),
        *["backspace"] * 3,
        "f2",
        *"2/3",
        "enter",
        "enter",
    )
    assert values == ["uc1"]
    assert [(row["response"], row["correct"], row["unsure"]) for row in log(desk)] == [("2/3", True, True)]


def test_code_is_unfolded_and_folded(desk):
    sizes = []

    def size(app):
        sizes.append("import math" in screen_text(app))

    app = quiz(desk, ("1",), 2)
    app._sitting = app._sitting.filled(replace(number_question(), code="import math\nprint(math.pi)"))
    drive(app, "1", "enter", size, "c", size, "ㅊ", size)
    assert sizes == [False, True, False]


def test_the_picker_starts_a_quiz_on_what_was_ticked(desk):
    def asked(app):
        assert isinstance(app.screen, QuestionScreen)
        assert app.screen._sitting.topics == ("2",)

    drive(QuizApp(desk), "t", "down", "down", "space", "enter", asked)


def test_keys_typed_fast_in_the_picker_keep_their_order(desk):
    app = QuizApp(desk)

    async def fast():
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await pilot.press("t")
            await pilot.pause()
            await pilot.press("down", "down", "space", "up", "up")
            await pilot.pause()
            assert isinstance(app.screen, TopicsScreen)
            assert app.screen._chosen() == ("2",)

    asyncio.run(fast())


def still_asking(app):
    assert app.screen.NAME == "question"


def test_help_lists_the_keys_of_the_screen_and_closes(desk):
    seen = []
    drive(quiz(desk), "question_mark", lambda app: seen.append(screen_text(app)), "escape", still_asking, size=(80, 40))
    assert "되돌리" in seen[0]
    assert "찍은 답" in seen[0]


def test_a_store_that_fails_leaves_the_question_open_with_a_sentence(desk):
    def fail(app):
        desk.database.connection.execute("PRAGMA query_only = ON")

    def mend(app):
        assert "저장하지 못했습니다" in screen_text(app)
        assert app.screen._sitting.stage is Stage.ASKING
        desk.database.connection.execute("PRAGMA query_only = OFF")

    drive(quiz(desk), fail, "1", "enter", mend, "enter")
    assert len(log(desk)) == 1


def test_what_the_bank_left_out_is_said_on_the_first_screen(bank_folder, make_desk):
    (bank_folder / "2_second" / "2-1-1.yaml").write_text("[", encoding="utf-8")
    seen = []
    drive(QuizApp(make_desk(bank_folder)), lambda app: seen.append(screen_text(app)))
    assert "1곳을 읽지 못해 뺐습니다" in seen[0]


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_no_letter_of_a_reason_is_cut_at_any_width(real_desk, columns):
    missing = []

    def look(app):
        shown = "".join(screen_text(app).split())
        question = question_of(app.screen._sitting)
        parts = [question.explanation, *(part for choice in question.choices for part in (choice.text, choice.why))]
        missing.extend(part for part in parts if "".join(part.split()) not in shown)

    app = QuizApp(real_desk, start_quiz(real_desk, (), 6, 3, ("choice",)))
    drive(app, *["1", "enter", look, "enter"] * 6, size=(columns, 90))
    assert missing == []


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (160, 50)])
def test_every_row_keeps_its_width_at_every_size(real_desk, size):
    def even(app):
        assert {cell_len(line) for line in screen_text(app).split("\n")} == {size[0]}

    drive(QuizApp(real_desk), even, "enter", even, "1", "enter", even, "space", even, "escape", "t", even, size=size)
