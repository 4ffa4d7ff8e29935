"""Stratified samples: shares of the sample by weights, and the weighted mean of the strata, with numpy.

https://numpy.org/doc/stable/reference/generated/numpy.average.html
https://numpy.org/doc/stable/reference/generated/numpy.sum.html
"""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from quizapp.exercises.catalogue.probability_parts import weighted
from quizapp.exercises.catalogue.wording import plain, rounding
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show


class _Population(NamedTuple):
    """Who is sampled, their counter, three strata, and what is measured."""

    whole: str
    counter: str
    strata: tuple[str, str, str]
    measure: str

    def sample(self, size: int) -> str:
        """A sample as the object of a sentence."""
        return with_particle(f"표본 {size}{self.counter}", "을/를")


_POPULATIONS = (
    _Population("한 지자체의 주민", "명", ("청년층", "중년층", "노년층"), "월 의료비(만 원)"),
    _Population("어느 쇼핑몰의 회원", "명", ("일반 등급", "우수 등급", "최우수 등급"), "월 구매액(만 원)"),
    _Population("한 병원의 외래 환자", "명", ("내과", "외과", "소아과"), "대기 시간(분)"),
    _Population("한 물류센터의 화물", "개", ("소형", "중형", "대형"), "처리 시간(분)"),
    _Population("한 공장의 부품", "개", ("가 라인", "나 라인", "다 라인"), "무게(그램)"),
)


def proportional_share(sizes: list[int], stratum: int, sample: int) -> float:
    import numpy as np

    return float(sample * sizes[stratum] / np.sum(sizes))


def neyman_share(sizes: list[int], deviations: list[float], stratum: int, sample: int) -> float:
    import numpy as np

    weights = np.multiply(sizes, deviations)
    return float(sample * weights[stratum] / np.sum(weights))


def stratified_mean(sizes: list[int], means: list[float]) -> float:
    import numpy as np

    return float(np.average(means, weights=sizes))


