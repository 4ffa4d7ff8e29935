"""Exponential probabilities from the mean, the rate or the share that is told."""

import re
from math import exp, log

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle


@oracle("dist.exponential.cdf")
def cdf(exercise: Exercise) -> float:
    mean, time, *_ = numbers(exercise.stem)
    beyond = exp(-time / mean)
    return 1 - beyond if "넘지 않을" in exercise.stem else beyond


@oracle("dist.exponential.memoryless")
def memoryless(exercise: Exercise) -> float:
    mean, _, more, *_ = numbers(exercise.stem)
    return exp(-more / mean)


@oracle("dist.exponential.quantile")
def quantile(exercise: Exercise) -> float:
    mean, share, *_ = numbers(exercise.stem.replace("절반은", "50%는"))
    return float(mean) * -log(1 - share / 100)


@oracle("dist.exponential.from_share")
def from_share(exercise: Exercise) -> float:
    time, share, *_ = numbers(exercise.stem)
    return float(time) / -log(share)


@oracle("dist.exponential.gap")
def gap(exercise: Exercise) -> float:
    period, rate, time, *_ = numbers(exercise.stem)
    parts = 60 * period if re.search(r"\d분을", exercise.stem) else period
    return exp(-time * rate / parts)


@oracle("dist.exponential.compare")
def compare(exercise: Exercise) -> float:
    told = re.findall(r"(\S+) 제품의 (평균|중앙값)은 (\d+)개월", exercise.stem)
    means = {name: float(months) / (log(2) if kind == "중앙값" else 1) for name, kind, months in told}
    best = max(means, key=means.get)
    assert exercise.answer.startswith(f"{best}, ")
    return means[best]
