"""Information criteria by numpy: AIC = −2 ln L + 2k and BIC = −2 ln L + k ln n.

https://numpy.org/doc/stable/reference/generated/numpy.log.html
scikit-learn's `aic` and `bic` methods (of `GaussianMixture`) take the data of a fitted model, not its likelihood.
"""

from __future__ import annotations

from math import log2, log10

from quizapp.exercises.catalogue.hypothesis_parts import compared
from quizapp.exercises.catalogue.loss_parts import ln
from quizapp.exercises.catalogue.wording import plain, rounding, signed
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_GOALS = ("쇼핑몰 매출", "병원 재원 일수", "배송 시간", "공장 전력 사용량", "공공자전거 대여량", "대출 연체")
_SIZES = (20, 30, 40, 50, 60, 80, 100, 150, 200, 300, 400, 500)
"""Numbers of observations whose logarithms a paper prints."""


def aic_of(log_likelihood: float, k: int) -> float:
    import numpy as np

    return float(np.multiply(-2, log_likelihood) + 2 * k)


def bic_of(log_likelihood: float, k: int, n: int) -> float:
    import numpy as np

    return float(np.multiply(-2, log_likelihood) + k * np.log(n))


def log_likelihood_of_bic(bic: float, k: int, n: int) -> float:
    import numpy as np

    return float((k * np.log(n) - bic) / 2)


def least_aic(log_likelihoods: list[float], ks: list[int]) -> float:
    import numpy as np

    return float(np.min(-2 * np.array(log_likelihoods) + 2 * np.array(ks)))


def least_bic(log_likelihoods: list[float], ks: list[int], n: int) -> float:
    import numpy as np

    return float(np.min(-2 * np.array(log_likelihoods) + np.log(n) * np.array(ks)))


def _criterion(name: str, likelihood: float, k: float, n: int) -> float:
    """The criterion with the printed logarithm."""
    return -2 * likelihood + (2 if name == "AIC" else ln(n)) * k


def _likelihood_wrongs(asked: str, likelihood: float, p: int, n: int) -> list[Wrong]:
    """What people take for AIC or BIC of a linear regression with *p* variables."""
    k, fit, other = p + 2, -2 * likelihood, "BIC" if asked == "AIC" else "AIC"
    penalty = _criterion(asked, likelihood, k, n) - fit
    found = [
        Wrong(_criterion(other, likelihood, k, n), f"{with_particle(other, '을/를')} 구했습니다. 벌점의 계수가 다릅니다."),
        Wrong(_criterion(asked, likelihood, p, n), "절편과 오차분산을 모수로 세지 않았습니다."),
        Wrong(_criterion(asked, likelihood, p + 1, n), "오차분산을 모수로 세지 않았습니다."),
        Wrong(fit - penalty, "벌점을 뺐습니다. 모수가 많을수록 값이 커져야 합니다."),
        Wrong(fit / 2 + penalty, "로그 가능도에 −2가 아니라 −1을 곱했습니다."),
        Wrong(fit + penalty / 2, "벌점을 반으로 줄였습니다."),
        Wrong(fit + 2 * penalty, "벌점을 두 배로 했습니다."),
        Wrong(fit, "벌점을 더하지 않았습니다. 이는 이탈도의 꼴입니다."),
        Wrong(fit + (2 + ln(n)) * k, "AIC와 BIC의 벌점을 모두 더했습니다."),
    ]
    if asked == "AIC":
        found.append(Wrong(fit + penalty + 2 * k * (k + 1) / (n - k - 1), "작은 표본의 보정항까지 더했습니다. 이는 AICc입니다."))
    else:
        found.append(Wrong(fit + k * log2(n), "밑이 2인 로그를 썼습니다. 물음은 자연로그입니다."))
    return found


