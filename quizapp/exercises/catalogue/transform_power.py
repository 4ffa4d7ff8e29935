"""Power transformations: log1p (numpy), Box–Cox with a given λ (`scipy.stats.boxcox`) and back (`scipy.special.inv_boxcox`).

https://numpy.org/doc/stable/reference/generated/numpy.log1p.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.boxcox.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.special.inv_boxcox.html
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import exp, log, log2, log10, sqrt
from statistics import mean, median

from quizapp.exercises.catalogue.wording import inside, plain, rounding, signed
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_AMOUNTS = (
    ("어느 쇼핑몰 회원의 구매액(만 원)", "구매액"),
    ("한 병원 환자의 재원 일수(일)", "재원 일수"),
    ("한 물류센터 화물의 무게(kg)", "무게"),
    ("한 공장 센서의 경보 횟수(회)", "경보 횟수"),
    ("한 지자체의 민원 처리 시간(시간)", "처리 시간"),
    ("어느 웹 사이트의 접속 시간(초)", "접속 시간"),
)
"""Skewed quantities and their short names."""

_PRIMES = {2: 0.693, 3: 1.099, 5: 1.609}
"""Natural logarithms as a paper prints them."""

_LN = "ln 2 = 0.693, ln 3 = 1.099, ln 5 = 1.609"


def mean_of_logs(values: list[float]) -> float:
    import numpy as np

    return float(np.mean(np.log1p(values)))


def box_cox(values: list[float], lmbda: float, position: int) -> float:
    from scipy.stats import boxcox

    transformed = boxcox(values, lmbda=lmbda)
    return float(transformed[position])


def back_transformed(y: float, lmbda: float) -> float:
    from scipy.special import inv_boxcox

    return float(inv_boxcox(y, lmbda))


def tail_ratio_of_logs(values: list[float]) -> float:
    import numpy as np

    logs = np.log(values)
    middle = np.median(logs)
    return float((logs.max() - middle) / (middle - logs.min()))


_PRODUCTS = {
    2**a * 3**b * 5**c: [(prime, power) for prime, power in ((2, a), (3, b), (5, c)) if power]
    for a, b, c in product(range(6), range(5), range(4))
    if 2 <= a + b + c <= 5 and 2**a * 3**b * 5**c <= 150
}
"""Numbers whose logarithm the printed ones give in a few steps, with their prime powers."""


def _log_by_hand(x: int) -> float:
    """ln(1 + *x*) from the printed logarithms."""
    return sum(power * _PRIMES[prime] for prime, power in _PRODUCTS[x + 1])


def _log_step(x: int) -> str:
    """The line of a solution for ln(1 + *x*)."""
    names = " + ".join(f"{power}·ln {prime}" if power > 1 else f"ln {prime}" for prime, power in _PRODUCTS[x + 1])
    text = " + ".join(f"{power}·{_PRIMES[prime]}" if power > 1 else str(_PRIMES[prime]) for prime, power in _PRODUCTS[x + 1])
    return f"ln(1 + {x}) = ln {x + 1} = {names} = {text} = {plain(_log_by_hand(x))}"


def _log_wrongs(values: list[int]) -> list[Wrong]:
    """What people take for the (mean of the) transformed values ln(1 + x)."""
    logs = [log(1 + x) for x in values]
    found = [
        (mean(log10(1 + x) for x in values), "상용로그를 썼습니다. log1p는 자연로그입니다."),
        (mean(log(x) for x in values), "1을 더하지 않고 로그를 씌웠습니다. log1p는 ln(1 + x)입니다."),
        (mean(log2(1 + x) for x in values), "밑이 2인 로그를 썼습니다. log1p는 자연로그입니다."),
        (mean(log(x) + 1 for x in values), "로그를 씌운 뒤에 1을 더했습니다. 1은 로그 안에서 더합니다."),
        (mean(sqrt(x) for x in values), "로그가 아니라 제곱근을 씌웠습니다."),
        (mean(log10(x) for x in values), "1을 더하지 않고 상용로그를 씌웠습니다. log1p는 ln(1 + x)입니다."),
        (log(1 + mean(values)), "평균을 낸 뒤에 로그를 씌웠습니다. 값마다 로그를 씌운 뒤 평균합니다."),
        (log(1 + sum(values)), "더한 값에 로그를 씌웠습니다. 값마다 로그를 씌운 뒤 평균합니다."),
        (sum(logs), "변환한 값을 더하기만 했습니다. 값의 수로 나눕니다."),
        (mean(log(max(1, x - 1)) for x in values), "1을 더하지 않고 뺐습니다. log1p는 ln(1 + x)입니다."),
    ]
    return [Wrong(value, why) for value, why in found]


@template("transform.power", "log1p", "log1p로 변환한 값의 평균")
def log1p(draw: Draw) -> Draft:
    """The mean of ln(1 + x) over two or three values."""
    place, what = draw.pick(_AMOUNTS)
    count = 3 if draw.is_extended else 2
    values = draw.sample([number - 1 for number in _PRODUCTS], count)
    by_hand = sum(map(_log_by_hand, values)) / count
    return Draft(
        stem=f"{with_particle(place, '은/는')} 0이 섞여 있고 오른쪽으로 치우쳐 log1p 변환을 하였다. {with_particle(what, '이/가')} "
        f"{', '.join(map(str, values))}인 {count}건의 변환된 값의 평균은? (단, {_LN}이고, {rounding(2)})",
        key=compute(mean_of_logs, values=values),
        why="log1p는 값마다 ln(1 + x)로 바꾸므로 0도 0으로 옮겨지고, 평균은 변환한 값으로 낸다.",
        wrongs=_log_wrongs(values),
        steps=[
            "log1p(x) = ln(1 + x)",
            *map(_log_step, values),
            f"평균 = ({' + '.join(plain(_log_by_hand(x)) for x in values)})/{count} = {show(by_hand, 2)}",
        ],
        by_hand=by_hand,
    )


def _box_cox(x: float, power: Fraction) -> float:
    return float((x ** float(power) - 1) / float(power))


_RAISED = {
    Fraction(1, 2): "√{}",
    Fraction(2): "{}²",
    Fraction(-1): "1/{}",
    Fraction(1, 3): "∛{}",
    Fraction(3, 2): "{0}·√{0}",
    Fraction(-1, 2): "1/√{}",
}
"""x^λ as a solution writes it."""


def _box_cox_wrongs(x: int, power: Fraction) -> list[Wrong]:
    """What people take for the Box–Cox transform of *x*."""
    p, raised = float(power), x ** float(power)
    return [
        Wrong(raised / p, "거듭제곱에서 1을 빼지 않았습니다."),
        Wrong(raised - 1, "λ로 나누지 않았습니다."),
        Wrong(raised, "λ제곱만 했습니다. 1을 빼고 λ로 나눕니다."),
        Wrong(log(x), "로그 변환(λ = 0)을 했습니다."),
        Wrong((raised - 1) * p, "λ로 나누지 않고 곱했습니다."),
        Wrong((raised + 1) / p, "1을 빼지 않고 더했습니다."),
        Wrong((x * p - 1) / p, "λ제곱하지 않고 λ를 곱했습니다."),
        Wrong(((x - 1) ** p) / p, "거듭제곱하기 전에 1을 뺐습니다."),
        Wrong((1 - raised) / p, "1에서 거듭제곱을 뺐습니다. 부호가 반대입니다."),
    ]


def _power(power: Fraction) -> str:
    """λ as the stem prints it: 0.5, −1, 1/3."""
    return str(power) if power.denominator == 3 else plain(power)


@template("transform.power", "box_cox", "주어진 λ의 박스-콕스 변환")
def box_cox_of_value(draw: Draw) -> Draft:
    """The Box–Cox transform of one value of a small sample."""
    place, what = draw.pick(_AMOUNTS)
    power = Fraction(draw.pick(["1/3", "3/2", "-1/2"] if draw.is_extended else ["1/2", "2", "-1"]))
    whole = {2: [n * n for n in range(2, 15)], 3: [n**3 for n in range(2, 7)]}.get(power.denominator, list(range(2, 21)))
    x, size = draw.pick(whole), 6 if draw.is_extended else 5
    values = draw.shuffled([x, *draw.sample([n for n in range(1, max(whole)) if n != x], size - 1)])
    raised = round(float(x) ** float(power), 3)
    by_hand = (raised - 1) / float(power)
    divisor = f"({_power(power)})" if power.denominator == 3 else inside(power)
    return Draft(
        stem=f"{place} 자료 {size}건이 다음과 같다. λ = {_power(power)}인 박스-콕스(Box–Cox) 변환을 할 때, "
        f"{with_particle(str(x), '은/는')} 얼마로 바뀌는가? ({rounding(2)})",
        data=Table(columns=("번호", *(str(n) for n in range(1, size + 1))), rows=((what, *values),)),
        key=compute(box_cox, values=[float(v) for v in values], lmbda=float(power), position=values.index(x)),
        why="박스-콕스 변환은 λ가 0이 아니면 (x^λ − 1)/λ, 0이면 ln x이다.",
        wrongs=_box_cox_wrongs(x, power),
        steps=[
            "y = (x^λ − 1)/λ",
            f"x^λ = {_RAISED[power].format(x)} = {plain(raised)}",
            f"y = ({plain(raised)} − 1)/{divisor} = {inside(round(raised - 1, 3))}/{divisor} = {signed(by_hand, 2)}",
        ],
        by_hand=by_hand,
    )


def _back_wrongs(y: float, power: Fraction) -> list[Wrong]:
    """What people take for the value behind a Box–Cox transform."""
    p = float(power)
    base = p * y + 1
    found: list[tuple[float, str]] = [
        (base, "1/λ제곱을 하지 않았습니다."),
        (base**p, "1/λ제곱이 아니라 λ제곱을 했습니다."),
        (1 + y, "λ를 곱하지도 1/λ제곱을 하지도 않았습니다."),
        (exp(min(y, 9)), "지수함수로 되돌렸습니다. 이는 λ = 0(로그 변환)일 때입니다."),
        (_box_cox(y, power) if y > 0 else 0.0, "되돌리지 않고 변환을 한 번 더 했습니다."),
    ]
    for inner, why in (
        (y, "λ를 곱하고 1을 더하지 않은 채 1/λ제곱을 했습니다."),
        (p * y, "1을 더하지 않았습니다."),
        (y + 1, "λ를 곱하지 않았습니다."),
        (p * y - 1, "1을 더하지 않고 뺐습니다."),
        (p * (y + 1), "1을 더한 뒤에 λ를 곱했습니다. λ를 먼저 곱합니다."),
        (y / p + 1, "λ를 곱하지 않고 나누었습니다."),
    ):
        if inner > 0:
            found.append((inner ** (1 / p), why))
    return [Wrong(value, why) for value, why in found if value > 0]


_WAYS_BACK = {
    Fraction(1, 2): ("{}²", [n / 10 for n in range(15, 100)]),
    Fraction(2): ("√{}", [n * n / 100 for n in range(25, 126)]),
    Fraction(-1): ("1/{}", [0.8, 0.5, 0.4, 0.25, 0.2, 0.16, 0.125, 0.1, 0.08, 0.05, 0.04]),
    Fraction(1, 4): ("{}⁴", [n / 20 for n in range(22, 61)]),
    Fraction(-1, 2): ("1/{}²", [n / 100 for n in range(15, 60)]),
    Fraction(3): ("∛{}", [n**3 / 1000 for n in range(21, 60)]),
}
"""By λ: what leads back as a solution writes it, and values of λy + 1."""


@template("transform.power", "back", "박스-콕스 변환값에서 원래 값")
def back(draw: Draw) -> Draft:
    """The value behind a Box–Cox transform with a given λ."""
    place, what = draw.pick(_AMOUNTS)
    power = Fraction(draw.pick(["1/4", "-1/2", "3"] if draw.is_extended else ["1/2", "1/2", "2", "2", "-1"]))
    way, bases = _WAYS_BACK[power]
    base = draw.pick(bases)
    y = round((base - 1) / float(power), 4)
    draw.require(abs(y * float(power) + 1 - base) < 1e-9)
    value = base ** float(1 / power)
    return Draft(
        stem=f"{with_particle(place, '을/를')} λ = {plain(power)}인 박스-콕스(Box–Cox) 변환으로 바꾸어 회귀 모형을 맞추었다. "
        f"예측된 변환값이 {plain(y)}일 때, 이를 되돌린 {with_particle(what, '은/는')}? ({rounding(1)})",
        key=compute(back_transformed, y=y, lmbda=float(power)),
        decimals=1,
        why="y = (x^λ − 1)/λ를 x에 대하여 풀면 x = (λy + 1)^(1/λ)이다.",
        wrongs=_back_wrongs(y, power),
        steps=[
            "x = (λy + 1)^(1/λ)",
            f"λy + 1 = {inside(power)}·{inside(y)} + 1 = {plain(base)}",
            f"x = {way.format(plain(base))} = {show(value, 1)}",
        ],
    )


def _tail_wrongs(values: list[int]) -> list[Wrong]:
    """What people take for the ratio of the tails after a log transformation."""
    low, middle, high = min(values), median(values), max(values)
    logs = [log(value) for value in values]
    return [
        Wrong((high - middle) / (middle - low), "변환하지 않은 값으로 비를 구했습니다."),
        Wrong(log(middle / low) / log(high / middle), "비를 거꾸로 구했습니다. 위쪽 꼬리를 아래쪽 꼬리로 나눕니다."),
        Wrong((sqrt(high) - sqrt(middle)) / (sqrt(middle) - sqrt(low)), "로그가 아니라 제곱근으로 변환했습니다."),
        Wrong(log((high - middle) / (middle - low)), "변환하지 않은 비에 로그를 씌웠습니다. 값마다 먼저 로그를 씌웁니다."),
        Wrong((max(logs) - mean(logs)) / (mean(logs) - min(logs)), "중앙값이 아니라 평균에서 꼬리를 쟀습니다."),
        Wrong(log(high / low) / log(middle / low), "위쪽 꼬리가 아니라 전체 범위를 아래쪽 꼬리로 나누었습니다."),
        Wrong((high / middle) / (middle / low), "배율의 비를 구했습니다. 배율에 로그를 씌워 나눕니다."),
        Wrong(log(high) / log(middle), "로그를 씌운 최댓값을 로그를 씌운 중앙값으로 나누었습니다."),
    ]


@template("transform.power", "tail_ratio", "로그 변환 뒤 두 꼬리의 길이")
def tail_ratio(draw: Draw) -> Draft:
    """The ratio of both tails, measured from the median, after a log transformation."""
    place, what = draw.pick(_AMOUNTS)
    size, base = (7, draw.pick([2, 3])) if draw.is_extended else (5, 2)
    exponents = sorted(draw.sample(range(10 if base == 2 else 7), size))
    unit = draw.integer(2, 9)
    values = [unit * base**exponent for exponent in exponents]
    low, middle, high = exponents[0], exponents[size // 2], exponents[-1]
    draw.require(high - middle != middle - low and values[-1] < 5000)
    ratio = Fraction(high - middle, middle - low)
    return Draft(
        stem=f"{place} 자료 {size}건이 다음과 같이 오른쪽으로 길게 치우쳐 있어 로그 변환을 하였다. 변환한 자료에서 (최댓값 − 중앙값)은 "
        f"(중앙값 − 최솟값)의 몇 배인가? ({rounding(2)})",
        data=Table(columns=("번호", *(str(n) for n in range(1, size + 1))), rows=((what, *draw.shuffled(values)),)),
        key=compute(tail_ratio_of_logs, values=values),
        unit="배",
        why="로그의 차이는 배율의 로그이므로, 두 꼬리의 비는 log(최댓값/중앙값)을 log(중앙값/최솟값)으로 나눈 값이다.",
        wrongs=_tail_wrongs(values),
        steps=[
            f"최솟값 {values[0]}, 중앙값 {values[size // 2]}, 최댓값 {values[-1]}",
            f"log(최댓값/중앙값) = log {base ** (high - middle)} = {high - middle}·log {base}",
            f"log(중앙값/최솟값) = log {base ** (middle - low)} = {middle - low}·log {base}",
            f"비 = {high - middle}/{middle - low} = {show(float(ratio), 2)}",
        ],
    )
