"""How well a learner's own answers are predicted, and what is made of it."""

from random import Random

from quizapp.store import settings
from quizapp.usecases.answer import answer
from quizapp.usecases.ask import ask, question_of
from quizapp.usecases.recall import CALIBRATION, FEWEST, calibration, recall_report, refresh_calibration, trials
from quizapp.usecases.start import start_quiz
from quizapp.usecases.statistics import drill_statistics

DAY_MS = 86_400_000


def study(desk, clock, days, chance=0.7):
    rng = Random(5)
    for _ in range(days):
        sitting = start_quiz(desk, ("1",), 5)
        for _ in range(len(sitting.slots)):
            sitting = ask(desk, sitting, may_wait=True)
            number = question_of(sitting).right_number
            given = number if rng.random() < chance else number % 4 + 1
            sitting, _ = answer(desk, sitting, str(given), unsure=False, elapsed_ms=900)
            sitting = sitting.proceeded()
        clock.pass_ms(DAY_MS)


def test_first_answers_are_no_trials_and_later_ones_are(desk, clock):
    study(desk, clock, 1)
    assert trials(desk.database, desk.bank.exam) == []
    assert recall_report(desk.database, desk.bank.exam)["recall_log_loss"] == {}
    study(desk, clock, 1)
    found = trials(desk.database, desk.bank.exam)
    assert found
    assert all(trial.guess == 0.25 and trial.days >= 1 for trial in found)


def test_the_report_scores_all_predictors_and_names_the_best(desk, clock):
    study(desk, clock, 12)
    report = recall_report(desk.database, desk.bank.exam)
    assert set(report["recall_log_loss"]) == {"constant", "moving_average", "fsrs", "recalibrated"}
    assert report["recall_log_loss"][report["recall_best"]] == min(report["recall_log_loss"].values())
    assert sum(row["answers"] for row in report["calibration"]) == len(trials(desk.database, desk.bank.exam))


def test_a_recalibration_is_used_only_with_many_answers_and_where_it_predicts_best(desk, clock):
    study(desk, clock, 3)
    refresh_calibration(desk.database.path, desk.bank.exam, "2027-03-04")
    assert calibration(desk.database) is None
    study(desk, clock, 1 + FEWEST // 4, chance=0.2)  # nearly always wrong, where FSRS expects much
    refresh_calibration(desk.database.path, desk.bank.exam, "2027-03-04")
    assert calibration(desk.database) is None, "looked at once a day"
    refresh_calibration(desk.database.path, desk.bank.exam, "2027-03-05")
    report = recall_report(desk.database, desk.bank.exam)
    assert (calibration(desk.database) is not None) == (report["recall_best"] == "recalibrated")
    assert settings.get(desk.database, CALIBRATION, "") != "" or report["recall_best"] != "recalibrated"


def test_the_drill_s_figures_count_what_is_due_new_and_forgotten_again_and_again(desk, clock):
    before = drill_statistics(desk)
    study(desk, clock, 8, chance=0.0)
    after = drill_statistics(desk)
    assert before["due"] == 0
    assert after["due"] > 0
    assert after["new"] < before["new"]
    assert after["leeches"]
    assert before["leeches"] == []