@template("select.criteria", "from_likelihood", "로그 가능도에서 AIC와 BIC")
def from_likelihood(draw: Draw) -> Draft:
    """AIC or BIC of a log-likelihood and a number of parameters."""
    goal, asked, n, p = draw.pick(_GOALS), draw.pick(["AIC", "BIC"]), draw.pick(_SIZES), draw.integer(2, 7)
    likelihood, k = -draw.multiple(20, 95, 0.01 if draw.is_extended else 0.5), p + 2
    value, weight = _criterion(asked, likelihood, k, n), "2" if asked == "AIC" else f"{show(ln(n), 3)}"
    penalty = value + 2 * likelihood
    key = compute(aic_of, log_likelihood=likelihood, k=k)
    return Draft(
        stem=f"관측값 {n}개로 {with_particle(goal, '을/를')} 설명하는 선형회귀의 최대 로그 가능도(ln L)는 {plain(likelihood)}이고, 추정한 "
        f"모수는 변수 {p}개의 계수, 절편, 오차분산이다. {asked}의 값은? (자연로그를 쓰며, ln {n} = {show(ln(n), 3)}, {rounding(1)})",
        key=key if asked == "AIC" else compute(bic_of, log_likelihood=likelihood, k=k, n=n),
        decimals=1,
        why="AIC = −2 ln L + 2k, BIC = −2 ln L + k ln n이고, k는 추정한 모수의 수이다.",
        wrongs=_likelihood_wrongs(asked, likelihood, p, n),
        steps=[
            f"k = {p} + 1 + 1 = {k}",
            f"{asked} = −2·({plain(likelihood)}) + {weight}·{k} = {plain(-2 * likelihood)} + {plain(penalty)}",
            f"{asked} = {show(value, 1)}",
        ],
        by_hand=value,
    )


@template("select.criteria", "inverse", "BIC에서 거꾸로 로그 가능도")
def inverse(draw: Draw) -> Draft:
    """The log-likelihood behind a BIC."""
    goal, n, k = draw.pick(_GOALS), draw.pick(_SIZES), draw.integer(3, 9)
    bic = draw.multiple(80, 260, 0.1 if draw.is_extended else 1)
    penalty = k * ln(n)
    value = (penalty - bic) / 2
    draw.require(value <= -20)
    return Draft(
        stem=f"관측값 {n}개로 {with_particle(goal, '을/를')} 설명하는 모형에서 추정한 모수는 {k}개이고 BIC는 {plain(bic)}이다. 이 모형의 "
        f"최대 로그 가능도(ln L)는? (자연로그를 쓰며, ln {n} = {show(ln(n), 3)}, {rounding(1)})",
        key=compute(log_likelihood_of_bic, bic=bic, k=k, n=n),
        decimals=1,
        why="BIC = −2 ln L + k ln n을 ln L에 대하여 풀면 ln L = (k ln n − BIC)/2이다.",
        wrongs=[
            Wrong((2 * k - bic) / 2, "BIC의 벌점 k ln n 대신 AIC의 벌점 2k를 썼습니다."),
            Wrong(penalty - bic, "2로 나누지 않았습니다."),
            Wrong(-(penalty + bic) / 2, "벌점을 빼지 않고 더했습니다. BIC에서 벌점을 뺀 것이 −2 ln L입니다."),
            Wrong(-bic / 2, "벌점을 빼지 않았습니다."),
            Wrong(penalty - bic / 2, "벌점은 2로 나누지 않았습니다. BIC에서 벌점을 뺀 값을 나눕니다."),
            Wrong((k * log10(n) - bic) / 2, "상용로그를 썼습니다. 물음은 자연로그입니다."),
            Wrong((k * log2(n) - bic) / 2, "밑이 2인 로그를 썼습니다. 물음은 자연로그입니다."),
            Wrong(((k - 1) * ln(n) - bic) / 2, "모수의 수에서 1을 뺐습니다. k는 추정한 모수를 모두 셉니다."),
            Wrong(((k + 1) * ln(n) - bic) / 2, "모수의 수에 1을 더했습니다. k는 이미 추정한 모수를 모두 센 것입니다."),
        ],
        steps=[
            "BIC = −2 ln L + k ln n",
            f"k ln n = {k}·{show(ln(n), 3)} = {show(penalty, 2)}",
            f"ln L = ({show(penalty, 2)} − {plain(bic)})/2 = {signed(value, 1)}",
        ],
        by_hand=value,
    )


def _model_label(name: str, asked: str, value: float) -> str:
    return f"{name}, {asked} = {show(value, 1)}"


