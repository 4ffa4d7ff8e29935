"""A mock paper from the draw to the result, without any face."""

from dataclasses import replace

import pytest

from quizapp.errors import (
    ExamOpenError,
    NoOpenExamError,
    PaperShortError,
    QuizappError,
    ResponseFormatError,
    SittingFinishedError,
    SittingGoneError,
    StrikeRefusedError,
    TimeIsOverError,
    UnknownExamError,
    UnknownFormError,
)  # fmt: skip
from quizapp.exercises.supply import Supply
from quizapp.items import Form
from quizapp.store import answers, exams, memories
from quizapp.usecases import exam
from quizapp.usecases.exam_result import exam_result, result_row, sit_again, summaries, summary_row, unfinished_summary
from quizapp.usecases.papers import draw_paper, form_of
from quizapp.usecases.remember import differences
from quizapp.usecases.start import start_quiz, unfinished
from quizapp.usecases.statistics import statistics
from tests.exams import answered_paper, new_paper, opened_paper

MINUTE = 60_000


def found_again(desk):
    return exam.unfinished_exam(desk)


# The paper


def test_a_paper_has_the_subjects_in_order_with_their_calculations(real_desk):
    questions = new_paper(real_desk, "full", 11).questions
    assert [question.syllabus[0] for question in questions] == ["1"] * 20 + ["2"] * 20 + ["3"] * 20 + ["4"] * 20
    computed = [question.syllabus[0] for question in questions if question.origin.skill]
    assert {subject: computed.count(subject) for subject in "1234"} in (
        {"1": 0, "2": two, "3": three, "4": 2} for two in (2, 3) for three in (1, 2)
    )
    assert all(question.form is Form.CHOICE and len(question.choices) == 4 for question in questions)
    assert {question.origin.difficulty for question in questions if question.origin.skill} == {"paper"}
    assert {sum(question.right_number == number for question in questions) for number in (1, 2, 3, 4)} == {20}
    assert len({question.origin.key for question in questions}) == 80


def test_a_seed_gives_the_same_paper_and_a_second_paper_other_questions(real_desk):
    first = new_paper(real_desk, "subject-1", 5)
    assert new_paper(real_desk, "subject-1", 5).questions == first.questions
    keys = [{question.origin.key for question in new_paper(real_desk, "subject-1", None).questions} for _ in range(3)]
    assert not keys[0] & keys[1]
    assert not keys[2] & (keys[0] | keys[1])


def test_a_paper_is_frozen_when_it_starts(desk, bank_folder, make_desk):
    paper = new_paper(desk, "full")
    for path in bank_folder.glob("*/[12]-1-1.yaml"):
        path.write_text("[]", encoding="utf-8")
    assert found_again(make_desk(bank_folder)).questions == paper.questions


def test_a_bank_too_small_says_what_lacks_and_what_works(desk, bank_folder, make_desk):
    (bank_folder / "2_second" / "2-1-1.yaml").write_text("[]", encoding="utf-8")
    (bank_folder / "skills.yaml").unlink()
    poor = make_desk(bank_folder)
    with pytest.raises(PaperShortError, match=r"2 계산 1문항, 2-1-1 4문항.*exam --subject 1") as caught:
        exam.order_paper(poor, "full", 1, is_timed=True)
    assert caught.value.possible == "subject-1"
    with pytest.raises(UnknownFormError, match="subject-7"):
        form_of(desk.bank, "subject-7")


def test_an_exercise_that_cannot_be_made_gives_its_place_and_is_noted(bank_folder, make_desk):
    path = bank_folder / "2_second" / "2-1-1.yaml"
    path.write_text(path.read_text(encoding="utf-8") + path.read_text(encoding="utf-8").replace("item-0006", "item-0016")
                    .replace("item-0007", "item-0017").replace("item-0008", "item-0018"), encoding="utf-8")  # fmt: skip

    def fail(*_):
        raise RuntimeError("broken template")

    desk = make_desk(bank_folder, Supply(fail))
    paper = new_paper(desk, "full")
    assert len(paper.questions) == 8
    assert not any(question.origin.skill for question in paper.questions)
    noted = desk.database.connection.execute("SELECT DISTINCT skill, reason FROM template_failure").fetchall()
    assert noted == [("scaling.standard", "RuntimeError: broken template")]


