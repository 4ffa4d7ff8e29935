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
        ("1 1/2", "", Fraction(3, 2)),
        ("-1 1/2", "", Fraction(-3, 2)),
        ("½", "", Fraction(1, 2)),
        ("1½", "", Fraction(3, 2)),
        ("2⁄3", "", Fraction(2, 3)),
        ("2 / 3", "", Fraction(2, 3)),
        ("- 3", "", Fraction(-3)),
        ("1 234", "", Fraction(1234)),
        ("≈0.67", "", Fraction(67, 100)),
        ("~ 0.67", "", Fraction(67, 100)),
        ("대략 ≒ 0.67", "", Fraction(67, 100)),
        ("67퍼센트", "", Fraction(67, 100)),
        ("67퍼센트", "%", Fraction(67)),
        ("150만원", "만 원", Fraction(150)),
        ("150 만  원", "만 원", Fraction(150)),
        ("3tb", "TB", Fraction(3)),
        ("3 TB", "TB", Fraction(3)),
    ],
)
def test_a_number_is_read_in_every_common_form(typed, unit, value):
    assert parse_number(typed, unit) == value


@pytest.mark.parametrize(
    "typed",
    [
        "abc",
        "1/0",
        "1/2/3",
        "0.5.5",
        "1,23",
        "--1",
        "nan",
        "inf",
        "1e9999",
        "가",
        "%",
        "12개",
        "1 2",
        "1 3/2",
        "1 1/2/3",
        "1.5 1/2",
        "10²",
        "x₁",
        "½⅓",
        "1 234 5",
        "0,675",
    ],
)
def test_what_is_no_number_is_refused_with_its_own_words(typed):
    with pytest.raises(NumberFormatError) as refused:
        parse_number(typed)
    assert repr(typed) in str(refused.value)


@pytest.mark.parametrize("typed", ["", "  ", "\n", "　"])
def test_an_empty_line_is_told_as_such(typed):
    with pytest.raises(NumberFormatError, match="비어 있습니다"):
        parse_number(typed)


@pytest.mark.parametrize("typed", ["1" * 101, "9" * 5000, "0." + "3" * 10_000, "½" * 101])
def test_what_is_longer_than_any_number_is_refused_in_a_short_sentence(typed):
    with pytest.raises(NumberFormatError) as refused:
        parse_number(typed)
    assert len(str(refused.value)) < 150


@given(
    st.one_of(st.text(), st.text("0123456789.,/ -+e%½¼²만원약≈TBtb\ud800"), st.integers(90, 5000).map("7".__mul__)),
    st.sampled_from(["", "%", "만 원", "TB"]),
)
def test_no_text_at_all_raises_anything_but_the_sentence(typed, unit):
    try:
        assert isinstance(parse_number(typed, unit), Fraction)
    except NumberFormatError as refused:
        assert str(refused).isprintable()


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
