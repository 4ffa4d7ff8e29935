"""Reading t tests: the critical value of a design in a table of t, and a one-sided decision from a two-sided output (`scipy.stats.t`).

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.t.html
"""

from __future__ import annotations

from typing import NamedTuple

from quizapp.exercises.catalogue.hypothesis_parts import Judged, conclusion, critical_t, judged, verdict
from quizapp.exercises.catalogue.wording import rounding, signed
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import rounded, show

_TAILS = (0.1, 0.05, 0.025, 0.01, 0.005)

_ONE = (
    "제품 {}개의 무게",
    "환자 {}명의 대기 시간",
    "주문 {}건의 배송 시간",
    "민원 {}건의 처리 일수",
)
_PAIRED = (
    "환자 {}명의 치료 전후 혈압",
    "점포 {}곳의 행사 전후 매출",
    "설비 {}대의 정비 전후 소음",
    "기사 {}명의 교육 전후 배송 건수",
)
_POOLED = (
    "두 병원의 환자 {}명과 {}명의 재원 일수",
    "두 라인의 제품 {}개와 {}개의 무게",
    "두 창고의 주문 {}건과 {}건의 처리 시간",
    "두 지역의 가구 {}곳과 {}곳의 전력 사용량",
)
"""What is tested, with room for the sizes of the samples."""

_GROUPS = (
    ("두 물류센터의 주문 처리 시간", "동부", "서부"),
    ("두 병원의 재원 일수", "가 병원", "나 병원"),
    ("두 생산 라인의 제품 무게", "1라인", "2라인"),
    ("두 배너의 체류 시간", "배너 A", "배너 B"),
    ("두 지역의 월 전력 사용량", "도시", "농촌"),
)


def critical_value(sizes: list[int], alpha: float, sides: int) -> float:
    from scipy.stats import t

    return float(t.isf(alpha / sides, df=sum(sizes) - len(sizes)))


def one_sided_p(statistic: float, df: int, alternative: str) -> float:
    from scipy.stats import t

    return float(t.sf(statistic, df) if alternative == "greater" else t.cdf(statistic, df))


class _Design(NamedTuple):
    """A test, the sizes of its samples, how its degrees of freedom are found, and the ones that people take instead."""

    story: str
    sizes: list[int]
    formula: str
    wrong: list[tuple[int, str]]

    @property
    def df(self) -> int:
        """The degrees of freedom."""
        return sum(self.sizes) - len(self.sizes)


def _design(draw: Draw) -> _Design:
    n, m = (draw.integer(18, 30) if draw.is_extended else draw.integer(12, 17) for _ in range(2))  # two digits: labels sort as words
    kind = draw.pick(["단일표본", "대응표본", "합동분산"])
    if kind == "합동분산":
        draw.require(n != m)
        what, formula = draw.pick(_POOLED).format(n, m), f"n₁ + n₂ − 2 = {n} + {m} − 2 = {n + m - 2}"
        wrong = [
            (n + m - 1, "자유도를 n₁ + n₂ − 1로 놓았습니다. 평균을 둘 추정하므로 2를 뺍니다."),
            (n + m, "자유도를 관측값의 수 n₁ + n₂로 놓았습니다. 평균을 둘 추정하므로 2를 뺍니다."),
            (n - 1, "첫 표본의 자유도만 썼습니다. 두 표본의 자유도를 더합니다."),
            (m - 1, "둘째 표본의 자유도만 썼습니다. 두 표본의 자유도를 더합니다."),
        ]
    else:
        what, formula = draw.pick(_ONE if kind == "단일표본" else _PAIRED).format(n), f"n − 1 = {n} − 1 = {n - 1}"
        wrong = [
            (n, "자유도를 n으로 놓았습니다. 평균을 추정하므로 1을 뺍니다."),
            (n - 2, "자유도를 n − 2로 놓았습니다. 이는 단순회귀의 자유도입니다."),
            (n + 1, "자유도를 n + 1로 놓았습니다. 평균을 추정하므로 1을 뺍니다."),
        ]
    if kind == "대응표본":
        wrong[-1] = (2 * n - 2, "자유도를 2n − 2로 놓았습니다. 이는 독립인 두 표본의 자유도입니다.")
    return _Design(f"{with_particle(what, '을/를')} {kind} t검정으로", [n, m] if kind == "합동분산" else [n], formula, wrong)


def _critical_label(df: int, value: float) -> str:
    return f"자유도 {df}, 임계값 {show(value, 3)}"


