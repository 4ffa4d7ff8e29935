"""Standardisation: z = (x − mean) / standard deviation, as `sklearn.preprocessing.StandardScaler` computes it (divisor n).

https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.StandardScaler.html
"""

from __future__ import annotations

from fractions import Fraction
from math import sqrt

from quizapp.exercises.catalogue.samples import even_sample
from quizapp.exercises.catalogue.wording import inside, plain, signed
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_MEASURES = (
    ("어느 물류센터의 하루 출고량(백 건)", "출고량"),
    ("한 병원 외래의 대기 시간(분)", "대기 시간"),
    ("한 공장 센서의 온도(℃)", "온도"),
    ("어느 쇼핑몰의 일별 주문(십 건)", "주문"),
    ("한 지자체 공공자전거의 시간당 대여", "대여"),
)


def standard_score(values: list[float], x: float) -> float:
    from sklearn.preprocessing import StandardScaler

    scaler = StandardScaler().fit([[value] for value in values])
    return float(scaler.transform([[x]])[0, 0])


def value_of_score(values: list[float], z: float) -> float:
    from sklearn.preprocessing import StandardScaler

    scaler = StandardScaler().fit([[value] for value in values])
    return float(scaler.inverse_transform([[z]])[0, 0])


def best_score(first: list[float], second: list[float], x: float, y: float) -> float:
    from sklearn.preprocessing import StandardScaler

    z_first = StandardScaler().fit([[value] for value in first]).transform([[x]])[0, 0]
    z_second = StandardScaler().fit([[value] for value in second]).transform([[y]])[0, 0]
    return float(max(z_first, z_second))


@template("scaling.standard", "from_data", "자료에서 한 값의 표준화 점수")
def from_data(draw: Draw) -> Draft:
    """The z score of one value of a small sample."""
    place, what = draw.pick(_MEASURES)
    size = draw.integer(5, 6) if draw.is_extended else draw.integer(4, 5)
    mean, scale = draw.integer(12, 60), draw.integer(1, 4)
    values = even_sample(draw, size, mean, scale)
    x = draw.pick(values)
    draw.require(min(values) > 0)
    squares = sum((value - mean) ** 2 for value in values)
    variance, wide = squares // size, sqrt(squares / (size - 1))
    sigma = round(sqrt(variance))
    spread = max(values) - min(values)
    return Draft(
        stem=f"{with_particle(place, '을/를')} {size}번 잰 값이 다음과 같다. 표준편차를 n으로 나누어 구할 때, {x}의 표준화 점수(z)는? "
        "(소수 셋째 자리에서 반올림)",
        data=Table(columns=("회차", *(str(number) for number in range(1, size + 1))), rows=((what, *values),)),
        key=compute(standard_score, values=values, x=x),
        why="z는 평균에서 떨어진 거리를 표준편차로 나눈 값이다.",
        wrongs=[
            Wrong((x - mean) / wide, "표준편차를 n − 1로 나누어 구했습니다. 물음은 n으로 나누라고 했습니다."),
            Wrong((x - mean) / variance, "표준편차가 아니라 분산으로 나누었습니다."),
            Wrong((mean - x) / sigma, "부호가 반대입니다. 값에서 평균을 빼야 합니다."),
            Wrong((x - min(values)) / spread, "최소–최대 정규화의 식을 썼습니다."),
            Wrong((x - mean) / spread, "표준편차 대신 범위로 나누었습니다."),
            Wrong(x / sigma, "평균을 빼지 않고 표준편차로만 나누었습니다."),
        ],
        by_hand=(x - mean) / sigma,
        steps=[
            f"평균 x̄ = {sum(values)}/{size} = {mean}",
            f"편차 제곱의 합 = {squares}",
            f"분산 = {squares}/{size} = {variance}",
            f"표준편차 = √{variance} = {sigma}",
            f"z = ({x} − {mean})/{sigma} = {plain(x - mean)}/{sigma} = {signed((x - mean) / sigma, 2)}",
        ],
    )