def _draw_strata(draw: Draw) -> tuple[_Population, list[int], list[int], int, int]:
    """A population with the sizes and deviations of its strata, the whole sample, and the stratum that is asked for."""
    step = 10 if draw.is_extended else 100
    sizes = [step * draw.integer(1500 // step // 10, 9000 // step // 10) * 5 for _ in range(3)]
    deviations = [draw.integer(2, 15) if draw.is_extended else draw.integer(1, 6) for _ in range(3)]
    sample = draw.integer(60, 400) if draw.is_extended else 20 * draw.integer(4, 25)
    draw.require(len(set(sizes)) == 3 and len(set(deviations)) == 3 and sample * 8 <= sum(sizes))
    return draw.pick(_POPULATIONS), sizes, deviations, sample, draw.integer(0, 2)


def _strata_table(population: _Population, sizes: list[int], deviations: list[int]) -> Table:
    rows = zip(population.strata, sizes, deviations, strict=True)
    return Table(columns=("층", f"크기({population.counter})", f"{population.measure.partition('(')[0]}의 표준편차"), rows=tuple(rows))


def _share(weights: list[float], stratum: int, sample: int) -> float:
    return sample * weights[stratum] / sum(weights)


@template("sampling.design", "proportional", "비례배분한 층의 표본 수")
def proportional(draw: Draw) -> Draft:
    """How many a stratum gets where the sample is shared out by size."""
    population, sizes, deviations, sample, which = _draw_strata(draw)
    value, total, name, counter = _share(list(sizes), which, sample), sum(sizes), population.strata[which], population.counter
    draw.require(draw.is_extended or value % 1 == 0)
    both = [size * deviation for size, deviation in zip(sizes, deviations, strict=True)]
    return Draft(
        stem=f"{with_particle(population.whole, '을/를')} 세 층으로 나눈 표가 다음과 같다. {population.sample(sample)} 비례배분으로 "
        f"층화추출할 때, '{name}'에서 뽑을 표본은 몇 {counter}인가? ({rounding(0)})",
        data=_strata_table(population, sizes, deviations),
        key=compute(proportional_share, sizes=sizes, stratum=which, sample=sample),
        decimals=0,
        unit=counter,
        why="비례배분은 표본을 층의 크기에 비례하여 나누므로 n·N_h/N이며, 표준편차는 쓰지 않는다.",
        wrongs=[
            Wrong(sample / 3, "세 층에 똑같이 나누었습니다. 비례배분은 층의 크기에 비례합니다."),
            Wrong(_share(list(both), which, sample), "네이만 배분을 했습니다. 비례배분에서는 표준편차를 쓰지 않습니다."),
            Wrong(_share(list(deviations), which, sample), "층의 크기가 아니라 표준편차에 비례하여 나누었습니다."),
            Wrong(sample - value, "나머지 두 층에서 뽑을 표본의 수를 구했습니다."),
            Wrong(sample * sizes[which] / (total - sizes[which]), "전체가 아니라 나머지 두 층의 크기로 나누었습니다."),
            Wrong((sample - value) / 2, "나머지 두 층의 몫을 평균했습니다."),
            Wrong(_share([1 / size for size in sizes], which, sample), "층의 크기에 반비례하여 나누었습니다."),
        ],
        steps=[
            "n_h = n·N_h/N",
            f"N = {' + '.join(map(str, sizes))} = {total}",
            f"n_h = {sample}·{sizes[which]}/{total} = {show(value, 0)}",
        ],
    )


@template("sampling.design", "neyman", "네이만 배분한 층의 표본 수")
def neyman(draw: Draw) -> Draft:
    """How many a stratum gets where the sample is shared out by size times deviation."""
    population, sizes, deviations, sample, which = _draw_strata(draw)
    both = [size * deviation for size, deviation in zip(sizes, deviations, strict=True)]
    value, name, counter = _share(list(both), which, sample), population.strata[which], population.counter
    draw.require(draw.is_extended or value % 1 == 0)
    return Draft(
        stem=f"{with_particle(population.whole, '을/를')} 세 층으로 나눈 표가 다음과 같다. 층마다 조사 비용이 같을 때, "
        f"{population.sample(sample)} 네이만(Neyman) 배분으로 층화추출하면 '{name}'에서 뽑을 표본은 몇 {counter}인가? ({rounding(0)})",
        data=_strata_table(population, sizes, deviations),
        key=compute(neyman_share, sizes=sizes, deviations=deviations, stratum=which, sample=sample),
        decimals=0,
        unit=counter,
        why="네이만 배분은 표본을 층의 크기와 표준편차의 곱 N_h·σ_h에 비례하여 나눈다.",
        wrongs=[
            Wrong(_share(list(sizes), which, sample), "비례배분을 했습니다. 네이만 배분은 표준편차도 곱합니다."),
            Wrong(_share(list(deviations), which, sample), "층의 크기를 곱하지 않고 표준편차에만 비례하여 나누었습니다."),
            Wrong(sample / 3, "세 층에 똑같이 나누었습니다."),
            Wrong(_share([n * s**2 for n, s in zip(sizes, deviations, strict=True)], which, sample), "표준편차 대신 분산을 곱했습니다."),
            Wrong(_share([n / s for n, s in zip(sizes, deviations, strict=True)], which, sample), "표준편차로 곱하지 않고 나누었습니다."),
            Wrong(_share([sqrt(n) * s for n, s in zip(sizes, deviations, strict=True)], which, sample), "층의 크기에 제곱근을 씌웠습니다."),
            Wrong(sample - value, "나머지 두 층에서 뽑을 표본의 수를 구했습니다."),
        ],
        steps=[
            "n_h = n·N_h·σ_h/Σ(N_h·σ_h)",
            *(
                f"{stratum}: {size}·{deviation} = {product}"
                for stratum, size, deviation, product in zip(population.strata, sizes, deviations, both, strict=True)
            ),
            f"합 = {sum(both)}",
            f"n_h = {sample}·{both[which]}/{sum(both)} = {show(value, 0)}",
        ],
    )


@template("sampling.design", "weighted_mean", "층화표본에서 모평균의 추정값")
def weighted_mean(draw: Draw) -> Draft:
    """The estimate of the population's mean from the strata's sample means."""
    population = draw.pick(_POPULATIONS)
    parts = [draw.integer(1, 8) for _ in range(2)]
    parts.append((20 if draw.is_extended else 10) - sum(parts))
    draw.require(min(parts) > 0 and len(set(parts)) > 1)
    step = draw.pick([100, 200, 300, 500])
    sizes = [part * step for part in parts]
    means = [draw.integer(10, 60) for _ in range(3)]
    samples = draw.sample([20, 30, 40, 50, 60, 80], 3)
    draw.require(len(set(means)) == 3)
    value, counter = weighted(means, sizes), population.counter
    rows = zip(population.strata, sizes, samples, means, strict=True)
    sums = [size * mean for size, mean in zip(sizes, means, strict=True)]
    return Draft(
        stem=f"{with_particle(population.whole, '을/를')} 세 층으로 나누어 층마다 단순무작위로 표본을 뽑은 결과가 다음과 같다. "
        f"{population.measure.partition('(')[0]}의 모평균을 층화표본으로 추정한 값은? ({rounding(1)})",
        data=Table(columns=("층", f"층의 크기({counter})", f"표본({counter})", "표본평균"), rows=tuple(rows)),
        key=compute(stratified_mean, sizes=sizes, means=means),
        decimals=1,
        why="모평균은 층의 표본평균을 층의 크기로 가중하여 추정하며, 표본의 크기로 가중하지 않는다.",
        wrongs=_mean_wrongs(population, sizes, samples, means),
        steps=[
            "x̄ = Σ N_h·x̄_h/N",
            f"가중치 N_h/N = {', '.join(plain(size / sum(sizes)) for size in sizes)}",
            f"x̄ = {' + '.join(f'{plain(s / sum(sizes))}·{m}' for s, m in zip(sizes, means, strict=True))}",
            f"x̄ = {' + '.join(plain(one / sum(sizes)) for one in sums)} = {show(value, 1)}",
        ],
    )


def _mean_wrongs(population: _Population, sizes: list[int], samples: list[int], means: list[int]) -> list[Wrong]:
    largest = sizes.index(max(sizes))
    return [
        Wrong(weighted(means, samples), "표본의 크기로 가중했습니다. 배분이 비례하지 않으므로 층의 크기로 가중합니다."),
        Wrong(sum(means) / 3, "가중하지 않고 세 표본평균을 산술 평균했습니다."),
        Wrong(weighted(means, [1 / size for size in sizes]), "층의 크기의 역수로 가중했습니다."),
        Wrong(means[largest], f"가장 큰 층인 {population.strata[largest]}의 표본평균을 답했습니다."),
        Wrong(weighted(means, [s / n for s, n in zip(samples, sizes, strict=True)]), "추출률로 가중했습니다."),
        Wrong(sorted(means)[1], "세 표본평균의 중앙값을 답했습니다."),
        Wrong(weighted(means, [s * n for s, n in zip(samples, sizes, strict=True)]), "층의 크기와 표본의 크기를 모두 곱하여 가중했습니다."),
    ]
