"""Binary cross-entropy: `sklearn.metrics.log_loss`, natural logarithm and mean over the rows.

https://scikit-learn.org/stable/modules/generated/sklearn.metrics.log_loss.html
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from quizapp.exercises.catalogue.loss_parts import (
    EVENTS,
    MODELS,
    both_sides,
    forecasts,
    ln,
    mean_of,
    mixed_labels,
    plain,
    printed_losses,
    right_side,
    sum_text,
)
from quizapp.exercises.computation import compute
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Cell, Table
from quizapp.korean import with_particle
from quizapp.numbers import show

if TYPE_CHECKING:
    from quizapp.exercises.draw import Draw


_TENTHS = tuple(tenths / 10 for tenths in range(1, 10))


def binary_loss(labels: list[int], probabilities: list[float]) -> float:
    """Mean binary cross-entropy."""
    from sklearn.metrics import log_loss

    return float(log_loss(labels, probabilities))


def smaller_loss(labels: list[int], first: list[float], second: list[float]) -> float:
    """The smaller of two models' mean binary cross-entropies."""
    from sklearn.metrics import log_loss

    return float(min(log_loss(labels, first), log_loss(labels, second)))


def missing_probability(labels: list[int], probabilities: list[float], loss: float, label: int) -> float:
    """The positive class's probability of the row left out, from the mean loss of all rows."""
    import numpy as np
    from sklearn.metrics import log_loss

    rest = log_loss(labels, probabilities, labels=[0, 1], normalize=False)
    right = np.exp(rest - (len(labels) + 1) * loss)
    return float(right if label else 1 - right)


@template("loss.classification", "binary", "확률 표에서 이진 교차 엔트로피")
def binary(draw: Draw) -> Draft:
    """The mean log loss of a table of labels and probabilities."""
    who, event = draw.pick(EVENTS)
    size = draw.integer(5, 6) if draw.is_extended else 4
    labels = mixed_labels(draw, size)
    given = forecasts(draw, labels, 20 if draw.is_extended else 10)
    losses = [-ln(right_side(label, p)) for label, p in zip(labels, given, strict=True)]
    terms = [f"−ln {right_side(label, p)}" for label, p in zip(labels, given, strict=True)]
    return Draft(
        stem=f"{with_particle(who.format(size), '을/를')} 두고 모형이 낸 {event} 확률과 실제 결과(1 = {event})가 다음과 같다. 이진 교차 "
        f"엔트로피(로그 손실, 자연로그, 관측 평균)는? (단, {printed_losses(both_sides(given))}이고, 소수 셋째 자리에서 반올림)",
        data=_table(labels, {f"{event} 확률": [*given]}),
        key=compute(binary_loss, labels=labels, probabilities=given),
        why="관측마다 실제 일어난 쪽에 준 확률의 −ln을 구하여 평균한다.",
        wrongs=_binary_wrongs(labels, given),
        steps=[
            "손실 = −[y·ln p + (1 − y)·ln(1 − p)]",
            f"관측별: {', '.join(terms)}",
            f"합 = {sum_text(show(loss, 3) for loss in losses)} = {plain(sum(losses))}",
            f"평균 = {plain(sum(losses))}/{size} = {show(mean_of(losses), 2)}",
        ],
        by_hand=mean_of(losses),
    )


def _table(labels: list[int], rows: dict[str, list[Cell]]) -> Table:
    columns = ("관측", *(str(number) for number in range(1, len(labels) + 1)))
    return Table(columns=columns, rows=(("실제", *labels), *((name, *values) for name, values in rows.items())))


