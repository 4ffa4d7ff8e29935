"""Goodness of fit: χ² of counts against given shares, and its degrees of freedom where parameters were estimated.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.chisquare.html
https://numpy.org/doc/stable/reference/generated/numpy.size.html
"""

from __future__ import annotations

from fractions import Fraction

from quizapp.exercises.catalogue.hypothesis_parts import Judged, conclusion, critical_chi2, judged, verdict
from quizapp.exercises.catalogue.wording import plain, rounding
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import rounded, show

_SHARES = (
    ("어느 쇼핑몰 주문의 결제 수단별", "건", ("카드", "간편결제", "계좌이체", "상품권")),
    ("한 병원 내원 환자의 진료과별", "명", ("내과", "외과", "소아과", "안과")),
    ("한 공장 불량의 원인별", "건", ("재료", "설비", "작업", "환경")),
    ("한 물류센터 택배의 권역별", "건", ("수도권", "영남", "호남", "강원")),
    ("한 지자체 민원의 창구별", "건", ("앱", "전화", "방문", "우편")),
)
"""What is counted by category, its unit, and the categories."""


def chi_square_of_fit(observed: list[int], expected: list[float]) -> float:
    from scipy.stats import chisquare

    return float(chisquare(observed, expected).statistic)


def degrees_of_freedom(observed: list[int], estimated: int) -> float:
    import numpy as np

    return float(np.size(observed) - 1 - estimated)


def _fit_wrongs(observed: list[int], expected: list[int]) -> list[Wrong]:
    """What people take for the χ² of counts against expected ones."""
    pairs, total = list(zip(observed, expected, strict=True)), sum(observed)
    even = total / len(pairs)
    shares = [(100 * o / total, 100 * e / total) for o, e in pairs]
    largest = max((o - e) ** 2 / e for o, e in pairs)
    return [
        Wrong(sum((o - e) ** 2 / o for o, e in pairs), "차의 제곱을 관측도수로 나누었습니다. 기대도수로 나눕니다."),
        Wrong(sum(abs(o - e) / e for o, e in pairs), "차를 제곱하지 않고 절댓값을 기대도수로 나누었습니다."),
        Wrong(sum((o - even) ** 2 / even for o, _ in pairs), "주어진 비율이 아니라 모든 범주가 같다고 보고 기대도수를 구했습니다."),
        Wrong(sum((o - e) ** 2 / e for o, e in shares), "도수가 아니라 백분율로 구했습니다. χ²은 도수로 구합니다."),
        Wrong(sum((o - e) ** 2 / e for o, e in pairs) / (len(pairs) - 1), "χ²을 자유도로 나누었습니다. χ²은 합 그대로입니다."),
        Wrong(sum((o - e) ** 2 / e for o, e in pairs) - largest, "가장 크게 벗어난 범주를 빼고 더했습니다."),
        Wrong(sum((o - e) ** 2 for o, e in pairs) / even, "차의 제곱을 모두 더하여 평균 기대도수로 나누었습니다."),
    ]


@template("test.fit", "statistic", "주어진 비율에 대한 적합도 χ²")
def statistic(draw: Draw) -> Draft:
    """The χ² of counts against stated shares."""
    (what, unit, names), size = draw.pick(_SHARES), 4 if draw.is_extended else 3
    percents = draw.pick(
        [(40, 30, 20, 10), (35, 30, 20, 15), (45, 25, 20, 10)] if draw.is_extended else [(50, 30, 20), (60, 25, 15), (40, 40, 20)]
    )
    total, shares = draw.pick([80, 100, 120, 160, 200]), draw.shuffled(percents)
    gaps = [draw.integer(-9, 9) for _ in range(size - 1)]
    expected = [Fraction(share * total, 100) for share in shares]
    observed = [int(e) + d for e, d in zip(expected, [*gaps, -sum(gaps)], strict=True)]
    draw.require(all(e.denominator == 1 for e in expected) and min(observed) >= 5 and any(gaps) and abs(sum(gaps)) <= 12)
    terms = [(o, int(e), o - int(e)) for o, e in zip(observed, expected, strict=True)]
    parts = [rounded(d * d / e, 3) for _, e, d in terms]
    draw.require(0.5 <= sum(parts) <= 25)
    return Draft(
        stem=f"{what} 비율이 지난해와 같은지 {with_particle(f'{total}{unit}', '을/를')} 뽑아 적합도 검정을 한다. 결과가 다음과 같을 때, χ² "
        f"통계량은? ({rounding(2)})",
        data=Table(
            columns=("구분", *names[:size]),
            rows=(("지난해의 비율(%)", *shares), (f"관측도수({unit})", *observed)),
        ),
        key=compute(chi_square_of_fit, observed=observed, expected=[int(e) for e in expected]),
        why="적합도 검정의 χ²은 범주마다 (관측도수 − 기대도수)²/기대도수를 더한 값이고, 기대도수는 전체에 비율을 곱한 값이다.",
        wrongs=_fit_wrongs(observed, [int(e) for e in expected]),
        steps=[
            f"기대도수 = {', '.join(f'{total}·{share}% = {e}' for share, (_, e, _) in zip(shares, terms, strict=True))}",
            f"O − E = {', '.join(plain(d) for _, _, d in terms)}",
            f"(O − E)²/E = {', '.join(f'{d * d}/{e}' for _, e, d in terms)}",
            f"χ² = {' + '.join(map(str, parts))} = {show(float(sum(parts)), 2)}",
        ],
        by_hand=float(sum(parts)),
    )


