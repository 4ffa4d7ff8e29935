"""Settings: what they take, and that the app does what they say."""

import pytest

from quizapp.errors import SettingError
from quizapp.items import Form
from quizapp.store import settings
from quizapp.study.plan import queue
from quizapp.tui.commands import COMMANDS
from quizapp.tui.themes import THEMES
from quizapp.usecases import config
from quizapp.usecases.answer import answer
from quizapp.usecases.ask import ask
from quizapp.usecases.config_words import LABELS, value_words
from quizapp.usecases.drill import start_drill
from quizapp.usecases.start import start_quiz
from tests.study.test_plan import POOL, TODAY, aim


@pytest.mark.parametrize("name", config.SETTINGS)
def test_every_setting_has_a_name_and_words_for_its_default(name):
    assert value_words(name, config.SETTINGS[name].default, 740_000)
    assert name in LABELS


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("new-per-day", "7", "7"), ("choice-shuffle", "끔", "off"), ("choice-shuffle", "ON", "on"), ("unsure-key", "G", "g"),
        ("theme", "낮", "낮"), ("reduced-motion", "켬", "on"), ("exam-date", "", ""),
    ],
)  # fmt: skip
def test_a_setting_is_kept_as_it_was_understood(desk, name, typed, kept):
    assert config.put(desk.database, name, typed) == config.get(desk.database, name) == kept


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("new-per-day", "-1"),
        ("new-per-day", "많이"),
        ("choice-shuffle", "maybe"),
        ("unsure-key", "1"),
        ("unsure-key", "gg"),
        ("theme", "x"),
    ],
)
def test_what_a_setting_cannot_be_is_refused(desk, name, typed):
    with pytest.raises(SettingError):
        config.put(desk.database, name, typed)
    assert settings.get(desk.database, name, "never set") == "never set"


def test_a_step_goes_round_the_choices_and_by_fives_elsewhere():
    assert config.stepped("theme", "밤", 1) == config.stepped("theme", "밤", -1) == "낮"
    assert config.stepped("minutes", "20 60", 1) == "25 65"
    assert config.stepped("retention", "0.9", -1) == "0.89"
    assert config.stepped("exam-date", "", 1) is None


def test_the_free_keys_mean_nothing_else_where_one_marks_a_guess():
    taken = {key for screen in ("question", "exam") for one in COMMANDS[screen] if one.name != "unsure" for key in one.keys.split(",")}
    assert not taken & set(config.FREE_KEYS)


def test_the_themes_are_those_of_the_setting():
    assert {theme.name for theme in THEMES} == {config.NIGHT, config.DAY}


@pytest.mark.parametrize("target", [None, aim()], ids=["without a date", "before an exam"])
def test_a_queue_has_at_most_so_much_new_matter(target):
    assert sum(step.is_new for step in queue(POOL, TODAY, target, 0.9, count=99, seconds=1e9, most_new=3)) == 3
    assert sum(step.is_new for step in queue(POOL, TODAY, target, 0.9, count=99, seconds=1e9)) > 3


@pytest.mark.parametrize("date", ["", "2027-04-03"])
def test_what_was_met_today_counts_towards_the_new_of_the_day(desk, date):
    config.put(desk.database, "exam-date", date)
    config.put(desk.database, "new-per-day", "3")
    assert len(start_drill(desk, ("1",), count=50).slots) == 3
    sitting = ask(desk, start_quiz(desk, ("1",), 2, kinds=("choice",)), may_wait=True)
    answer(desk, sitting, "1", unsure=False, elapsed_ms=900)
    assert len(start_drill(desk, ("1",), count=50).slots) == 2


def test_choices_stay_in_their_order_where_they_are_not_to_be_shuffled(desk):
    def firsts():
        slots = [slot for seed in range(4) for slot in start_quiz(desk, ("1",), 5, seed, ("choice",)).slots]
        return {slot.choices[0].text[0] for slot in slots if slot.form is Form.CHOICE}

    assert len(firsts()) > 1
    config.put(desk.database, "choice-shuffle", "off")
    assert firsts() == {"가"}
