"""Particles follow the sound of what stands before them; what is typed is read whatever the keyboard's mode."""

import unicodedata

import pytest

from quizapp.korean import JAMO_OF, is_any_term, is_same_term, key_of, normalized, with_particle


@pytest.mark.parametrize(
    ("word", "pair", "result"),
    [
        ("값", "은/는", "값은"),
        ("평균", "이/가", "평균이"),
        ("점수", "이/가", "점수가"),
        ("3", "은/는", "3은"),
        ("2", "은/는", "2는"),
        ("7", "을/를", "7을"),
        ("10", "과/와", "10과"),
        ("0.5", "을/를", "0.5를"),
        ("0.10", "이/가", "0.10이"),
        ("100", "은/는", "100은"),
        ("1,000", "을/를", "1,000을"),
        ("50%", "을/를", "50%를"),
        ("8", "으로/로", "8로"),
        ("3", "으로/로", "3으로"),
        ("2", "으로/로", "2로"),
        ("서울", "으로/로", "서울로"),
        ("R", "으로/로", "R로"),
        ("표준편차(σ)", "은/는", "표준편차(σ)는"),
        ("σ²", "은/는", "σ²는"),
        ("처리 환자(십 명)", "은/는", "처리 환자(십 명)는"),
        ("B", "이/가", "B가"),
        ("N", "은/는", "N은"),
    ],
)
def test_the_particle_follows_the_sound(word, pair, result):
    assert with_particle(word, pair) == result


@pytest.mark.parametrize("jamo", JAMO_OF.values())
def test_a_single_jamo_stays_the_one_that_the_key_types(jamo):
    assert normalized(jamo) == jamo
    assert normalized(unicodedata.normalize("NFKC", jamo)) == jamo
    assert key_of(jamo) == next(key for key, typed in JAMO_OF.items() if typed == jamo).lower()


def test_jamo_in_a_row_are_not_put_together():
    assert normalized("ㅁㅏ") == "ㅁㅏ"
    assert normalized("\uffa1") == "ㄱ"
    assert normalized("１²가") == "12가"
    assert normalized(unicodedata.normalize("NFD", "정확도")) == "정확도"


@pytest.mark.parametrize(
    ("typed", "key"), [("u", "u"), ("U", "u"), ("ㅕ", "u"), ("ㅃ", "q"), ("Ｕ", "u"), ("1", "1"), ("가", "가"), ("", "")]
)
def test_a_command_is_the_key_that_was_pressed(typed, key):
    assert key_of(typed) == key


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("ㅔㅐㅈㄷㄱ", "power"),
        ("ㅊㅍ", "CV"),
        ("ㅏ-익명성", "k-익명성"),
        ("ㄲㅒㅊ", "ROC"),
        ("rjawjdfur", "검정력"),
        ("1−β", "1-β"),
        ("1–β", "1-β"),
        ("k‑익명성", "K-익명성"),
        ("검 정력", "검정력"),
    ],
)
def test_a_term_is_the_same_in_either_mode_and_with_any_dash(typed, accepted):
    assert is_same_term(typed, accepted)
    assert is_same_term(unicodedata.normalize("NFD", typed), accepted)


@pytest.mark.parametrize(("typed", "accepted"), [("설게", "설계"), ("까", "가"), ("럇", "fi"), ("검정", "검정력")])
def test_another_syllable_is_another_term(typed, accepted):
    assert not is_same_term(typed, accepted)


@pytest.mark.parametrize(
    "typed", ["검정력", "검정력(power)", "power (검정력)", "검정력 [통계적 검정력]", "검정력（ＰＯＷＥＲ）", "1-β(power)"]
)
def test_a_term_with_its_original_in_brackets_is_accepted(typed):
    assert is_any_term(typed, ("검정력", "통계적 검정력", "power", "1−β"))


@pytest.mark.parametrize("typed", ["검정력(유의수준)", "유의수준(power)", "()", ""])
def test_a_term_with_something_else_in_brackets_is_not(typed):
    assert not is_any_term(typed, ("검정력", "power"))
