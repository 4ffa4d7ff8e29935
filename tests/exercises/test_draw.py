"""Draws: the same for a seed for ever, within their bounds, and free of floating noise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.exercises.draw import Draw, RedrawError
from quizapp.items import Difficulty

SEEDS = st.integers(0, 2**32)


def _draw(seed: int = 2026) -> Draw:
    return Draw(seed, Difficulty.PAPER)


def test_a_seed_gives_the_numbers_it_has_always_given():
    draw = _draw()
    assert [draw.integer(1, 100) for _ in range(8)] == [12, 51, 52, 87, 11, 23, 61, 56]
    assert [draw.multiple(0.1, 0.9, 0.05) for _ in range(6)] == [0.75, 0.55, 0.7, 0.75, 0.7, 0.55]
    assert [draw.pick("가나다라마") for _ in range(6)] == ["나", "라", "가", "마", "다", "마"]
    assert draw.shuffled(range(8)) == [5, 4, 1, 2, 7, 6, 3, 0]
    assert draw.sample(range(20), 5) == [10, 1, 7, 12, 5]


def test_another_seed_gives_other_numbers():
    assert len({tuple(_draw(seed).shuffled(range(12))) for seed in range(50)}) == 50


def test_the_difficulty_changes_no_draw():
    paper, extended = Draw(5, Difficulty.PAPER), Draw(5, Difficulty.EXTENDED)
    assert [paper.integer(0, 999) for _ in range(5)] == [extended.integer(0, 999) for _ in range(5)]
    assert (paper.is_extended, extended.is_extended) == (False, True)


@given(SEEDS, st.integers(-50, 50), st.integers(0, 50))
def test_whole_numbers_stay_within_their_bounds(seed, low, width):
    assert low <= _draw(seed).integer(low, low + width) <= low + width


def test_whole_numbers_reach_both_bounds():
    draw = _draw()
    assert {draw.integer(2, 5) for _ in range(200)} == {2, 3, 4, 5}


@given(SEEDS, st.integers(-20, 20), st.integers(0, 40), st.sampled_from([0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 5]))
def test_multiples_lie_on_the_grid_and_carry_no_noise(seed, low, count, step):
    low = round(low * step, 6)
    found = _draw(seed).multiple(low, low + count * step, step)
    assert low <= found <= round(low + count * step, 6)
    assert found in {round(low + k * step, 6) for k in range(count + 1)}
    assert len(repr(abs(found)).partition(".")[2]) <= 3


@given(SEEDS, st.lists(st.integers(), min_size=1))
def test_a_pick_is_one_of_the_values(seed, values):
    assert _draw(seed).pick(values) in values


@given(SEEDS, st.lists(st.integers()))
def test_shuffling_keeps_the_values_and_the_list_given(seed, values):
    before = list(values)
    assert sorted(_draw(seed).shuffled(values)) == sorted(before)
    assert values == before


@given(SEEDS, st.lists(st.integers(), unique=True), st.data())
def test_a_sample_takes_each_value_once_at_most(seed, values, data):
    count = data.draw(st.integers(0, len(values)))
    found = _draw(seed).sample(values, count)
    assert len(found) == len(set(found)) == count
    assert set(found) <= set(values)


def test_every_order_is_equally_likely():
    orders = [tuple(_draw(seed).shuffled("abc")) for seed in range(1200)]
    assert len(set(orders)) == 6
    assert all(140 <= orders.count(order) <= 260 for order in set(orders))


def test_an_unmet_requirement_asks_for_another_draw():
    draw = _draw()
    draw.require("met")
    with pytest.raises(RedrawError):
        draw.require("")