@template("test.mean", "critical", "t 분포표에서 검정의 자유도와 임계값")
def critical(draw: Draw) -> Draft:
    """The degrees of freedom and the critical value of a design, read from a table of t."""
    design, sides = _design(draw), draw.pick([1, 2])
    alpha = draw.pick([0.05, 0.025, 0.01] if sides == 1 else [0.1, 0.05, 0.02])
    test, tail, other = ("오른쪽 단측검정", alpha, alpha / 2) if sides == 1 else ("양측검정", alpha / 2, alpha)
    slip = "단측검정인데 α를 2로 나누었습니다." if sides == 1 else "양측검정인데 α를 2로 나누지 않았습니다."
    found = [(design.df, other, f"자유도는 맞지만 {slip}")]
    for df, why in design.wrong:
        found += [(df, tail, why), (df, other, f"{why} 또 {slip}")]
    value = critical_t(tail, design.df)
    return Draft(
        stem=f"{design.story} 검정하려고 한다. 유의수준 {alpha:g}의 {test}에서 자유도와, 기각역의 경계가 되는 양의 임계값은? "
        f"(표의 열은 t 분포의 오른쪽 꼬리 확률, {rounding(3)})",
        data=Table(
            columns=("자유도", *(f"{one:g}" for one in _TAILS)),
            rows=tuple((df, *(show(critical_t(one, df), 3) for one in _TAILS)) for df in sorted({df for df, _, _ in found})),
        ),
        key=compute(critical_value, sizes=design.sizes, alpha=alpha, sides=sides),
        decimals=3,
        label=_critical_label(design.df, value),
        why="자유도는 관측값(대응표본은 차이)의 수에서 추정한 평균의 수를 뺀 것이고, 양측검정은 α를 양쪽 꼬리에 반씩 나눈다.",
        wrongs=[Wrong(critical_t(area, df), why, _critical_label(df, critical_t(area, df))) for df, area, why in found],
        steps=[
            f"자유도 = {design.formula}",
            f"오른쪽 꼬리 확률 = {'α/2' if sides == 2 else 'α'} = {tail:g}",
            f"표에서 자유도 {design.df}, 꼬리 확률 {tail:g}의 값 = {show(value, 3)}",
        ],
        by_hand=value,
    )


def _p_label(value: float, rejects: bool) -> str:
    return f"{verdict(rejects)}, p = {show(value, 3)}"


def _p_wrongs(draw: Draw, two_sided: float, p: float, alpha: float) -> list[Wrong]:
    """What people make of a two-sided p value for a one-sided test."""
    rejects, flipped = p < alpha, "p값은 맞지만 판정이 반대입니다. p값이 유의수준보다 작을 때 기각합니다."
    half = two_sided / 2
    along = p < 0.5
    far = "1에서 반으로 나눈 p값을 뺐습니다. t의 부호가 대립가설과 같은 방향이므로 반으로 나누기만 합니다."
    near = "양측 p값을 반으로 나누기만 했습니다. t의 부호가 대립가설과 반대 방향이므로 1에서 뺍니다."
    found = [
        Judged(two_sided, two_sided < alpha, "출력의 양측 p값을 그대로 썼습니다. 단측검정의 p값은 한쪽 꼬리의 넓이입니다."),
        Judged(p, not rejects, flipped),
        Judged(1 - p, 1 - p < alpha, far if along else near),
        Judged(2 * two_sided, 2 * two_sided < alpha, "양측 p값을 두 배로 했습니다. 한쪽 꼬리는 그 반입니다."),
        Judged(half / 2, half / 2 < alpha, "양측 p값을 4로 나누었습니다. 한쪽 꼬리는 그 반입니다."),
        Judged(1 - two_sided, 1 - two_sided < alpha, "1에서 양측 p값을 그대로 뺐습니다."),
    ]
    return judged(draw, rejects, _p_label, [one for one in found if one.value < 1])


@template("test.mean", "one_sided", "출력의 양측 p값에서 단측검정의 판정")
def one_sided(draw: Draw) -> Draft:
    """The one-sided p value and decision from an output that prints the two-sided one."""
    (what, *names), df = draw.pick(_GROUPS), draw.integer(11, 58) if draw.is_extended else 2 * draw.integer(6, 15)
    statistic = draw.multiple(1, 2.5, 0.01 if draw.is_extended else 0.05) * draw.pick([-1, 1])
    alpha, greater = draw.pick([0.05, 0.1]), draw.pick([True, False])
    key = compute(one_sided_p, statistic=statistic, df=df, alternative="greater" if greater else "less")
    p = key.value()
    two_sided = float(rounded(2 * min(p, 1 - p), 4))
    along, by_hand = p < 0.5, two_sided / 2 if p < 0.5 else 1 - two_sided / 2
    draw.require(all(abs(value - alpha) > 0.1 * alpha for value in (p, two_sided)) and by_hand > 0.004 and (along or two_sided > 0.1))
    sign = "<" if statistic < 0 else ">"
    return Draft(
        stem=f"다음은 {what}의 평균을 견준 t검정의 출력이고, t는 '{names[0]} − {names[1]}'의 차이로 구했다. 대립가설이 "
        f"'{names[0]}의 모평균이 {names[1]}보다 {'크다' if greater else '작다'}'인 단측검정의 p값과 유의수준 {alpha}에서의 판정은? "
        f"({rounding(3)})",
        data=f"t = {signed(statistic, 2)}, df = {df}, p-value (two-sided) = {show(two_sided, 4)}",
        key=key,
        decimals=3,
        label=_p_label(p, p < alpha),
        why="단측 p값은 t의 부호가 대립가설의 방향과 같으면 양측 p값의 반, 반대면 1에서 그 반을 뺀 값이다.",
        wrongs=_p_wrongs(draw, two_sided, p, alpha),
        steps=[
            f"t = {signed(statistic, 2)} {sign} 0이므로 대립가설과 {'같은' if along else '반대'} 방향이다.",
            f"단측 p = {show(two_sided, 4)}/2 = {show(by_hand, 3)}"
            if along
            else f"단측 p = 1 − {show(two_sided, 4)}/2 = {show(by_hand, 3)}",
            f"{show(p, 3)} {'<' if p < alpha else '>'} {alpha}이므로 {conclusion(p < alpha)}",
        ],
        by_hand=by_hand,
    )
