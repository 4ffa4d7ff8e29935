"""The forecast over a real desk: nothing to say at first, then numbers, kept before every whole paper."""

import pytest

from quizapp.store import forecasts
from quizapp.study.paper import FULL
from quizapp.study.sitting import Stage
from quizapp.usecases import config, exam
from quizapp.usecases.answer import answer
from quizapp.usecases.ask import ask, question_of
from quizapp.usecases.exam import begin_exam, order_paper
from quizapp.usecases.forecast import forecast_report, forecast_today, past
from quizapp.usecases.forecast_words import chance_words
from quizapp.usecases.papers import draw_paper
from quizapp.usecases.start import start_quiz

HOUR_MS = 3_600_000


def study(desk, count, *, right=True):
    sitting = start_quiz(desk, (), count, 3, ("choice",))
    while (sitting := ask(desk, sitting, may_wait=True)).stage is Stage.ASKING:
        number = question_of(sitting).right_number
        sitting, _ = answer(desk, sitting, str(number if right else number % 4 + 1), unsure=False, elapsed_ms=900)
        sitting = sitting.proceeded()


@pytest.fixture
def learner(real_desk, clock):
    clock.pass_ms(6 * HOUR_MS)
    return real_desk


def test_without_answers_there_is_no_number(learner):
    report = forecast_report(learner)
    assert report["enough_data"] is False
    assert report["pass_probability"] is None
    assert "자료가 부족합니다" in chance_words(report)


def test_a_learner_who_knows_is_forecast_to_pass_and_one_who_does_not_to_fail(learner):
    study(learner, 150)
    knows = forecast_today(learner)
    assert knows.enough_data
    assert knows.pass_probability > 0.9
    learner.clock.pass_ms(24 * HOUR_MS)
    study(learner, 150, right=False)
    assert forecast_today(learner).pass_probability < knows.pass_probability


def test_the_report_names_the_danger_the_topics_and_the_exam_day(learner):
    study(learner, 150, right=False)
    config.put(learner.database, "exam-date", "2027-03-11")
    report = forecast_report(learner)
    assert len(report["topics"]) == 10
    assert report["topics"][0]["per_hour"] >= report["topics"][-1]["per_hour"] >= 0
    assert report["risk"] in {one["code"] for one in report["subjects"]}
    assert report["exam_day"]["score"] > report["score"]


def test_a_whole_paper_keeps_what_was_forecast_before_it(learner):
    study(learner, 150)
    said = forecast_today(learner)
    paper = begin_exam(learner, draw_paper(learner.bank, learner.supply, order_paper(learner, FULL, 5, is_timed=True)))
    paper = exam.submit(learner, exam.opened(learner, paper), by_time=False)
    (row,) = past(learner)
    assert row["exam"] == paper.id
    assert row["pass_probability"] == pytest.approx(said.pass_probability, abs=0.001)
    assert row["score"] == 0
    assert row["passed"] is False
    assert set(forecasts.by_sitting(learner.database)) == {paper.id}