def _choice_wrongs(draw: Draw, asked: str, models: list[tuple[str, float, int]], n: int, best: int) -> list[Wrong]:
    """Other models, and other values of the right one."""
    values = [_criterion(asked, likelihood, k, n) for _, likelihood, k in models]
    found = []
    for i, (name, likelihood, k) in enumerate(models):
        fit, penalty = -2 * likelihood, values[i] + 2 * likelihood
        other = _criterion("BIC" if asked == "AIC" else "AIC", likelihood, k, n)
        if i != best:
            found.append((name, values[i], f"'{name}'의 {asked}는 맞지만, '{models[best][0]}'의 값이 더 작습니다."))
        head = f"'{name}'에서 " if i != best else "모형은 맞지만 "
        found += [
            (name, other, f"{head}{asked}가 아니라 {'BIC' if asked == 'AIC' else 'AIC'}를 구했습니다."),
            (name, fit, f"{head}벌점을 더하지 않았습니다."),
            (name, fit - penalty, f"{head}벌점을 뺐습니다."),
            (name, fit / 2 + penalty, f"{head}로그 가능도에 −2가 아니라 −1을 곱했습니다."),
        ]
    wrongs = [Wrong(value, why, _model_label(name, asked, value)) for name, value, why in found if 100 <= value < 999]
    return compared(draw, models[best][0], values[best], wrongs, wins_by_least=True)


@template("select.criteria", "choose", "정보 기준으로 고른 모형")
def choose(draw: Draw) -> Draft:
    """The model with the least AIC or BIC, where the likelihood or the other criterion says otherwise."""
    goal, asked, n, count = draw.pick(_GOALS), draw.pick(["AIC", "BIC"]), draw.pick(_SIZES[3:]), 4 if draw.is_extended else 3
    ks = sorted(draw.sample(range(2, 10), count))
    base, halves = draw.integer(-140, -70), draw.sample(range(2, 201 if draw.is_extended else 41), count - 1)
    gains = [0.0, *sorted(half / (10 if draw.is_extended else 2) for half in halves)]
    models = [(f"모형 {'ABCD'[i]}", round(base + gain, 6), k) for i, (gain, k) in enumerate(zip(gains, ks, strict=True))]
    values = [_criterion(asked, likelihood, k, n) for _, likelihood, k in models]
    others = [_criterion("BIC" if asked == "AIC" else "AIC", likelihood, k, n) for _, likelihood, k in models]
    best = values.index(min(values))
    draw.require(sorted(values)[1] - min(values) >= 0.5 and (best != others.index(min(others)) or best < count - 1))
    key = compute(least_aic, log_likelihoods=[likelihood for _, likelihood, _ in models], ks=ks)
    return Draft(
        stem=f"관측값 {n}개로 {with_particle(goal, '을/를')} 설명하는 모형들의 최대 로그 가능도(ln L)와 추정한 모수의 수(k)가 다음과 같다. "
        f"{with_particle(asked, '으로/로')} 고른 모형과 그 값은? (자연로그를 쓰며, ln {n} = {show(ln(n), 3)}, {rounding(1)})",
        data=Table(columns=("모형", "ln L", "k"), rows=tuple((name, plain(likelihood), k) for name, likelihood, k in models)),
        key=key if asked == "AIC" else compute(least_bic, log_likelihoods=[one for _, one, _ in models], ks=ks, n=n),
        decimals=1,
        label=_model_label(models[best][0], asked, values[best]),
        why="AIC와 BIC는 작을수록 좋고, 가능도가 커도 모수가 많으면 벌점이 커진다. BIC의 벌점은 n이 8 이상이면 AIC보다 무겁다.",
        wrongs=_choice_wrongs(draw, asked, models, n, best),
        steps=["AIC = −2 ln L + 2k" if asked == "AIC" else f"BIC = −2 ln L + k ln n, ln {n} = {show(ln(n), 3)}"]
        + [
            f"{name}: {plain(-2 * likelihood)} + {'2' if asked == 'AIC' else show(ln(n), 3)}·{k} = {show(value, 1)}"
            for (name, likelihood, k), value in zip(models, values, strict=True)
        ]
        + [f"{asked}가 가장 작은 것은 {models[best][0]}이다."],
        by_hand=values[best],
    )
