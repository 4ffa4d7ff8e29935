"""Making exercises: what is fair, what is drawn again, and what is refused."""

import math
from dataclasses import replace

import pytest

from quizapp.errors import NoVariantError, UnknownExerciseError
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.make import has_hand_numbers, make, make_from
from quizapp.exercises.template import Draft, Template, Wrong, templates_of
from quizapp.items import Difficulty

ATTEMPTS = 400


def mean_of(values: list[float]) -> float:
    """The mean."""
    import numpy as np

    total = np.sum(values)
    return total / len(values)


def is_larger(a: float, b: float) -> float:
    return max(a, b)


def _draft(value: float = 8.0, wrongs=(2, 4, 6, 10, 12, 14), **changes) -> Draft:
    """A draft whose key is *value*; a wrong may be given as its bare number."""
    draft = Draft(
        stem="평균은?",
        key=compute(mean_of, values=[value - 1, value + 1]),
        why="합을 개수로 나눈다.",
        wrongs=[wrong if isinstance(wrong, Wrong) else Wrong(wrong, f"답: {wrong}") for wrong in wrongs],
        steps=["평균 = 합/개수"],
    )
    return replace(draft, **changes)


def _make(draft, seed: int = 1, difficulty: Difficulty = Difficulty.PAPER, *, typed_only: bool = False):
    """An exercise of a template that is not in the catalogue; *draft* is a Draft or makes one of a Draw."""
    function = draft if callable(draft) else lambda draw: draft
    return make_from(Template("test.mean", "test.mean.own", "평균", function, typed_only=typed_only), seed, difficulty)


def test_the_key_is_what_the_computation_returns():
    exercise = _make(_draft())
    assert (exercise.value, exercise.answer, exercise.shown) == (8.0, 8.0, "8.00")


def test_the_code_is_the_computation_that_made_the_key(capsys):
    exercise = _make(_draft())
    assert exercise.code.splitlines() == [
        "import numpy as np",
        "values = [7.0, 9.0]",
        "total = np.sum(values)",
        "print(total / len(values))",
    ]
    exec(exercise.code, {})
    assert float(capsys.readouterr().out) == exercise.value


def test_a_computation_that_is_no_plain_function_has_no_code():
    def without_return(values):
        sum(values)

    with pytest.raises(TypeError, match="plain function"):
        compute(without_return, values=[1]).code()


@pytest.mark.parametrize("rank", range(4))
def test_the_key_takes_the_rank_drawn_for_it(rank):
    seed = next(seed for seed in range(99) if Draw(seed, Difficulty.PAPER).integer(0, 3) == rank)
    assert [choice.correct for choice in _make(_draft(), seed).choices].index(True) == rank


def test_a_key_that_cannot_take_its_rank_takes_one_that_it_can():
    for seed in range(8):
        choices = _make(_draft(wrongs=(9, 10, 11)), seed).choices
        assert [choice.correct for choice in choices] == [True, False, False, False]


@pytest.mark.parametrize("value", [math.nan, math.inf, 0.0, 0.004])
def test_a_key_that_is_shown_as_nothing_is_refused(value):
    with pytest.raises(NoVariantError):
        _make(_draft(key=compute(is_larger, a=value, b=value)))


def test_a_key_near_a_rounding_tie_is_refused():
    with pytest.raises(NoVariantError):
        _make(_draft(value=8.125))
    assert _make(_draft(value=8.1252)).shown == "8.13"


def test_a_template_without_three_usable_misconceptions_is_refused():
    with pytest.raises(NoVariantError) as refused:
        _make(_draft(wrongs=(2, 4)), seed=77)
    assert "test.mean.own" in str(refused.value)
    assert "77" in str(refused.value)


def test_a_template_is_asked_a_bounded_number_of_times():
    asked = []

    def never(draw):
        asked.append(draw)
        draw.require(asked == [])

    with pytest.raises(NoVariantError):
        _make(never)
    assert len(asked) == ATTEMPTS