# The room


def test_everything_done_is_found_again(desk, bank_folder, make_desk, clock):
    paper = opened_paper(desk)
    clock.pass_ms(5_000)
    paper = exam.choose(desk, paper, "3")
    paper = exam.toggle_unsure(desk, paper)
    paper = exam.toggle_strike(desk, paper, "1")
    paper = exam.toggle_flag(desk, exam.go(desk, paper, 2))
    clock.pass_ms(2_000)
    paper = exam.clear(desk, exam.choose(desk, paper, "２"))
    exams.put_scratch(desk.database, paper.id, 2, "x̄ = 3")
    exam.left(desk, paper)
    again = found_again(make_desk(bank_folder))
    assert again.attempt == replace(paper.attempt)
    assert (again.attempt.entries[0].response, again.attempt.entries[0].is_unsure, again.attempt.entries[0].struck) == (3, True, {1})
    assert (again.attempt.position, again.attempt.flagged_positions) == (2, [2])
    assert exams.scratch(desk.database, paper.id, 2) == "x̄ = 3"
    assert again.watch.used_ms == 7_000


def test_what_changes_nothing_is_not_written(desk):
    paper = opened_paper(desk)
    before = len(exams.deeds_of(desk.database, paper.id))
    paper = exam.clear(desk, exam.go(desk, exam.go(desk, exam.go(desk, paper, 0), -1), 4))
    paper = exam.choose(desk, paper, "1")
    exam.choose(desk, paper, "1")
    assert len(exams.deeds_of(desk.database, paper.id)) == before + 1


@pytest.mark.parametrize("given", ["5", "0", "", "가", "-1"])
def test_what_is_no_choice_is_refused(desk, given):
    paper = opened_paper(desk)
    with pytest.raises(ResponseFormatError):
        exam.choose(desk, paper, given)
    with pytest.raises(ResponseFormatError):
        exam.toggle_strike(desk, paper, given)


def test_the_answer_is_not_struck_out_and_a_number_beyond_the_paper_is_refused(desk):
    paper = exam.choose(desk, opened_paper(desk), "2")
    with pytest.raises(StrikeRefusedError, match="2번"):
        exam.toggle_strike(desk, paper, "2")
    assert exam.go_to_number(desk, paper, "4").attempt.position == 3
    for number in ("5", "0", "x", ""):
        with pytest.raises(ResponseFormatError, match="1에서 4"):
            exam.go_to_number(desk, paper, number)


def test_the_clock_stands_while_the_paper_is_closed_or_paused_and_both_are_noted(desk, clock):
    paper = opened_paper(desk)
    clock.pass_ms(10_000)
    paper = exam.left(desk, paper)
    clock.pass_ms(60_000)
    paper = exam.proceeded(desk, paper, 60_000)
    clock.pass_ms(1_000)
    exam.left(desk, paper)
    clock.pass_ms(3_600_000)
    paper = exam.opened(desk, found_again(desk))
    clock.pass_ms(2_000)
    assert paper.watch.at(clock.monotonic_ms()) == 13_000
    assert paper.remaining_ms(clock.monotonic_ms()) == 15 * MINUTE - 13_000
    assert (paper.attempt.paused_ms, paper.attempt.pauses) == (60_000, 1)
    assert (paper.attempt.closed_ms, paper.attempt.closings) == (3_600_000, 1)


