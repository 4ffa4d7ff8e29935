"""A mock paper on the screen: the room, every key of it, its result, and the way there."""

import asyncio

import pytest
from rich.cells import cell_len

from quizapp.exercises.supply import Supply
from quizapp.store import answers, exams
from quizapp.tui.app import QuizApp
from quizapp.tui.widgets.answer_sheet import AnswerSheet
from quizapp.tui.widgets.choice_list import ChoiceList
from quizapp.usecases import exam
from quizapp.usecases.exam_result import exam_result
from tests.exams import answered_paper, new_paper, opened_paper
from tests.tui.driver import drive, screen_text, text_of

MINUTE = 60_000


def room(desk, form="subject-1", **options):
    return QuizApp(desk, new_paper(desk, form, **options))


def entries(desk):
    return exam.unfinished_exam(desk).attempt.entries


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


# The room


@pytest.mark.parametrize("keys", [["3"], ["３"], ["1", "3"], ["x", "3", "3"]])
def test_every_way_of_answering_with_the_third_choice(desk, keys):
    drive(room(desk), *keys)
    assert entries(desk)[0].response == 3
    assert list(answers.log(desk.database)) == []


def at(number):
    return shows(f"문항 {number}/4")


def test_every_way_from_question_to_question(desk):
    drive(
        room(desk), "left", at(1), "right", at(2), "enter", at(3), "space", at(4), "right", at(4), "1", "tab", at(1), "1", "tab", at(2),
        "f", "right", "ㄹ", "left", "left", "shift+tab", at(2), "shift+tab", at(3), "shift+tab", at(2), "tab", at(3), "tab", at(2),
    )  # fmt: skip
    assert exam.unfinished_exam(desk).attempt.position == 1


def test_home_and_end_go_from_subject_to_subject(desk):
    second = shows("문항 5/8", "2과목")
    drive(
        room(desk, "full"),
        "end",
        second,
        "end",
        second,
        "right",
        shows("문항 6/8"),
        "home",
        at_first := shows("문항 1/8"),
        "home",
        at_first,
    )


@pytest.mark.parametrize(("flag", "strike", "scratch"), [("f", "x", "w"), ("ㄹ", "ㅌ", "ㅈ")])
def test_marks_are_made_in_either_layout_and_stand_on_the_sheet(desk, flag, strike, scratch):
    drive(
        room(desk), "2", "0", flag, shows("? 찍음", "! 표시"), strike, shows("지울 보기의 번호"), "4", shows("(지움)"),
        "right", shows("*2>."), "0", "right", shows("*2?.>."),
    )  # fmt: skip
    first, second, *_ = entries(desk)
    assert (first.response, first.is_unsure, first.is_flagged, first.struck) == (2, True, True, {4})
    assert (second.response, second.is_unsure) == (0, True)


def test_marks_and_answers_are_taken_back(desk):
    drive(room(desk), "2", "0", "f", "x", "3", "x", "3", "0", "f", "backspace")
    entry = entries(desk)[0]
    assert (entry.response, entry.is_unsure, entry.is_flagged, entry.was_flagged, entry.struck) == (0, False, False, True, frozenset())


def test_the_answer_itself_is_not_struck_out_and_a_strike_can_be_called_off(desk):
    drive(room(desk), "2", "x", "2", shows("2번은 지금 고른 답이라"), "x", "x", "3")
    assert (entries(desk)[0].response, entries(desk)[0].struck) == (3, frozenset())


def test_where_there_is_nothing_to_go_to_it_is_said(desk):
    drive(room(desk), "shift+tab", shows("표시한 다른 문항이 없습니다"), *["1", "right"] * 4, "tab", shows("다른 빈 문항이 없습니다"))


def test_mouse_alone_is_enough(desk):
    app = room(desk)

    async def click():
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await pilot.click(ChoiceList, offset=(10, 1 + 2 * 2))  # a line of padding, two lines a choice
            await pilot.click(AnswerSheet, offset=(2 + 4 + 2 * 2 + 1, 2))  # border and padding, the row's number, two cells a question
            await pilot.pause()
            assert app.screen._paper.attempt.position == 2

    asyncio.run(click())
    assert entries(desk)[0].response == 3