def test_a_division_by_zero_in_a_template_is_drawn_again():
    drawn = []

    def draft(draw):
        drawn.append(draw)
        return _draft(wrongs=(2, 4, 6, 10, 12, 14 / (len(drawn) - 1)))

    assert _make(draft).value == 8.0
    assert len(drawn) > 1


def test_misconceptions_that_equal_the_key_by_another_route_are_drawn_again():
    def draft(draw):
        other = draw.pick([8.0, 8.004, 12.0])
        return _draft(wrongs=(2, 4, other), steps=[f"{other}"])

    for seed in range(30):
        exercise = _make(draft, seed)
        assert exercise.steps == ("12.0",)
        assert len({choice.text for choice in exercise.choices}) == 4


def test_misconceptions_that_nobody_would_choose_are_left_out():
    wrongs = (math.nan, math.inf, 0.001, 0.3, 161.0, 4.0, 4.001, 6.0, 12.0)
    assert [mistake.shown for mistake in _make(_draft(wrongs=wrongs)).mistakes] == ["4.00", "6.00", "12.00"]


def test_helper_values_that_lead_elsewhere_are_drawn_again():
    with pytest.raises(NoVariantError):
        _make(_draft(value=8.126, by_hand=8.121))
    assert _make(_draft(value=8.126, by_hand=8.133)).shown == "8.13"


def test_long_numbers_in_the_solution_are_for_extended_exercises():
    heavy = _draft(steps=["8.1234 + 1"])
    with pytest.raises(NoVariantError):
        _make(heavy)
    assert _make(heavy, difficulty=Difficulty.EXTENDED).steps == ("8.1234 + 1",)


@pytest.mark.parametrize(
    ("line", "can_be_carried"),
    [("0.0001234", True), ("12,340,000", True), ("12,345", False), ("1.2345", False), ("10.00", True), ("10.001", False)],
)
def test_four_significant_digits_can_be_carried_by_hand(line, can_be_carried):
    assert has_hand_numbers(["x = 1", line]) is can_be_carried


def test_a_decision_shows_its_label_and_keeps_the_number_behind_it():
    labels = [(8.0, "나, 8.00"), (6.0, "가, 6.00"), (9.0, "나, 9.00")]
    wrongs = [Wrong(value, f"답: {label}", label) for value, label in labels]
    exercise = _make(_draft(label="가, 8.00", wrongs=wrongs))
    assert (exercise.answer, exercise.shown, exercise.value) == ("가, 8.00", "가, 8.00", 8.0)
    assert [choice.text for choice in exercise.choices] == ["가, 6.00", "가, 8.00", "나, 8.00", "나, 9.00"]


def test_a_decision_with_the_keys_own_label_is_no_distractor():
    labels = [(2, "기각"), (4, "채택"), (6, "보류"), (7, "재검토")]
    wrongs = [Wrong(value, f"답: {label}", label) for value, label in labels]
    exercise = _make(_draft(label="기각", wrongs=wrongs))
    assert [mistake.shown for mistake in exercise.mistakes] == ["채택", "보류", "재검토"]


def test_a_typed_exercise_has_misconceptions_and_no_choices():
    exercise = _make(_draft(), typed_only=True)
    assert exercise.choices == ()
    assert len(exercise.mistakes) == 6


def test_negative_choices_are_sorted_by_value():
    texts = [choice.text for choice in _make(_draft(value=-8.0, wrongs=(-2, -4, -12, 3, -10, 5))).choices]
    assert texts == sorted(texts, key=float)


def test_a_skill_hands_out_its_templates_by_turns():
    names = [one.name for one in templates_of("scaling.standard")]
    assert [make("scaling.standard", seed).template for seed in range(2 * len(names))] == names * 2
    assert make(names[1], 0).template == names[1]


def test_an_unknown_name_is_told():
    with pytest.raises(UnknownExerciseError, match=r"scaling\.nothing"):
        make("scaling.nothing", 1)