def test_setting_the_system_s_time_changes_nothing(desk, clock):
    paper = opened_paper(desk)
    clock.utc_ms -= 86_400_000
    clock.ticks_ms += 4_000
    paper = exam.choose(desk, paper, "1")
    clock.utc_ms += 999 * 86_400_000
    assert paper.remaining_ms(clock.monotonic_ms()) == 15 * MINUTE - 4_000
    assert exam.left(desk, paper).watch.used_ms == found_again(desk).watch.used_ms == 4_000


def test_once_the_time_is_over_nothing_more_is_taken(desk, clock):
    paper = opened_paper(desk)
    clock.pass_ms(15 * MINUTE)
    assert exam.is_over(desk, paper)
    with pytest.raises(TimeIsOverError):
        exam.choose(desk, paper, "1")
    over = exam.submit(desk, paper, by_time=True)
    assert (over.attempt.by_time, over.attempt.used_ms) == (True, 15 * MINUTE)


def test_without_a_limit_the_time_is_never_over(desk, clock):
    paper = opened_paper(desk, is_timed=False)
    clock.pass_ms(99 * 3_600_000)
    assert not exam.is_over(desk, paper)
    assert paper.remaining_ms(clock.monotonic_ms()) is None
    assert exam.choose(desk, paper, "1").attempt.current.response == 1


def test_what_another_window_handed_in_takes_nothing_more(desk):
    paper = opened_paper(desk)
    exam.submit(desk, paper, by_time=False)
    for act in (exam.toggle_flag, exam.opened, lambda desk, paper: exam.submit(desk, paper, by_time=False)):
        with pytest.raises(SittingFinishedError):
            act(desk, paper)
    assert len(list(answers.log(desk.database))) == 0


def test_what_cannot_be_saved_is_said_and_changes_nothing(desk):
    paper = opened_paper(desk)
    desk.database.connection.execute("PRAGMA query_only = ON")
    with pytest.raises(QuizappError, match="저장하지 못했습니다"):
        exam.choose(desk, paper, "1")
    desk.database.connection.execute("PRAGMA query_only = OFF")
    assert found_again(desk).attempt.open_positions == [0, 1, 2, 3]


def test_an_unfinished_paper_and_an_unfinished_quiz_do_not_meet(desk):
    paper = new_paper(desk)
    quiz = start_quiz(desk, ("1",), 3)
    assert unfinished(desk) == quiz
    assert found_again(desk).id == paper.id
    assert (unfinished_summary(desk).answered, unfinished_summary(desk).questions) == (0, 4)
    exam.submit(desk, exam.opened(desk, paper), by_time=False)
    assert unfinished_summary(desk) is None
    with pytest.raises(NoOpenExamError):
        found_again(desk)


# The result


def test_the_answers_are_in_the_log_with_their_memories_and_blanks_are_not(desk, clock):
    paper = exam.toggle_unsure(desk, answered_paper(desk, opened_paper(desk), "ox-o"))
    assert list(answers.log(desk.database)) == []
    exam.submit(desk, paper, by_time=False)
    rows = list(answers.log(desk.database))
    assert [(row["position"], row["correct"], row["unsure"], row["grade"]) for row in rows] == [
        (0, True, False, 3), (1, False, False, 1), (3, True, True, 2),
    ]  # fmt: skip
    assert len(memories.everything(desk.database)) == 3
    assert differences(desk.database) == []
    assert statistics(desk)["answers"] == 3


def test_the_result_counts_blanks_as_wrong(desk):
    paper = answered_paper(desk, opened_paper(desk), "ooo-")
    exam.submit(desk, paper, by_time=False)
    result = exam_result(desk, paper.id)
    assert (result.score.points, result.score.passed) == (75, True)
    assert [outcome.is_correct for outcome in result.outcomes] == [True, True, True, False]


