"""Categorical cross-entropy: from class probabilities (`log_loss`) and from logits (`log_softmax`), natural logarithm.

https://scikit-learn.org/stable/modules/generated/sklearn.metrics.log_loss.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.special.log_softmax.html
"""

from __future__ import annotations

from math import exp, log, log1p
from typing import TYPE_CHECKING

from quizapp.exercises.catalogue.loss_parts import factor, ln, mean_of, plain, printed_losses, sum_text
from quizapp.exercises.computation import compute
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

if TYPE_CHECKING:
    from quizapp.exercises.draw import Draw

_GRADES = (
    ("민원 {}건을 처리 부서별로", "부서", ("교통", "복지", "환경")),
    ("응급 환자 {}명을 중증도별로", "중증도", ("경증", "중등", "중증")),
    ("반품 {}건을 사유별로", "사유", ("파손", "변심", "오배송")),
    ("설비 경보 {}건을 원인별로", "원인", ("과열", "진동", "누유")),
)
"""What is sorted, with room for the number, by which kind, into which classes."""


def multiclass_loss(actual: list[str], probabilities: list[list[float]], classes: list[str]) -> float:
    """Mean categorical cross-entropy."""
    from sklearn.metrics import log_loss

    positions = [classes.index(name) for name in actual]
    return float(log_loss(positions, probabilities, labels=range(len(classes))))


def logit_loss(logits: list[float], actual: int) -> float:
    """Cross-entropy of one row from its logits; *actual* is the position of its class."""
    from scipy.special import log_softmax

    return float(-log_softmax(logits)[actual])


