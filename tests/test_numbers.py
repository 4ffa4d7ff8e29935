"""Typed numbers: what is read, what is accepted, what is refused."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import NumberFormatError
from quizapp.numbers import is_same, parse_number, rounded, show


@pytest.mark.parametrize(
    ("typed", "unit", "value"),
    [
        ("0.67", "", Fraction(67, 100)),
        ("67%", "", Fraction(67, 100)),
        ("67", "%", Fraction(67)),
        ("67 %", "%", Fraction(67)),
        ("２／３", "", Fraction(2, 3)),
        ("０．７５", "", Fraction(3, 4)),
        ("1,234.5", "", Fraction(12345, 10)),
        ("약 12", "", Fraction(12)),
        ("−1.5", "", Fraction(-3, 2)),
        (".5", "", Fraction(1, 2)),
        ("1e-3", "", Fraction(1, 1000)),
        ("12개", "개", Fraction(12)),
        ("-3/4", "", Fraction(-3, 4)),
    ],
)
def test_a_number_is_read_in_every_common_form(typed, unit, value):
    assert parse_number(typed, unit) == value


@pytest.mark.parametrize("typed", ["", "abc", "1/0", "1/2/3", "0.5.5", "1,23", "--1", "nan", "inf", "1e9999", "가", "%", "12개"])
def test_what_is_no_number_is_refused_with_its_own_words(typed):
    with pytest.raises(NumberFormatError) as refused:
        parse_number(typed)
    assert repr(typed) in str(refused.value)


@pytest.mark.parametrize("typed", ["0.66", "0.67", "2/3", "0.6667", "66.7%"])
def test_rounding_either_way_at_the_last_digit_is_right(typed):
    assert is_same(parse_number(typed), 2 / 3, 2)


@pytest.mark.parametrize("typed", ["0.65", "0.68", "0.7", "67"])
def test_a_digit_off_is_wrong(typed):
    assert not is_same(parse_number(typed), 2 / 3, 2)


def test_an_exact_key_takes_no_neighbour():
    assert is_same(Fraction(1, 2), 0.1 + 0.4, 2)
    assert not is_same(Fraction(51, 100), 0.5, 2)


def test_rounding_is_half_up_and_never_a_negative_zero():
    assert show(0.125, 2) == "0.13"
    assert show(2.5, 0) == "3"
    assert show(-2.5, 0) == "-3"
    assert show(-0.001, 2) == "0.00"


@given(st.floats(min_value=-1e6, max_value=1e6), st.integers(0, 4))
def test_the_shown_value_is_always_accepted(value, decimals):
    assert is_same(parse_number(show(value, decimals)), value, decimals)


@given(st.integers(-10_000, 10_000), st.integers(0, 3))
def test_whole_numbers_are_shown_as_they_are(value, decimals):
    assert rounded(float(value), decimals) == value