def test_the_clock_is_shown_hidden_and_stops_in_a_pause(desk, clock):
    def wait(ms):
        def step(app):
            clock.pass_ms(ms)
            if app.screen.NAME == "exam":
                app.screen._tick()

        return step

    drive(
        room(desk), shows("남은 15:00"), wait(61_000), shows("남은 13:59"), "t", shows("시계 숨김"), hides("13:59"), "ㅅ",
        shows("남은 13:59"), "p", shows("쉬는 중"), hides("배열"), lambda app: clock.pass_ms(600_000), "enter", shows("남은 13:59"),
        "ㅔ", shows("쉬는 중"), "space", "1",
    )  # fmt: skip
    attempt = exam.unfinished_exam(desk).attempt
    assert (attempt.pauses, attempt.paused_ms, attempt.used_ms) == (2, 600_000, 61_000)


def test_the_warning_stands_for_a_minute(desk, clock):
    def tick(ms):
        def step(app):
            clock.pass_ms(ms)
            app.screen._tick()

        return step

    drive(
        room(desk), tick(9 * MINUTE), hides("채 되지"), tick(MINUTE), shows("남은 시간이 5분이 채 되지 않습니다"), "f",
        shows("5분이 채", "! 표시"), tick(MINUTE), hides("채 되지"),
    )  # fmt: skip


@pytest.mark.parametrize("covered_by", [[], ["question_mark"], ["ctrl+s"], ["w"]])
def test_at_zero_the_paper_is_handed_in_whatever_covers_it(desk, clock, covered_by):
    def run_out(app):
        clock.pass_ms(15 * MINUTE)
        next(screen for screen in app.screen_stack if getattr(screen, "NAME", "") == "exam")._tick()

    app = room(desk)
    drive(app, "1", *covered_by, run_out, is_on("exam_result"), shows("시간이 다 되어 저절로"), size=(80, 60))
    assert exams.unfinished(desk.database) is None
    assert len(list(answers.log(desk.database))) == 1


def test_a_key_pressed_after_the_end_hands_in_without_being_taken(desk, clock):
    drive(room(desk), "1", lambda app: clock.pass_ms(15 * MINUTE), "2", is_on("exam_result"))
    assert [row["response"] for row in answers.log(desk.database)] == ["1"]


def test_without_a_limit_the_time_that_passed_is_shown(desk, clock):
    def wait(app):
        clock.pass_ms(99 * MINUTE)
        app.screen._tick()

    drive(room(desk, is_timed=False), wait, shows("지난 1:39:00"), is_on("exam"))


def test_the_blank_page_is_kept_for_each_question_and_takes_every_key(desk):
    paper = new_paper(desk)
    drive(
        QuizApp(desk, paper), "w", *"1+2f", lambda app: app.screen.query_one("#scratch").insert("평균 "), "escape", is_on("exam"),
        hides("연습지 ("), "right", "ㅈ", "ㄹ", "tab", "escape", "left", "left", "w", shows("1+2f평균"), is_on("exam"),
    )  # fmt: skip
    assert exams.scratch(desk.database, paper.id, 0) == "1+2f평균 "
    assert exams.scratch(desk.database, paper.id, 1) == "ㄹ"
    assert [(entry.response, entry.is_flagged) for entry in entries(desk)] == [(0, False)] * 4


def test_handing_in_names_what_is_open_and_can_be_called_off(desk):
    drive(
        room(desk), "1", "0", "right", "2", "right", "f", "ctrl+s",
        shows("빈 문항 2개: 3, 4", "표시한 문항 1개: 3", "찍은 문항 1개: 1", "시험지를 낼까요"),
        "escape", is_on("exam"), "ctrl+ㄴ", "enter", is_on("exam_result"),
    )  # fmt: skip
    assert len(list(answers.log(desk.database))) == 2


