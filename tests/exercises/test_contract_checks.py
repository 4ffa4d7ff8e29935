"""The contract's checks themselves: each notices the fault that it is there for."""

from dataclasses import replace

import pytest

from quizapp.exercises.make import make
from tests.exercises import contract

WRONG = ["값이 4은 크다", "2.5과 같다", "10는 작다", "1으로, 간다", "25%은 된다", "x3는?", "12,000와 같다"]
RIGHT = ["3가지 2가 아니라", "1로 4로 3으로", "3/4은 3/4는", "10과 100은", "7이고 25%는", "5이다. 6은, 9가?", "2과목"]


@pytest.fixture
def sound():
    return make("scaling.standard.from_data", 1)


def test_a_sound_exercise_passes_every_check(sound):
    checks = [check for name, check in vars(contract).items() if name.endswith("_fault")]
    assert len(checks) == 7
    assert [check(sound) for check in checks] == [""] * 7


def test_a_key_unlike_the_second_computation_is_noticed(sound):
    assert contract._key_fault(replace(sound, value=sound.value * (1 + 1e-8)))


def test_a_number_shown_unrounded_is_noticed(sound):
    assert contract._shown_fault(replace(sound, shown=sound.shown + "1"))


def test_a_mistake_shown_like_the_key_is_noticed(sound):
    first, *others = sound.mistakes
    assert contract._mistakes_fault(replace(sound, mistakes=(replace(first, shown=sound.shown), *others)))
    assert contract._mistakes_fault(replace(sound, mistakes=(replace(first, value=0.001, shown="0.00"), *others)))


def test_unsorted_repeated_and_unexplained_choices_are_noticed(sound):
    first, *others = sound.choices
    assert contract._choices_fault(replace(sound, choices=sound.choices[::-1]))
    assert contract._choices_fault(replace(sound, choices=(first, *others[:2])))
    assert contract._choices_fault(replace(sound, choices=(replace(first, why=""), *others)))
    assert contract._choices_fault(replace(sound, choices=(replace(first, correct=not first.correct), *others)))


def test_a_heavy_number_in_the_solution_is_noticed(sound):
    assert contract._hand_fault(replace(sound, steps=("1.2345",)))
    assert not contract._hand_fault(replace(sound, steps=("0.001234 + 12,000",)))


def test_a_stem_that_hides_its_rounding_is_noticed(sound):
    third = replace(sound, value=1 / 3, shown="0.33", answer=1 / 3)
    assert contract._stem_fault(replace(third, stem="몇인가?"))
    assert contract._stem_fault(replace(third, stem="몇인가? (소수 둘째 자리에서 반올림)"))
    assert contract._stem_fault(replace(third, stem="몇인가. 소수 셋째 자리에서 반올림"))
    assert not contract._stem_fault(replace(third, stem="몇인가? (소수 셋째 자리에서 반올림)"))


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_particle_is_noticed(sound, wrong):
    assert contract._particle_fault(replace(sound, stem=wrong))


@pytest.mark.parametrize("right", RIGHT)
def test_a_right_or_a_debatable_particle_passes(sound, right):
    assert not contract._particle_fault(replace(sound, stem=right))