def _shares(draw: Draw, grid: int) -> list[float]:
    """Three probabilities in steps of 1/grid, one of them the highest."""
    first, second = draw.integer(1, grid // 2), draw.integer(1, grid // 3)
    shares = draw.shuffled([first, second, grid - first - second])
    draw.require(sorted(shares)[1] < max(shares))
    return [share / grid for share in shares]


@template("loss.classification", "multiclass", "여러 범주의 교차 엔트로피")
def multiclass(draw: Draw) -> Draft:
    """The mean categorical cross-entropy of a table of class probabilities."""
    what, kind, names = draw.pick(_GRADES)
    size = 4 if draw.is_extended else 3
    grid = 20 if draw.is_extended else 10
    rows = [_shares(draw, grid) for _ in range(size)]
    miss = draw.integer(0, size - 1)
    actual = [row.index(sorted(row)[draw.integer(0, 1) if n == miss else 2]) for n, row in enumerate(rows)]
    right = [row[position] for row, position in zip(rows, actual, strict=True)]
    draw.require(len(set(actual)) > 1 and len({p for row in rows for p in row}) <= 7)
    losses = [-ln(p) for p in right]
    return Draft(
        stem=f"{what.format(size)} 나누는 모형이 낸 확률과 실제 {with_particle(kind, '이/가')} 다음과 같다. 범주형 교차 엔트로피(자연로그, "
        f"관측 평균)는? (단, {printed_losses(p for row in rows for p in row)}이고, 소수 셋째 자리에서 반올림)",
        data=Table(
            columns=("번호", f"실제 {kind}", *names),
            rows=tuple((n, names[a], *row) for n, (a, row) in enumerate(zip(actual, rows, strict=True), 1)),
        ),
        key=compute(multiclass_loss, actual=[names[a] for a in actual], probabilities=rows, classes=list(names)),
        why="관측마다 실제 범주에 준 확률의 −ln만 더하여 관측 수로 나눈다.",
        wrongs=_multiclass_wrongs(rows, right),
        steps=[
            "손실 = −Σ ln(실제 범주의 확률)/n",
            f"실제 범주의 확률: {', '.join(map(str, right))}",
            f"합 = {sum_text(show(loss, 3) for loss in losses)} = {plain(sum(losses))}",
            f"평균 = {plain(sum(losses))}/{size} = {show(mean_of(losses), 2)}",
        ],
        by_hand=mean_of(losses),
    )


def _multiclass_wrongs(rows: list[list[float]], right: list[float]) -> list[Wrong]:
    size, width = len(rows), len(rows[0])
    total = -sum(log(p) for p in right)
    every = -sum(log(p) for row in rows for p in row)
    return [
        Wrong(mean_of([-log(max(row)) for row in rows]), "가장 높은 확률에 로그를 취했습니다. 실제 범주의 확률을 써야 합니다."),
        Wrong(total, "손실의 합입니다. 관측 수로 나누어야 평균입니다."),
        Wrong(total / size / width, "범주 수로도 나누었습니다. 관측마다 실제 범주 하나의 항만 남습니다."),
        Wrong(every / size, "모든 범주의 −ln p를 더했습니다. 실제가 아닌 범주의 항은 0이 곱해져 사라집니다."),
        Wrong(every / size / width, "모든 범주의 −ln p를 평균했습니다. 실제 범주의 항만 셉니다."),
        Wrong((every - total) / size, "실제가 아닌 범주의 −ln p를 더했습니다."),
        Wrong(-log(mean_of(right)), "확률을 먼저 평균하고 로그를 취했습니다. 로그를 취한 뒤 평균합니다."),
        Wrong(1 - mean_of(right), "실제 범주의 확률을 1에서 뺀 값을 평균했습니다. 교차 엔트로피는 로그를 씁니다."),
        Wrong(total / size / log(2), "로그의 밑을 2로 썼습니다. 물음은 자연로그입니다."),
        Wrong(total / size / log(10), "로그의 밑을 10으로 썼습니다. 물음은 자연로그입니다."),
    ]


@template("loss.classification", "from_logits", "로짓에서 교차 엔트로피")
def from_logits(draw: Draw) -> Draft:
    """The cross-entropy of one row from its logits through softmax."""
    what, kind, names = draw.pick(_GRADES)
    halves = draw.is_extended
    logits = draw.sample([-1.5, -0.5, 0.5, 1, 1.5, 2, 2.5] if halves else [-1, 0, 1, 2, 3], 3)
    actual = draw.integer(0, 2)
    powers = [float(f"{exp(z):.4g}") if exp(z) > 10 else float(show(exp(z), 3)) for z in logits]
    total = float(show(sum(powers), 2 if sum(powers) > 10 else 3))
    z = logits[actual]
    helpers = ", ".join(f"e^({plain(one)}) = {plain(power)}" for one, power in sorted(zip(logits, powers, strict=True)))
    return Draft(
        stem=f"{what.format(1)} 나누는 신경망의 출력층 로짓(logit)이 다음과 같고, 실제 {with_particle(kind, '은/는')} "
        f"‘{names[actual]}’이다. 소프트맥스를 거친 범주형 교차 엔트로피(자연로그)는? "
        f"(단, {helpers}, ln {plain(total)} = {show(ln(total), 3)}이고, 소수 셋째 자리에서 반올림)",
        data=Table(columns=(kind, *names), rows=(("로짓", *logits),)),
        key=compute(logit_loss, logits=logits, actual=actual),
        why="소프트맥스 확률이 e^z/Σe^z이므로 실제 범주의 −ln p는 ln Σe^z − z이다.",
        wrongs=_logit_wrongs(logits, actual),
        steps=[
            "p = e^z/Σe^z, 손실 = −ln p = ln Σe^z − z",
            f"Σe^z = {sum_text(plain(power) for power in powers)} = {plain(total)}",
            f"손실 = ln {plain(total)} − {factor(z)} = {show(ln(total), 3)} − {factor(z)} = {show(ln(total) - z, 2)}",
        ],
        by_hand=ln(total) - z,
    )


def _logit_wrongs(logits: list[float], actual: int) -> list[Wrong]:
    total, z = sum(exp(one) for one in logits), logits[actual]
    loss = log(total) - z
    wrongs = [
        Wrong(log(total) - max(logits), "로짓이 가장 큰 범주의 손실입니다. 실제 범주의 로짓을 써야 합니다."),
        Wrong(log(total) - sorted(logits)[1], "다른 범주의 로짓을 뺐습니다. 실제 범주의 로짓을 써야 합니다."),
        Wrong(log1p(exp(-z)), "실제 범주의 로짓에 시그모이드를 썼습니다. 범주가 여럿이면 소프트맥스를 씁니다."),
        Wrong(exp(-loss), "실제 범주의 확률까지만 구했습니다. 손실은 그 −ln입니다."),
        Wrong(1 - exp(-loss), "실제 범주의 확률을 1에서 뺐습니다. 교차 엔트로피는 −ln p입니다."),
        Wrong(log(total), "ln Σe^z에서 실제 범주의 로짓을 빼지 않았습니다."),
        Wrong(loss / log(2), "로그의 밑을 2로 썼습니다. 물음은 자연로그입니다."),
        Wrong(loss / len(logits), "범주 수로 나누었습니다. 실제 범주의 항 하나만 남으므로 나누지 않습니다."),
    ]
    if 0 < z < sum(logits):
        wrongs.append(Wrong(log(sum(logits) / z), "지수를 취하지 않고 로짓을 그 합으로 나누었습니다."))
    return wrongs
