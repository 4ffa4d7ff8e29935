"""Lift with exact fractions, from the bands that are shown."""

from fractions import Fraction
from re import search

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _found(pattern: str, exercise: Exercise) -> Fraction:
    return Fraction(search(pattern, exercise.stem)[1].replace(",", ""))


def _rates(exercise: Exercise) -> list[Fraction]:
    return [Fraction(responses, people) for _, people, responses in table(exercise).rows]


@oracle("metrics.lift.band")
def band(exercise: Exercise) -> float:
    rates = _rates(exercise)
    return float(rates[int(_found(r"않은 (\d+)구간", exercise)) - 1] / (sum(rates) / len(rates)))


@oracle("metrics.lift.captured")
def captured(exercise: Exercise) -> float:
    rates, last = _rates(exercise), int(_found(r"\((\d+)구간까지\)", exercise))
    assert _found(r"상위 (\d+)%", exercise) == Fraction(100 * last, len(rates))
    return float(100 * sum(rates[:last]) / sum(rates))


@oracle("metrics.lift.cumulative")
def cumulative(exercise: Exercise) -> float:
    share = _found(r"상위 (\d+)%", exercise)
    gains = {Fraction(str(people)): Fraction(str(gain)) for people, gain in table(exercise).rows}
    return float(gains[share] / share)


@oracle("metrics.lift.inverse")
def inverse(exercise: Exercise) -> float:
    people, base, share, lift, again = numbers(exercise.stem)
    assert share == again
    return float(people * share / 100 * base / 100 * lift)


@oracle("metrics.lift.decide")
def decide(exercise: Exercise) -> float:
    said = search(r"수익은 (?:(\d+)만 )?(?:(\d)천 )?원", exercise.stem)
    gain = 10 * int(said[1] or 0) + int(said[2] or 0)
    best = total = Fraction(0)
    for band, people, responses in table(exercise).rows:
        total += (responses * gain - people) / 10
        if total > best:
            best, last = total, band
    assert exercise.answer.startswith(f"{last}구간까지, ")
    return float(best)