def _binary_wrongs(labels: list[int], given: list[float]) -> list[Wrong]:
    pairs = list(zip(labels, given, strict=True))
    size = len(pairs)
    right = [right_side(label, p) for label, p in pairs]
    total = -sum(log(p) for p in right)
    positives = -sum(log(p) for label, p in pairs if label)
    return [
        Wrong(mean_of([-log(1 - p) for p in right]), "일어나지 않은 쪽의 확률에 로그를 취했습니다."),
        Wrong(mean_of([-log(p) for p in given]), "실제가 0인 관측에도 −ln p를 썼습니다. 그때는 −ln(1 − p)입니다."),
        Wrong(positives / size, "실제가 1인 관측만 더하여 전체 수로 나누었습니다. 0인 관측의 −ln(1 − p)도 더합니다."),
        Wrong(positives / sum(labels), "실제가 1인 관측만 평균했습니다. 0인 관측의 −ln(1 − p)도 셉니다."),
        Wrong(total, "손실의 합입니다. 관측 수로 나누어야 평균입니다."),
        Wrong(mean_of([(1 - p) ** 2 for p in right]), "브라이어 점수를 구했습니다. 교차 엔트로피는 확률의 로그를 씁니다."),
        Wrong(1 - mean_of(right), "확률의 절대 오차를 평균했습니다. 교차 엔트로피는 확률의 로그를 씁니다."),
        Wrong(-log(mean_of(right)), "확률을 먼저 평균하고 로그를 취했습니다. 로그를 취한 뒤 평균합니다."),
        Wrong(total / size / log(2), "로그의 밑을 2로 썼습니다. 물음은 자연로그입니다."),
    ]


@template("loss.classification", "better_model", "로그 손실이 작은 분류 모형")
def better_model(draw: Draw) -> Draft:
    """Which of two models with the same accuracy has the smaller log loss."""
    who, event = draw.pick(EVENTS)
    size = 4 if draw.is_extended else 3
    labels = mixed_labels(draw, size)
    given = [forecasts(draw, labels, 20 if draw.is_extended else 10) for _ in MODELS]
    right = [[right_side(label, p) for label, p in zip(labels, row, strict=True)] for row in given]
    losses = [[-ln(p) for p in row] for row in right]
    means = [mean_of(row) for row in losses]
    best = means.index(min(means))
    draw.require(abs(means[0] - means[1]) > 0.03 and len({*given[0], *given[1]}) <= size + 1)
    draw.require(show(max(means), 2) == show(mean_of([-log(p) for p in right[1 - best]]), 2))
    return Draft(
        stem=f"{with_particle(who.format(size), '을/를')} 두고 두 모형이 낸 {event} 확률과 실제 결과(1 = {event})가 다음과 같다. "
        "임계값 0.5의 정확도는 두 모형이 같다. 로그 손실(이진 교차 엔트로피, 자연로그, 관측 평균)로 고를 때 더 나은 모형과 그 손실은? "
        f"(단, {printed_losses(both_sides([*given[0], *given[1]]))}이고, 소수 셋째 자리에서 반올림)",
        data=_table(labels, {name: [*row] for name, row in zip(MODELS, given, strict=True)}),
        key=compute(smaller_loss, labels=labels, first=given[0], second=given[1]),
        label=_verdict(best, means[best]),
        why="로그 손실은 실제 일어난 쪽에 높은 확률을 준 모형에서 작다. 정확도가 같아도 확률의 질을 견준다.",
        wrongs=_model_wrongs(draw, best, right),
        steps=[
            "손실 = 실제 일어난 쪽에 준 확률의 −ln을 평균한 값",
            *(
                f"{name}: ({sum_text(show(loss, 3) for loss in row)})/{size} = {plain(sum(row))}/{size} = {show(mean, 2)}"
                for name, row, mean in zip(MODELS, losses, means, strict=True)
            ),
            f"{show(means[best], 2)} < {show(means[1 - best], 2)}이므로 {MODELS[best]}",
        ],
        by_hand=means[best],
    )


def _model_wrongs(draw: Draw, best: int, right: list[list[float]]) -> list[Wrong]:
    """Misconceptions about both models; only two that keep the right one, so that the choices never name one model alone."""
    kinds = [
        ("실제와 반대쪽의 확률에 로그를 취했습니다.", [mean_of([-log(1 - p) for p in row]) for row in right]),
        ("확률의 제곱 오차(브라이어 점수)를 구했습니다.", [mean_of([(1 - p) ** 2 for p in row]) for row in right]),
        ("확률을 먼저 평균하고 로그를 취했습니다.", [-log(mean_of(row)) for row in right]),
        ("로그의 밑을 2로 썼습니다.", [mean_of([-log(p) / log(2) for p in row]) for row in right]),
        ("평균이 아니라 합을 구했습니다.", [-sum(log(p) for p in row) for row in right]),
        ("확률의 절대 오차를 평균했습니다.", [1 - mean_of(row) for row in right]),
    ]
    kept = [Wrong(v[best], f"모형은 맞지만 {why}", _verdict(best, v[best])) for why, v in draw.sample(kinds, 2)]
    other = mean_of([-log(p) for p in right[1 - best]])
    changed = [Wrong(v[1 - best], f"손실이 큰 모형을 골랐고, {why}", _verdict(1 - best, v[1 - best])) for why, v in kinds]
    return [
        *kept,
        Wrong(other, "손실이 큰 모형을 골랐습니다. 손실은 작을수록 낫습니다.", _verdict(1 - best, other)),
        *draw.sample(changed, 3),
    ]