@template("scaling.standard", "inverse", "표준화 점수에서 원래 값")
def inverse(draw: Draw) -> Draft:
    """The value that has a given z score, from the sample's variance."""
    place, what = draw.pick(_MEASURES)
    size, mean = draw.integer(4, 5), draw.integer(20, 80)
    values = even_sample(draw, size, mean, draw.integer(1, 3))
    variance = sum((value - mean) ** 2 for value in values) // size
    sigma = round(sqrt(variance))
    z = draw.pick([-2.5, -1.5, -1.2, -0.8, -0.5, 0.4, 0.5, 0.8, 1.2, 1.5, 2.5])
    draw.require(sigma > 1 and min(values) > 0)
    return Draft(
        stem=f"{with_particle(place, '을/를')} 표준화하는 데 쓴 훈련 자료는 다음과 같고, 그 평균은 {mean}, 분산(n으로 나눔)은 "
        f"{variance}이다. 표준화 점수가 {plain(z)}인 새 관측값의 원래 {with_particle(what, '은/는')}? (소수 둘째 자리에서 반올림)",
        data=Table(columns=("번호", *(str(number) for number in range(1, size + 1))), rows=((what, *values),)),
        key=compute(value_of_score, values=values, z=z),
        decimals=1,
        why="x = x̄ + z·σ이다. 표준화의 식을 x에 대하여 푼다.",
        wrongs=[
            Wrong(mean + z * variance, "표준편차가 아니라 분산을 곱했습니다."),
            Wrong(mean - z * sigma, "z의 부호를 거꾸로 썼습니다."),
            Wrong(mean + z, "z에 표준편차를 곱하지 않았습니다."),
            Wrong(mean + z / sigma, "표준편차를 곱하지 않고 나누었습니다."),
            Wrong(mean * (1 + z / sigma), "평균에 변동의 비율을 곱했습니다. 편차는 z·σ로 더합니다."),
            Wrong(mean + z * sigma / sqrt(size), "표준오차(σ/√n)를 곱했습니다. 한 값의 표준화에는 σ를 씁니다."),
        ],
        steps=[
            "x = x̄ + z·σ",
            f"σ = √{variance} = {sigma}",
            f"z·σ = {inside(z)}·{sigma} = {signed(z * sigma, 1)}",
            f"x = {mean} {'+' if z > 0 else '−'} {show(abs(z) * sigma, 1)} = {show(mean + z * sigma, 1)}",
        ],
    )