def test_leaving_and_coming_back_finds_the_same_paper(desk, clock):
    shown = []
    keep = lambda app: shown.append((text_of(app, "#stem"), entries(desk)))  # noqa: E731
    drive(room(desk), "1", "right", "f", "2", lambda app: clock.pass_ms(5_000), keep, "escape", is_on("home"))
    clock.pass_ms(90_000)
    drive(QuizApp(desk), shows("이어하기      모의고사 1과목  2/4  남은 14:55"), "enter", keep)
    assert shown[0][0] == shown[1][0]
    assert [entry.response for entry in shown[1][1]] == [1, 2, 0, 0]
    assert exam.unfinished_exam(desk).attempt.closed_ms == 90_000


def test_a_store_that_fails_says_so_and_changes_nothing(desk):
    def break_it(app):
        desk.database.connection.execute("PRAGMA query_only = ON")

    def mend(app):
        shows("저장하지 못했습니다")(app)
        desk.database.connection.execute("PRAGMA query_only = OFF")

    drive(room(desk), "1", break_it, "2", mend)
    assert entries(desk)[0].response == 1


def test_a_paper_that_cannot_be_opened_takes_nothing_and_can_be_left(desk):
    app = room(desk)
    desk.database.connection.execute("PRAGMA query_only = ON")
    drive(app, shows("저장하지 못했습니다"), "1", "f", "escape", is_on("home"))
    desk.database.connection.execute("PRAGMA query_only = OFF")
    assert not exams.deeds_of(desk.database, exam.unfinished_exam(desk).id)


def test_what_another_window_handed_in_leads_to_the_result(desk):
    paper = new_paper(desk)
    drive(QuizApp(desk, paper), lambda app: exam.submit(desk, app.screen._paper, by_time=False), "1", is_on("exam_result"))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (160, 50)])
def test_every_row_keeps_its_width_at_every_size(real_desk, size):
    def even(app):
        assert {cell_len(line) for line in screen_text(app).split("\n")} == {size[0]}

    app = QuizApp(real_desk, new_paper(real_desk, "full", 5))
    marked = ["1", "f", "0", "right", even] * 3
    drive(app, even, *marked, "end", even, "w", even, "escape", "ctrl+s", even, "enter", even, "1", even, size=size)


def test_a_narrow_window_has_the_counts_in_the_status_line(desk):
    drive(room(desk), "1", shows("답 1/4"), size=(60, 20))


def test_a_wide_window_shows_flags_and_guesses_side_by_side_and_names(desk):
    drive(room(desk), "2", "0", "f", "right", shows("1과목 첫째 과목 1/4", "!?2> ."), size=(160, 50))


def test_a_composed_syllable_carries_nothing_out(desk):
    drive(room(desk), "가", shows("한/영"))
    assert len(exams.deeds_of(desk.database, exam.unfinished_exam(desk).id)) == 1


# The result


@pytest.fixture
def result_app(desk, clock):
    """A paper with three of four answered: right, wrong after a right answer, right by a guess and flagged; on its result."""
    paper = answered_paper(desk, opened_paper(desk), "oo")
    clock.pass_ms(100_000)
    number = paper.question.right_number
    paper = exam.choose(desk, paper, str(number % 4 + 1))
    paper = exam.toggle_flag(desk, exam.toggle_unsure(desk, answered_paper(desk, paper, "--o")))
    return QuizApp(desk, paper)


HAND_IN = ("ctrl+s", "enter", is_on("exam_result"))


def test_the_result_tells_what_everything_was_worth(result_app):
    drive(
        result_app, *HAND_IN,
        shows(
            "50.00점", "불합격: 평균 60점 미달", "1 첫째 과목", "2/4", "찍은 문항 1개 (맞음 1)", "찍어서 맞힌 문제: 3",
            "표시한 문항 1개 (맞음 1)", "답을 바꾼 문항 1개: 틀림에서 맞음 0, 맞음에서 틀림 1", "답하지 않은 문항 1개",
            "예산을 넘긴 문항 0개", "1-1-1 첫 세부",
        ),
        size=(100, 50),
    )  # fmt: skip


