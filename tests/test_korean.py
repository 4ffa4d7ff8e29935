"""Particles follow the sound of what stands before them."""

import pytest

from quizapp.korean import with_particle


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