_FITTED = (
    ("한 공장에서 하루에 멈춘 설비의 수", "일", "포아송분포", "평균을 자료에서 추정하여", 1),
    ("한 지자체에 하루에 접수된 누수 신고의 수", "일", "포아송분포", "평균을 자료에서 추정하여", 1),
    ("한 병원의 환자별 대기 시간", "명", "정규분포", "평균과 분산을 자료에서 추정하여", 2),
    ("한 공장에서 만든 부품의 무게", "개", "정규분포", "평균과 분산을 자료에서 추정하여", 2),
    ("한 콜센터의 통화 간격", "건", "지수분포", "평균을 자료에서 추정하여", 1),
    ("어느 쇼핑몰 당첨 번호의 끝자리", "개", "균등분포", "정해진 확률을 그대로 써서", 0),
    ("한 품종의 교배로 얻은 씨앗의 형질", "개", "멘델의 분리비", "정해진 비율을 그대로 써서", 0),
)
"""What is fitted, its unit, the law, how its parameters are found, and how many of them are estimated."""


def _df_label(df: float, rejects: bool) -> str:
    return f"{verdict(rejects)}, 자유도 {df:.0f}"


def _df_wrongs(classes: int, estimated: int, chi2: float, alpha: float) -> list[Judged]:
    """Other degrees of freedom with the decisions that they lead to."""
    df = classes - 1 - estimated
    wrong = {
        classes: "범주의 수를 자유도로 놓았습니다. 1과 추정한 모수의 수를 뺍니다.",
        classes - 1: "추정한 모수의 수를 빼지 않았습니다.",
        classes - 2: "추정한 모수의 수를 1로 놓았습니다. 몇 개를 추정했는지 세어야 합니다.",
        classes - 3: "추정한 모수의 수를 2로 놓았습니다. 몇 개를 추정했는지 세어야 합니다.",
        classes - estimated: "범주의 수에서 추정한 모수의 수만 뺐습니다. 1을 더 뺍니다.",
        classes + 1: "범주가 아니라 범주의 경계를 세었습니다.",
        df - 1: "전체 도수가 정해진 것을 두 번 반영하여 1을 더 뺐습니다.",
    }
    found = [Judged(one, chi2 > critical_chi2(alpha, one), why) for one, why in wrong.items() if one != df and 1 <= one < 10]
    flipped = "자유도는 맞지만 판정이 반대입니다. χ²이 임계값보다 클 때 기각합니다."
    return [*found, Judged(df, chi2 <= critical_chi2(alpha, df), flipped)]


@template("test.fit", "decide", "모수를 추정한 적합도 검정의 자유도와 판정")
def decide(draw: Draw) -> Draft:
    """The degrees of freedom of a fitted law and the decision by a printed χ² table."""
    (what, unit, law, how, estimated), alpha = draw.pick(_FITTED), draw.pick([0.05, 0.01])
    classes = draw.integer(6, 8) if draw.is_extended else draw.integer(4, 7)
    observed = [draw.integer(6, 40) for _ in range(classes)]
    df, chi2 = classes - 1 - estimated, draw.multiple(2, 18, 0.01 if draw.is_extended else 0.1)
    critical, shown = critical_chi2(alpha, df), show(chi2, 2 if draw.is_extended else 1)
    draw.require(all(abs(chi2 - critical_chi2(alpha, one)) > 0.2 for one in range(1, 10)))
    rejects = chi2 > critical
    return Draft(
        stem=f"{with_particle(what, '을/를')} 조사한 {sum(observed)}{unit}의 자료를 다음 범주로 나누고, {how} {law}에 대한 적합도 검정을 "
        f"하였더니 χ² 통계량이 {with_particle(shown, '이었다/였다')}. 유의수준 {alpha}에서의 판정과 "
        f"자유도는? (χ²의 임계값은 {_criticals(alpha)})",
        data=Table(columns=("범주", *map(str, range(1, classes + 1))), rows=((f"관측도수({unit})", *observed),)),
        key=compute(degrees_of_freedom, observed=observed, estimated=estimated),
        decimals=0,
        label=_df_label(df, rejects),
        why="적합도 검정의 자유도는 범주의 수 − 1 − 추정한 모수의 수이고, χ²이 임계값보다 크면 기각한다.",
        wrongs=judged(draw, rejects, _df_label, _df_wrongs(classes, estimated, chi2, alpha)),
        steps=[
            f"자유도 = 범주의 수 − 1 − 추정한 모수의 수 = {classes} − 1 − {estimated} = {df}",
            f"자유도 {df}의 임계값 = {show(critical, 2)}",
            f"{shown} {'>' if rejects else '<'} {show(critical, 2)}이므로 {conclusion(rejects)}",
        ],
    )


def _criticals(alpha: float) -> str:
    return "자유도 1부터 차례로 " + ", ".join(show(critical_chi2(alpha, df), 2) for df in range(1, 10))