def test_the_score_stands_at_the_top_of_a_small_window(result_app):
    drive(result_app, *HAND_IN, shows("50.00점"), "pagedown", hides("50.00점"), "pageup", shows("50.00점"))


def test_the_questions_are_reviewed_with_full_feedback(result_app):
    views = [("1", "틀린 문항", 2), ("2", "찍은 문항", 1), ("3", "표시한 문항", 1), ("4", "모든 문항", 4)]
    steps = []
    for key, name, count in views:
        first, last = shows(f"{name} ·", f"1/{count}", "까닭을", "✓", "해설", "근거"), shows(f"{count}/{count}")
        steps += [key, is_on("exam_review"), first, *["right"] * count, last, *["left"] * count, first, "escape", is_on("exam_result")]
    drive(result_app, *HAND_IN, *steps, size=(100, 50))


def test_a_blank_is_reviewed_as_such_and_a_change_is_named(result_app):
    drive(
        result_app, *HAND_IN, "enter", shows("답을 바꿈"), "right", shows("답하지 않았습니다", "정답 "), "space", "up", "down", "escape",
        size=(100, 50),
    )  # fmt: skip


def test_the_wrong_ones_are_sat_again(result_app):
    def two(app):
        assert len(app.screen._sitting.slots) == 2

    drive(result_app, *HAND_IN, *["down"] * 4, "enter", is_on("question"), two)


def test_what_there_is_none_of_is_said(desk):
    drive(QuizApp(desk, opened_paper(desk)), *HAND_IN, "2", shows("그런 문항이 없습니다"), "escape", is_on("home"))


def test_the_trend_over_papers_of_a_form(desk, clock):
    for marks in ("o", "ooo"):
        paper = exam.submit(desk, answered_paper(desk, opened_paper(desk), marks), by_time=False)
        clock.pass_ms(86_400_000)
    drive(
        QuizApp(desk), "m", is_on("exam_forms"), shows("25.00점 불합격", "75.00점 합격"), *["down"] * 5, "enter", is_on("exam_result"),
        shows("지금까지", "25.00점", "75.00점"), size=(100, 50),
    )  # fmt: skip
    assert exam_result(desk, paper.id).score.passed


# The way there


def test_a_paper_is_begun_from_home(desk):
    def paper(app):
        assert len(app.screen._paper.questions) == 4

    to_the_first_subject = ["ㅡ", is_on("exam_forms"), shows("8문항 30분"), "down", "down"]
    drive(QuizApp(desk), *to_the_first_subject, "t", shows("시간 제한 없음"), "enter", settled("exam"), paper)
    assert exam.unfinished_exam(desk).allowed_ms is None


def settled(name):
    """Waits for the thread that draws."""

    async def until(app):
        for _ in range(200):
            if name == app.screen.NAME:
                return
            await asyncio.sleep(0.02)
        raise AssertionError(screen_text(app))

    return until


def test_a_form_that_the_bank_is_too_small_for_says_what_lacks(bank_folder, make_desk):
    (bank_folder / "skills.yaml").unlink()
    desk = make_desk(bank_folder)
    lacks = shows("문항이 모자랍니다: 2 1, 2-1-1 1")
    drive(QuizApp(desk), "m", lacks, "enter", shows("exam --subject 1"), "escape", is_on("home"), size=(100, 30))


def test_a_drawing_that_is_left_begins_no_paper(bank_folder, make_desk):
    from threading import Event

    gate = Event()

    def wait(*_):
        gate.wait(5)
        raise RuntimeError("never")

    desk = make_desk(bank_folder, Supply(wait))
    order = exam.order_paper(desk, "full", 1, is_timed=True)
    drive(QuizApp(desk, order), shows("만드는 중"), "escape", is_on("home"), lambda app: gate.set())
    assert exams.all_of(desk.database) == []