def test_a_row_for_programs_has_the_named_fields(desk, clock):
    paper = opened_paper(desk)
    clock.pass_ms(2_500)
    paper = answered_paper(desk, exam.toggle_flag(desk, paper), "ox")
    exam.left(desk, paper)
    (row,) = [summary_row(summary) for summary in summaries(desk)]
    assert list(row) == ["id", "form", "seed", "started", "state", "answered", "flagged", "remaining_s", "score", "subjects", "passed"]
    assert (row["state"], row["answered"], row["flagged"], row["remaining_s"], row["score"]) == ("open", 2, 1, 897.5, None)
    opened = result_row(desk, paper.id)
    assert [entry["correct"] for entry in opened["positions"]] == [None] * 4
    with pytest.raises(ExamOpenError):
        exam_result(desk, paper.id)
    exam.submit(desk, paper, by_time=False)
    row = result_row(desk, paper.id)
    assert (row["state"], row["score"], row["passed"]) == ("submitted", 25, False)
    assert row["subjects"] == [{"code": "1", "questions": 4, "correct": 1, "score": 25, "failed": True}]
    assert [entry["correct"] for entry in row["positions"]] == [True, False, False, False]
    assert {"item", "syllabus", "response", "correct", "elapsed_ms"} <= set(row["positions"][0])
    assert (row["positions"][0]["elapsed_ms"], row["positions"][3]["response"]) == (2_500, None)
    with pytest.raises(UnknownExamError, match="no-such"):
        result_row(desk, "no-such")


def test_the_wrong_ones_are_sat_again_as_a_quiz(real_desk):
    paper = answered_paper(real_desk, opened_paper(real_desk, "subject-4", 2), "o" * 15)
    exam.submit(real_desk, paper, by_time=False)
    wrong = [outcome for outcome in exam_result(real_desk, paper.id).outcomes if not outcome.is_correct]
    sitting = sit_again(real_desk, wrong)
    assert (sitting.verb, len(sitting.slots)) == ("quiz", 5)


def test_a_corrected_key_regrades_the_paper_and_says_so(desk, bank_folder, make_desk):
    paper = opened_paper(desk, "full", 2)
    at = next(at for at, question in enumerate(paper.questions) if question.origin.item == "sample-item-0007")
    first = next(number for number, choice in enumerate(paper.questions[at].choices, 1) if choice.text.startswith("가"))
    paper = exam.choose(desk, exam.go(desk, paper, at), str(first))
    exam.submit(desk, paper, by_time=False)
    assert exam_result(desk, paper.id).score.points == 0
    path = bank_folder / "2_second" / "2-1-1.yaml"
    text = path.read_text(encoding="utf-8")
    head, seventh = text.split("- id: sample-item-0007")
    seventh = seventh.replace("revision: 1", "revision: 2\n  corrected: '2027-03-01'", 1)
    seventh = seventh.replace("{text: 가 보기 7,", "{text: 가 보기 7, correct: true,", 1).replace(
        "나 보기 7, correct: true,", "나 보기 7,", 1
    )
    path.write_text(f"{head}- id: sample-item-0007{seventh}", encoding="utf-8")
    again = make_desk(bank_folder)
    assert any("모의고사" in notice for notice in again.notices)
    result = exam_result(again, paper.id)
    assert result.score.points == 12.5
    assert [outcome.position for outcome in result.outcomes if outcome.is_regraded] == [at]
    assert result.outcomes[at].question.right_number == first
    assert make_desk(bank_folder).notices == []


def test_drawing_touches_no_data_file(desk):
    order = exam.order_paper(desk, "subject-1", None, is_timed=True)
    desk.database.close()
    assert len(draw_paper(desk.bank, desk.supply, order).questions) == 4


def test_a_paper_that_a_restored_backup_does_not_have_takes_no_more_deeds(desk):
    with pytest.raises(SittingGoneError):
        exams.add(desk.database, "gone", exams.DeedRow("answer", 0, 1, 5), 1)
    with pytest.raises(SittingGoneError):
        exams.put_scratch(desk.database, "gone", 0, "1 + 1")
