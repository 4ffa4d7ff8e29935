"""When something leaves the notebook, whatever the order of answers."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.slips import RIGHTS, Slip, Told, Track, slip_of

DAYS = st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["wrong", "guessed", "right"])), max_size=30)


def told(pairs):
    """Answers in the order of days: pairs of the days passed since the one before, and how it went."""
    day, answers = 0, []
    for number, (step, how) in enumerate(pairs):
        day += step
        answers.append(Told(f"{number:02}", day, how != "wrong", how == "guessed", in_exam=number % 2 == 0, reason=f"오해 {number % 3}"))
    return answers


@given(DAYS)
def test_an_entry_is_open_until_sure_right_answers_on_two_different_days_after_the_last_wrong_one(pairs):
    answers = told(pairs)
    wrong = [at for at, one in enumerate(answers) if not one.correct]
    slip = slip_of(answers)
    days = {one.day for one in answers[wrong[-1] + 1 :] if one.correct and not one.unsure} if wrong else set()
    assert slip.wrong.is_open == (bool(wrong) and len(days) < RIGHTS)
    assert slip.wrong.last == (answers[wrong[-1]].answer if wrong else "")


@given(DAYS)
def test_a_guess_that_was_right_is_made_up_for_in_the_same_way(pairs):
    answers = told(pairs)
    lucky = [at for at, one in enumerate(answers) if one.correct and one.unsure]
    days = {one.day for one in answers[lucky[-1] + 1 :] if one.correct and not one.unsure} if lucky else set()
    assert slip_of(answers).lucky.is_open == (bool(lucky) and len(days) < RIGHTS)


@given(DAYS)
def test_every_wrong_answer_is_counted_once_under_its_reason(pairs):
    answers = told(pairs)
    slip = slip_of(answers)
    wrong = [one for one in answers if not one.correct]
    assert slip.wrong.count == len(wrong) == sum(count for _, count in slip.reasons)
    assert slip.in_exams == sum(one.in_exam for one in wrong)
    assert not wrong or slip.reasons[-1][0] == wrong[-1].reason
    assert slip.is_clean == all(one.correct and not one.unsure for one in answers)


@given(DAYS, DAYS)
def test_answers_go_on_top_of_what_is_kept(before, later):
    answers = told(before + later)
    slip = slip_of(answers[: len(before)])
    for one in answers[len(before) :]:
        slip = slip.after(one)
    assert slip == slip_of(answers)


def test_two_right_answers_on_one_day_are_one():
    once = Track().slipped("a").right_on(5)
    assert once == once.right_on(5)
    assert once.is_open
    assert not once.right_on(6).is_open
    assert once.right_on(6).right_on(7) == once.right_on(6)
    assert once.right_on(6).slipped("b") == Track(2, "b")
    assert Slip().is_clean