def _verdict(who: int, loss: float) -> str:
    return f"{MODELS[who]}, 손실 {show(loss, 2)}"


@template("loss.classification", "missing_probability", "평균 손실에서 빠진 확률")
def missing(draw: Draw) -> Draft:
    """The probability of the last row, from the mean log loss of all rows."""
    who, event = draw.pick(EVENTS)
    size = 5 if draw.is_extended else 3
    labels = mixed_labels(draw, size)
    given = forecasts(draw, labels, 10, bad=draw.integer(0, 1))
    right = [right_side(label, p) for label, p in zip(labels, given, strict=True)]
    losses = [-ln(p) for p in right]
    draw.require(round(1000 * sum(losses)) % size == 0)
    loss, rest = round(mean_of(losses), 3), round(sum(losses[:-1]), 3)
    left = round(losses[-1], 3)
    steps = [
        "남은 손실 = n × 평균 손실 − 알려진 손실의 합",
        f"알려진 손실의 합 = {sum_text(show(one, 3) for one in losses[:-1])} = {plain(rest)}",
        f"남은 손실 = {size} × {plain(loss)} − {plain(rest)} = {plain(left)} = −ln {right[-1]}",
        f"실제가 1이므로 p = {right[-1]}" if labels[-1] else f"실제가 0이므로 1 − p = {right[-1]}, p = {given[-1]}",
    ]
    return Draft(
        stem=f"{with_particle(who.format(size), '을/를')} 두고 모형이 낸 {event} 확률과 실제 결과(1 = {event})가 다음과 같고, "
        f"로그 손실(자연로그, 관측 평균)은 {show(loss, 3)}이다. 마지막 관측의 {event} 확률 p는? "
        f"(단, {printed_losses(_TENTHS)}이고, 소수 둘째 자리에서 반올림)",
        data=_table(labels, {f"{event} 확률": [*given[:-1], "p"]}),
        key=compute(missing_probability, labels=labels[:-1], probabilities=given[:-1], loss=loss, label=labels[-1]),
        decimals=1,
        why="평균 손실에 n을 곱하고 알려진 손실을 빼면 마지막 관측의 손실이며, 그것이 실제 일어난 쪽 확률의 −ln이다.",
        wrongs=_missing_wrongs(draw, labels, given, loss, left),
        steps=steps,
        by_hand=given[-1],
    )


def _missing_wrongs(draw: Draw, labels: list[int], given: list[float], loss: float, left: float) -> list[Wrong]:
    """Misconceptions about the loss that is left, each read back through the nearest helper value, as one would do."""
    label, size, rest = labels[-1], len(labels), len(labels) * loss - left
    as_positive = size * loss + sum(log(p) for p in given[:-1])
    mistaken = [
        (loss, "평균 손실을 마지막 관측의 손실로 썼습니다."),
        (size * loss, "알려진 손실을 빼지 않았습니다."),
        (as_positive, "실제가 0인 관측의 손실에도 −ln p를 썼습니다."),
        (left / size, "남은 손실을 다시 n으로 나누었습니다."),
        ((size - 1) * loss - rest, "n이 아니라 n − 1을 곱했습니다."),
        (rest / (size - 1), "알려진 손실의 평균을 마지막 관측의 손실로 썼습니다."),
        (rest, "알려진 손실의 합을 마지막 관측의 손실로 썼습니다."),
    ]
    wrongs = [Wrong(1 - given[-1], "반대쪽의 확률입니다. 실제가 1이면 −ln p, 0이면 −ln(1 − p)가 손실입니다.")]
    for wrong_loss, why in mistaken:
        if wrong_loss > 0:
            nearest = min(_TENTHS, key=lambda p: abs(-ln(p) - wrong_loss))
            wrongs.append(Wrong(nearest if label else 1 - nearest, why))
            wrongs.append(Wrong(1 - nearest if label else nearest, f"{why} 또한 반대쪽의 확률로 읽었습니다."))
    return draw.shuffled(wrongs)
