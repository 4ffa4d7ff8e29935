"""What the templates of the analysis of variance share: groups that are compared, and what people take for F. Registers no template."""

from __future__ import annotations

from fractions import Fraction

from quizapp.exercises.template import Wrong

GROUPS = (
    ("배송 방식에 따른 배송 시간(시간)", ("새벽", "당일", "일반", "예약", "묶음")),
    ("재활 프로그램에 따른 회복 일수(일)", ("가 과정", "나 과정", "다 과정", "라 과정", "마 과정")),
    ("온도 조건에 따른 부품의 강도(MPa)", ("저온", "상온", "고온", "냉각", "가열")),
    ("광고 문구에 따른 하루 클릭(십 건)", ("문구 A", "문구 B", "문구 C", "문구 D", "문구 E")),
    ("지구에 따른 하루 민원(건)", ("동구", "서구", "남구", "북구", "중구")),
)
"""What is compared between groups, and the groups."""


def f_wrongs(between: Fraction, within: Fraction, groups: int, total: int) -> list[Wrong]:
    """What people divide for F; *between* and *within* are the sums of squares of *groups* groups and *total* values."""
    above, below = groups - 1, total - groups
    f = between / above / (within / below)
    found = [
        (between / within, "제곱합끼리 나누었습니다. 제곱합을 자유도로 나눈 평균제곱의 비가 F입니다."),
        (1 / f, "분자와 분모를 바꾸었습니다. 집단 간 평균제곱을 집단 내 평균제곱으로 나눕니다."),
        (between / groups / (within / below), "집단 간 자유도를 집단의 수로 놓았습니다. 여기서 1을 뺍니다."),
        (between / above / (within / (total - 1)), "집단 내 자유도를 전체 자유도 N − 1로 놓았습니다."),
        (between / above / (within / total), "집단 내 자유도를 관측값의 수 N으로 놓았습니다."),
        (between / above / ((between + within) / (total - 1)), "집단 내 평균제곱이 아니라 전체 평균제곱으로 나누었습니다."),
        (between / (within / below), "집단 간 제곱합을 자유도로 나누지 않았습니다."),
    ]
    return [Wrong(float(value), why) for value, why in found]
