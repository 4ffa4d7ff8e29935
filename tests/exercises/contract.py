"""The contract that every template keeps, checked over many seeds; the test files beside this one choose difficulty and number of seeds."""

import json
import math
import re
from collections import Counter
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import pytest

from quizapp.errors import NoVariantError
from quizapp.exercises.make import HAND_DIGITS, make_from
from quizapp.exercises.template import templates
from quizapp.items import Difficulty, Exercise, plain_values
from quizapp.korean import with_particle
from tests.exercises.oracles import oracles

ORDINALS = ("첫째", "둘째", "셋째", "넷째", "다섯째", "여섯째")
PAIRS = {particle: pair for pair in ("은/는", "이/가", "을/를", "과/와", "으로/로") for particle in pair.split("/")}
_AFTER_NUMBER = re.compile(rf"(?<![\d/.,₀-₉])(\d[\d,]*(?:\.\d+)?%?)({'|'.join(PAIRS)})(?=[\s.,?!)]|$)")
"""A number with a particle and no more letters behind it; fractions are left out, which are read from below."""
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True)
class Made:
    """What one template makes of many seeds."""

    name: str
    exercises: list[Exercise]
    barren: list[int]
    """Seeds for which it found no variant."""


class Contract:
    """Subclasses set the difficulty and the number of seeds; each template's exercises are made once for all tests."""

    difficulty = Difficulty.PAPER
    seeds = 200
    least_variants = 100
    highest_share = 0.5
    """Of one rank: a fair template is practically never above this with 200 seeds."""
    scripts = 0
    """How many of the seeds have their code run."""

    @pytest.fixture(scope="class", params=list(templates()))
    def made(self, request) -> Made:
        return _made(request.param, request.cls.difficulty, request.cls.seeds)

    def test_every_seed_gives_an_exercise(self, made):
        assert not made.barren, f"no variant for the seeds {made.barren[:20]}"

    def test_the_key_is_what_a_second_computation_gives(self, made):
        assert made.name in oracles(), f"write an oracle for {made.name} in tests/exercises/oracles"
        _check(made, _key_fault)

    def test_a_number_is_shown_rounded_half_up(self, made):
        _check(made, _shown_fault)

    def test_three_or_more_mistakes_differ_from_the_key_and_each_other(self, made):
        _check(made, _mistakes_fault)

    def test_choices_are_sorted_distinct_and_one_is_right(self, made):
        _check(made, _choices_fault)

    def test_no_rank_gives_the_key_away(self, made):
        ranks = key_ranks(made.exercises)
        highest = max(ranks.values(), default=0)
        assert highest <= self.highest_share * ranks.total(), dict(sorted(ranks.items()))

    def test_there_are_many_distinct_variants(self, made):
        distinct = {(one.stem, str(one.data)) for one in made.exercises[:1000]}
        assert len(distinct) >= self.least_variants

    def test_the_numbers_can_be_carried_by_hand(self, made):
        if self.difficulty is Difficulty.PAPER:
            _check(made, _hand_fault)

    def test_the_stem_asks_and_states_its_rounding(self, made):
        _check(made, _stem_fault)

    def test_particles_follow_the_sound_of_their_number(self, made):
        _check(made, _particle_fault)

    def test_the_same_seed_gives_the_same_exercise(self, made):
        again = _made(made.name, self.difficulty, 5)
        assert again.exercises == [one for one in made.exercises if one.seed < 5]

    def test_the_code_prints_the_key(self, made, capsys):
        for one in made.exercises[: self.scripts]:
            exec(one.code, {})
            printed = capsys.readouterr().out
            assert math.isclose(float(printed), one.value, rel_tol=1e-12), f"{made.name}, seed {one.seed}"


def key_ranks(exercises) -> Counter[int]:
    """How often each place among the sorted choices holds the key."""
    return Counter([choice.correct for choice in one.choices].index(True) for one in exercises if one.choices)


def text_of(exercise: Exercise) -> str:
    """Everything that makes an exercise, as one text."""
    return json.dumps(plain_values(exercise), ensure_ascii=False, sort_keys=True)


def _made(name: str, difficulty: Difficulty, seeds: int) -> Made:
    exercises, barren = [], []
    for seed in range(seeds):
        try:
            exercises.append(make_from(templates()[name], seed, difficulty))
        except NoVariantError:
            barren.append(seed)
    return Made(name, exercises, barren)