@template("scaling.standard", "compare", "서로 다른 두 시험 가운데 더 잘한 쪽")
def compare(draw: Draw) -> Draft:
    """Which of two results is better relative to its group, with its z score."""
    first_name, second_name = draw.pick([("국어", "수학"), ("필기", "실기"), ("1차", "2차"), ("A반", "B반"), ("오전", "오후")])
    means = (draw.integer(50, 70), draw.integer(50, 70))
    samples = [even_sample(draw, 4, mean, draw.integer(1, 3)) for mean in means]
    sigmas = [round(sqrt(sum((v - m) ** 2 for v in sample) // 4)) for sample, m in zip(samples, means, strict=True)]
    gains = [draw.integer(2, 15), draw.integer(2, 15)]
    scores = [Fraction(gain, sigma) for gain, sigma in zip(gains, sigmas, strict=True)]
    draw.require(scores[0] != scores[1] and sigmas[0] != sigmas[1] and max(scores) <= 3)
    x, y = means[0] + gains[0], means[1] + gains[1]
    names = (first_name, second_name)
    best = 0 if scores[0] > scores[1] else 1
    other = 1 - best
    return Draft(
        stem=f"한 응시자가 {names[0]}에서 {x}점, {names[1]}에서 {y}점을 받았다. 두 집단의 점수가 다음과 같을 때, 집단 안에서 상대적으로 더 "
        "잘한 쪽과 그 표준화 점수는? (표준편차는 n으로 나누고, 소수 셋째 자리에서 반올림)",
        data=Table(columns=("집단", "1", "2", "3", "4"), rows=tuple((name, *sample) for name, sample in zip(names, samples, strict=True))),
        key=compute(best_score, first=samples[0], second=samples[1], x=x, y=y),
        label=_result(names[best], float(scores[best])),
        why="척도가 다른 두 점수는 표준화 점수로 견주며, z가 큰 쪽이 상대적으로 더 잘한 것이다.",
        wrongs=_compare_wrongs(names, gains, sigmas, best),
        steps=[
            f"{names[i]}: 평균 {means[i]}, 표준편차 √{sigmas[i] ** 2} = {sigmas[i]}, "
            f"z = ({(x, y)[i]} − {means[i]})/{sigmas[i]} = {show(float(scores[i]), 2)}"
            for i in (0, 1)
        ]
        + [f"{show(float(scores[best]), 2)} > {show(float(scores[other]), 2)}이므로 {names[best]}에서 상대적으로 더 잘했다."],
    )


def _compare_wrongs(names: tuple[str, str], gains: list[int], sigmas: list[int], best: int) -> list[Wrong]:
    other = 1 - best
    unbiased = [gain / (sigma * sqrt(4 / 3)) for gain, sigma in zip(gains, sigmas, strict=True)]
    wrongs = [
        (other, gains[other] / sigmas[other], "z가 작은 쪽을 골랐습니다. z가 클수록 집단 안의 위치가 높습니다."),
        (other, gains[other] / sigmas[best], "편차를 다른 집단의 표준편차로 나누어 낮은 쪽이 높아 보입니다."),
        (other, gains[other] / sigmas[other] ** 2, "편차를 분산으로 나누었고, z가 작은 쪽을 골랐습니다."),
        (other, unbiased[other], "표준편차를 n − 1로 나누었고, z가 작은 쪽을 골랐습니다."),
        (best, unbiased[best], "표준편차를 n − 1로 나누어 구했습니다. 물음은 n으로 나누라고 했습니다."),
        (best, gains[best] / sigmas[other], "쪽은 맞지만 다른 집단의 표준편차로 나누었습니다."),
    ]
    return [Wrong(score, why, _result(names[who], score)) for who, score, why in wrongs]


def _result(name: str, score: float) -> str:
    return f"{name}, z = {show(score, 2)}"


@template("scaling.standard", "linear", "표준화를 일차식으로 쓸 때의 상수항")
def linear(draw: Draw) -> Draft:
    """The constant b where the z score of a sample is written as aX + b."""
    place, what = draw.pick(_MEASURES)
    size, mean = (6, draw.integer(31, 90)) if draw.is_extended else (draw.integer(4, 5), draw.integer(12, 60))
    values = even_sample(draw, size, mean, draw.integer(1, 3))
    squares = sum((value - mean) ** 2 for value in values)
    variance, low, high = squares // size, min(values), max(values)
    sigma = round(sqrt(variance))
    draw.require(low > 0 and sigma > 1)
    return Draft(
        stem=f"{with_particle(place, '을/를')} 모은 훈련 자료가 다음과 같다. 이 자료의 표준화(표준편차는 n으로 나눔)를 일차식 "
        "z = aX + b로 쓸 때, 상수항 b는? (소수 셋째 자리에서 반올림)",
        data=Table(columns=("번호", *(str(number) for number in range(1, size + 1))), rows=((what, *values),)),
        key=compute(standard_score, values=values, x=0),
        why="(X − x̄)/σ = (1/σ)·X − x̄/σ이므로 기울기는 1/σ, 상수항은 −x̄/σ이다.",
        wrongs=[
            Wrong(mean / sigma, "평균을 뺀다는 부호를 빠뜨렸습니다. 상수항은 −x̄/σ입니다."),
            Wrong(-mean / variance, "표준편차가 아니라 분산으로 나누었습니다."),
            Wrong(-mean / sqrt(squares / (size - 1)), "표준편차를 n − 1로 나누어 구했습니다. 물음은 n으로 나누라고 했습니다."),
            Wrong(-low / (high - low), "최소–최대 정규화를 일차식으로 썼습니다."),
            Wrong(-mean, "평균을 빼기만 하고 표준편차로 나누지 않았습니다."),
            Wrong(1 / sigma, "기울기 a를 답했습니다. 물음은 상수항 b입니다."),
            Wrong(-mean * sqrt(size) / sigma, "표준편차가 아니라 표준오차 σ/√n으로 나누었습니다."),
            Wrong(-mean / sqrt(sigma), "표준편차에 다시 제곱근을 씌웠습니다."),
            Wrong(-mean / (high - low), "표준편차 대신 범위로 나누었습니다."),
            Wrong(-high / sigma, "평균이 아니라 최댓값을 뺐습니다."),
        ],
        by_hand=-mean / sigma,
        steps=[
            "z = (X − x̄)/σ = (1/σ)·X − x̄/σ",
            f"x̄ = {sum(values)}/{size} = {mean}",
            f"σ = √({squares}/{size}) = √{variance} = {sigma}",
            f"b = −{mean}/{sigma} = {signed(-mean / sigma, 2)}",
        ],
    )
