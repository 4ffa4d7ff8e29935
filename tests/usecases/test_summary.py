"""What the first screen says: computed once for a state, kept, and compared with the day before."""

import pytest

from quizapp.store import settings
from quizapp.tui.screens.home_text import forecast_lines, plan_words
from quizapp.usecases import config
from quizapp.usecases.days import week_minutes
from quizapp.usecases.drill import start_drill
from quizapp.usecases.summary import KEPT, Before, SubjectGauge, Summary, is_present, kept_summary, refreshed
from tests.practised import DAY_MS, practise


@pytest.fixture
def practised(kinds_desk, clock):
    return practise(kinds_desk, clock)


def test_what_was_computed_is_kept_for_the_next_start(practised):
    assert kept_summary(practised) is None
    made = refreshed(practised)
    assert kept_summary(practised) == made
    assert is_present(practised, made)
    assert refreshed(practised) == made


def test_another_answer_setting_or_day_needs_another(practised, clock):
    made = refreshed(practised)
    config.put(practised.database, "minutes", "5")
    assert not is_present(practised, made)
    made = refreshed(practised)
    practise(practised, clock, days=1)
    assert not is_present(practised, made)
    made = refreshed(practised)
    clock.pass_ms(DAY_MS)
    assert not is_present(practised, made)


def test_the_plan_counts_what_a_drill_would_ask(practised):
    made = refreshed(practised)
    minutes = config.get(practised.database, "minutes")
    assert made.reviews + made.new <= len(start_drill(practised, minutes=float(minutes)).slots)
    assert made.minutes <= float(minutes)


def test_the_last_day_before_is_remembered_through_the_day(practised, clock):
    first = refreshed(practised)
    clock.pass_ms(DAY_MS)
    second = refreshed(practised)
    assert second.before == Before(first.day, first.pass_probability, first.score, first.met)
    config.put(practised.database, "minutes", "7")
    assert refreshed(practised).before == second.before


def test_what_another_version_kept_is_left_aside(practised):
    for text in ("[]", "{}", '{"day": 1}', "nonsense"):
        settings.put(practised.database, KEPT, text)
        assert kept_summary(practised) is None


def test_the_week_begins_on_monday(practised):
    assert week_minutes(practised) == pytest.approx(4 * 4 * 21.5 / 60, abs=0.1)


def summary(**changes):
    gauges = (SubjectGauge("1", 14.2, 20, 0.001), SubjectGauge("2", 10.1, 20, 0.09))
    values = {
        "day": 10, "state": "", "reviews": 18, "new": 12, "minutes": 25, "pass_probability": 0.71, "interval": (0.58, 0.82), "score": 65.2,
        "met": 40, "subjects": gauges, "before": Before(9, 0.68, 64.0, 28),
    }  # fmt: skip
    return Summary(**values | changes)


def lines(desk, said, width=76):
    return [str(line) for line in forecast_lines(said, desk.bank.syllabus, "이번 주 3시간 10분 · 이어서 6일", width)]


def test_the_lines_say_how_the_exam_would_go_and_what_changed(desk):
    told = lines(desk, summary())
    assert told[0].startswith("합격 예측  71%  (58–82)  예상 65.2점")
    assert told[0].endswith("이번 주 3시간 10분 · 이어서 6일")
    assert "14.2/20  과락  <1%" in told[1]
    assert "10.1/20  과락   9%  ← 가장 위험" in told[2]
    assert told[-1].startswith("어제보다  합격 +3%p · 예상 +1.2점 · 새로 만난 것 12개")


@pytest.mark.parametrize("said", [None, summary(pass_probability=None, interval=None, score=None), summary(before=None), summary()])
def test_there_are_as_many_lines_whatever_is_known(desk, said):
    assert len(lines(desk, said)) == len(lines(desk, summary()))


def test_no_subject_is_called_in_danger_where_none_is(desk):
    assert summary(subjects=(SubjectGauge("1", 19.0, 20, 0.0001),)).risk == ""


def test_the_plan_takes_the_same_place_before_it_is_known():
    assert plan_words(summary(), 10) == "복습  18  새로  12  약 25분"
    assert plan_words(summary(), 11) == plan_words(None, 11)
    assert len(plan_words(None, 11)) == len(plan_words(summary(), 10))
    assert plan_words(summary(reviews=0, new=0), 10) == "오늘 할 것을 다 했습니다"