def _check(made: Made, fault) -> None:
    """Fails with the first of the faults that *fault* finds, and says how many there are."""
    found = [(one, text) for one in made.exercises if (text := fault(one))]
    if found:
        one, text = found[0]
        where = f"{made.name}, {one.difficulty}, seed {one.seed} ({len(found)} of {len(made.exercises)})"
        pytest.fail(f"{where}: {text}\n{one.stem}", pytrace=False)


def _half_up(value: float, decimals: int) -> Decimal:
    return Decimal(repr(round(value, 12))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _key_fault(one: Exercise) -> str:
    second = float(oracles()[one.template](one))
    if not math.isclose(one.value, second, rel_tol=1e-9):
        return f"the key is {one.value}, the oracle says {second}"
    return ""


def _shown_fault(one: Exercise) -> str:
    if isinstance(one.answer, str):
        return "" if one.shown == one.answer else f"{one.shown!r} is shown for {one.answer!r}"
    due = f"{_half_up(one.value, one.decimals):f}"
    return "" if one.shown == due else f"{one.shown} is shown for {due}"


def _mistakes_fault(one: Exercise) -> str:
    shown = [mistake.shown for mistake in one.mistakes]
    if len(shown) < 3 or len({*shown, one.shown}) != len(shown) + 1:
        return f"key {one.shown}, mistakes {shown}"
    for mistake in one.mistakes:
        if not math.isfinite(mistake.value) or not _half_up(mistake.value, one.decimals):
            return f"the mistake {mistake.value} is nothing that one would choose"
        if not mistake.why.strip():
            return f"the mistake {mistake.shown} has no feedback"
        if not isinstance(one.answer, str) and mistake.shown != f"{_half_up(mistake.value, one.decimals):f}":
            return f"{mistake.shown} is shown for {mistake.value}"
    return ""


def _choices_fault(one: Exercise) -> str:
    if templates()[one.template].typed_only:
        return "choices of a typed exercise" if one.choices else ""
    texts = [choice.text for choice in one.choices]
    order = texts if isinstance(one.answer, str) else [Decimal(text) for text in texts]
    right = [choice for choice in one.choices if choice.correct]
    whys = {mistake.shown: mistake.why for mistake in one.mistakes}
    if len(texts) != 4 or len(set(texts)) != 4 or order != sorted(order):
        return f"choices {texts}"
    if len(right) != 1 or right[0].text != one.shown:
        return f"the right choices are {[choice.text for choice in right]}, the key is {one.shown}"
    if any(whys.get(choice.text) != choice.why for choice in one.choices if not choice.correct):
        return "a choice that is no mistake"
    if len({choice.why.strip() for choice in one.choices} - {""}) != 4:
        return f"reasons that are empty or said twice: {[choice.why for choice in one.choices]}"
    return ""


def _hand_fault(one: Exercise) -> str:
    for number in _NUMBER.findall("\n".join(one.steps)):
        whole, point, beyond = number.replace(",", "").partition(".")
        digits = (whole + beyond).lstrip("0") if point else whole.strip("0")
        if len(digits) > HAND_DIGITS:
            return f"{number} in the solution"
    return ""


def _stem_fault(one: Exercise) -> str:
    if not one.stem.endswith(("?", ")")):
        return "the stem ends with neither ? nor )"
    is_exact = math.isclose(one.value, _half_up(one.value, one.decimals), rel_tol=1e-11)
    shows_number = f"{_half_up(one.value, one.decimals):f}" in one.shown
    if shows_number and not is_exact and "반올림" not in one.stem:
        return f"{one.value} is shown as {one.shown}, and the stem does not say how it is rounded"
    stated = re.findall(r"소수 (?:점 (?:아래 )?)?(\S+) 자리에서 반올림", one.stem)
    if stated and ORDINALS[one.decimals] not in stated:
        return f"the stem rounds at {stated}, the key has {one.decimals} decimals"
    return ""


def _particle_fault(one: Exercise) -> str:
    texts = [one.stem, *one.steps, *(choice.why for choice in one.choices), *(mistake.why for mistake in one.mistakes)]
    for number, particle in (match.groups() for text in texts for match in _AFTER_NUMBER.finditer(text)):
        due = with_particle(number, PAIRS[particle])
        if due != number + particle:
            return f"{number + particle} for {due}"
    return ""
