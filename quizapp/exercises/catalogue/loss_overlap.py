"""Overlap losses of segmentation and detection: Dice and IoU (Jaccard) as similarities and as losses.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.spatial.distance.dice.html (1 − Dice)
https://scikit-learn.org/stable/modules/generated/sklearn.metrics.jaccard_score.html
https://numpy.org/doc/stable/reference/generated/numpy.logical_and.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.exercises.catalogue.loss_parts import plain
from quizapp.exercises.computation import compute
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

if TYPE_CHECKING:
    from quizapp.exercises.draw import Draw

_SCENES = (
    ("흉부 CT에서 결절", "결절"),
    ("제품 표면 사진에서 흠집", "흠집"),
    ("위성 영상에서 건물", "건물"),
    ("물류 영상에서 파렛트", "파렛트"),
    ("도로 영상에서 파임", "파임"),
)
"""What is looked for, and its short name."""


def box_iou(actual: list[int], predicted: list[int]) -> float:
    """IoU of two boxes (x1, y1, x2, y2), drawn as masks."""
    import numpy as np

    masks = np.zeros((2, max(actual[3], predicted[3]), max(actual[2], predicted[2])), dtype=bool)
    for mask, (x1, y1, x2, y2) in zip(masks, (actual, predicted), strict=True):
        mask[y1:y2, x1:x2] = True
    return float(np.logical_and(*masks).sum() / np.logical_or(*masks).sum())


def mask_dice(actual: list[str], predicted: list[str]) -> float:
    """Dice coefficient of two masks; SciPy returns one minus it."""
    import numpy as np
    from scipy.spatial.distance import dice

    first, second = (np.array([pixel == "1" for line in mask for pixel in line]) for mask in (actual, predicted))
    return float(1 - dice(first, second))


def dice_loss(hits: int, false_alarms: int, misses: int) -> float:
    """Dice loss 1 − Dice from pixel counts."""
    import numpy as np
    from scipy.spatial.distance import dice

    actual = np.repeat([True, False, True], [hits, false_alarms, misses])
    predicted = np.repeat([True, True, False], [hits, false_alarms, misses])
    return float(dice(actual, predicted))


def higher_iou(dice: float, hits: int, false_alarms: int, misses: int) -> float:
    """The higher of an IoU that belongs to a Dice coefficient and an IoU from pixel counts."""
    from sklearn.metrics import jaccard_score

    actual = [1] * hits + [0] * false_alarms + [1] * misses
    predicted = [1] * hits + [1] * false_alarms + [0] * misses
    return float(max(dice / (2 - dice), jaccard_score(actual, predicted)))


@template("loss.divergence", "box_iou", "두 경계 상자의 IoU")
def boxes(draw: Draw) -> Draft:
    """The IoU of two overlapping boxes."""
    scene, what = draw.pick(_SCENES)
    widest = 9 if draw.is_extended else 6
    first, second = _box(draw, widest), _box(draw, widest)
    wide = min(first[2], second[2]) - max(first[0], second[0])
    high = min(first[3], second[3]) - max(first[1], second[1])
    draw.require(wide > 0 and high > 0 and first != second)
    a, b = ((x2 - x1) * (y2 - y1) for x1, y1, x2, y2 in (first, second))
    common = wide * high
    union = a + b - common
    draw.require(0.15 < common / union < 0.85 and (draw.is_extended or union <= 40))
    return Draft(
        stem=f"{with_particle(scene, '을/를')} 찾는 모형의 정답 상자와 예측 상자가 다음과 같다"
        "(좌표는 왼쪽 위 (x₁, y₁), 오른쪽 아래 (x₂, y₂)이고 넓이는 좌표의 차로 구한다). 두 상자의 IoU는? (소수 셋째 자리에서 반올림)",
        data=Table(columns=("상자", "x₁", "y₁", "x₂", "y₂"), rows=((f"정답 {what}", *first), (f"예측 {what}", *second))),
        key=compute(box_iou, actual=first, predicted=second),
        why="IoU는 겹친 넓이를 합집합의 넓이로 나눈 값이고, 합집합은 두 넓이의 합에서 겹친 넓이를 뺀 것이다.",
        wrongs=_box_wrongs(first, second, a, b, common),
        steps=[
            "IoU = 교집합의 넓이/합집합의 넓이",
            f"정답 넓이 = {a}, 예측 넓이 = {b}",
            f"교집합 = {wide} × {high} = {common}",
            f"합집합 = {a} + {b} − {common} = {union}",
            f"IoU = {common}/{union} = {show(common / union, 2)}",
        ],
    )


def _box(draw: Draw, widest: int) -> list[int]:
    x, y = draw.integer(0, 6), draw.integer(0, 6)
    return [x, y, x + draw.integer(2, widest), y + draw.integer(2, widest)]


def _box_wrongs(first: list[int], second: list[int], a: int, b: int, common: int) -> list[Wrong]:
    hull_wide = max(first[2], second[2]) - min(first[0], second[0])
    hull_high = max(first[3], second[3]) - min(first[1], second[1])
    return [
        Wrong(2 * common / (a + b), "다이스 계수를 구했습니다. IoU의 분모는 합집합입니다."),
        Wrong(common / (a + b), "두 넓이의 합으로 나누었습니다. 겹친 넓이를 한 번 빼야 합집합입니다."),
        Wrong(common / (a + b + common), "겹친 넓이를 빼지 않고 더했습니다. 합집합에서는 한 번 빼야 합니다."),
        Wrong(common / a, "정답 넓이로 나누었습니다. 그것은 재현율입니다."),
        Wrong(common / b, "예측 넓이로 나누었습니다. 그것은 정밀도입니다."),
        Wrong(1 - common / (a + b - common), "IoU 손실(1 − IoU)을 구했습니다. 물음은 IoU입니다."),
        Wrong(common / (hull_wide * hull_high), "두 상자를 감싸는 상자의 넓이로 나누었습니다."),
        Wrong(common / (a + b - 2 * common), "겹친 넓이를 두 번 뺐습니다. 그것은 대칭차의 넓이입니다."),
    ]


@template("loss.divergence", "mask_dice", "두 마스크의 다이스 계수")
def masks(draw: Draw) -> Draft:
    """The Dice coefficient of two small masks that are read pixel by pixel."""
    scene, what = draw.pick(_SCENES)
    lines, width = (5, 6) if draw.is_extended else (4, 5)
    actual, predicted = (_mask(draw, lines, width) for _ in range(2))
    pairs = [(one, other) for pair in zip(actual, predicted, strict=True) for one, other in zip(*pair, strict=True)]
    hits, alarms, misses = (pairs.count(kind) for kind in (("1", "1"), ("0", "1"), ("1", "0")))
    draw.require(hits >= 2 and alarms + misses >= 2)
    total = 2 * hits + alarms + misses
    grid = [f"{one}     {other}" for one, other in zip(actual, predicted, strict=True)]
    return Draft(
        stem=f"{with_particle(scene, '을/를')} 화소별로 분할한 정답 마스크와 예측 마스크가 다음과 같다(1 = {what}). 다이스(Dice) 계수는? "
        "(소수 셋째 자리에서 반올림)",
        data="\n".join(["정답" + " " * (width + 1) + "예측", *grid]),
        key=compute(mask_dice, actual=actual, predicted=predicted),
        why="다이스 계수는 겹친 화소 수의 두 배를 두 마스크의 1의 개수의 합으로 나눈 값이다.",
        wrongs=_count_wrongs(hits, alarms, misses, lines * width),
        steps=[
            "Dice = 2·|A∩B|/(|A| + |B|), A는 정답, B는 예측에서 1인 화소",
            f"|A| = {hits + misses}, |B| = {hits + alarms}, |A∩B| = {hits}",
            f"Dice = 2·{hits}/({hits + misses} + {hits + alarms}) = {2 * hits}/{total} = {show(2 * hits / total, 2)}",
        ],
    )


def _mask(draw: Draw, lines: int, width: int) -> list[str]:
    """A rectangle of ones in a grid of zeros, one pixel of the grid flipped."""
    top, left = draw.integer(0, lines - 3), draw.integer(0, width - 3)
    bottom, right = top + draw.integer(2, 3), left + draw.integer(2, 3)
    flipped = draw.integer(0, lines - 1), draw.integer(0, width - 1)
    return ["".join(str(int((top <= y < bottom and left <= x < right) != ((y, x) == flipped))) for x in range(width)) for y in range(lines)]


def _count_wrongs(hits: int, alarms: int, misses: int, pixels: int) -> list[Wrong]:
    dice = 2 * hits / (2 * hits + alarms + misses)
    return [
        Wrong(hits / (hits + alarms + misses), "IoU를 구했습니다. 다이스 계수는 겹친 부분을 분자와 분모에서 두 번 셉니다."),
        Wrong(hits / (2 * hits + alarms + misses), "분자에 2를 곱하지 않았습니다."),
        Wrong(hits / (hits + alarms), "예측한 화소로만 나누었습니다. 그것은 정밀도입니다."),
        Wrong(hits / (hits + misses), "정답 화소로만 나누었습니다. 그것은 재현율입니다."),
        Wrong(1 - (alarms + misses) / pixels, "배경까지 센 정확도입니다. 다이스 계수는 둘 다 0인 화소를 세지 않습니다."),
        Wrong(1 - dice, "다이스 손실(1 − Dice)을 구했습니다. 물음은 계수입니다."),
        Wrong(2 * hits / (hits + alarms + misses), "합집합으로 나누었습니다. 분모는 두 마스크의 크기의 합입니다."),
    ]


@template("loss.divergence", "dice_loss", "화소 수에서 다이스 손실")
def loss(draw: Draw) -> Draft:
    """The Dice loss from a confusion table of pixels."""
    scene, what = draw.pick(_SCENES)
    total = draw.integer(31, 99) if draw.is_extended else draw.pick([20, 25, 30, 40, 50, 60, 80, 100])
    hits, alarms = draw.integer(4, 40), draw.integer(2, 20)
    misses, background = total - 2 * hits - alarms, draw.integer(50, 200)
    draw.require(2 <= misses <= 20 and alarms != misses)
    dice, iou = 2 * hits / total, hits / (hits + alarms + misses)
    return Draft(
        stem=f"{with_particle(scene, '을/를')} 화소별로 분할한 결과의 화소 수(백 개)가 다음과 같다. "
        f"{with_particle(what, '을/를')} 양성으로 하는 다이스 손실(1 − Dice)은? (소수 셋째 자리에서 반올림)",
        data=Table(
            columns=("실제 / 예측", what, "배경"),
            rows=((what, hits, misses), ("배경", alarms, background)),
        ),
        key=compute(dice_loss, hits=hits, false_alarms=alarms, misses=misses),
        why="다이스 손실은 1 − 2TP/(2TP + FP + FN)이며, 배경을 맞힌 화소(TN)는 쓰지 않는다.",
        wrongs=[
            Wrong(dice, "다이스 계수를 구했습니다. 손실은 1에서 뺀 값입니다."),
            Wrong(1 - iou, "IoU 손실을 구했습니다. 다이스는 TP를 두 번 셉니다."),
            Wrong(iou, "IoU를 구했습니다. 물음은 다이스 손실입니다."),
            Wrong(misses / (hits + misses), "재현율을 1에서 뺐습니다. FP가 빠졌습니다."),
            Wrong(alarms / (hits + alarms), "정밀도를 1에서 뺐습니다. FN이 빠졌습니다."),
            Wrong((alarms + misses) / (hits + alarms + misses + background), "TN까지 센 오분류율을 구했습니다."),
            Wrong(1 - hits / total, "분자의 TP에 2를 곱하지 않았습니다."),
            Wrong((alarms + misses) / 2 / total, "틀린 화소를 절반만 셌습니다. FP와 FN을 모두 더합니다."),
        ],
        steps=[
            "다이스 손실 = 1 − 2TP/(2TP + FP + FN)",
            f"TP = {hits}, FP = {alarms}, FN = {misses}",
            f"2TP + FP + FN = {2 * hits} + {alarms} + {misses} = {total}",
            f"다이스 손실 = 1 − {2 * hits}/{total} = {alarms + misses}/{total} = {show(1 - dice, 2)}",
        ],
    )


@template("loss.divergence", "compare_overlap", "Dice와 IoU로 보고된 두 모형의 비교")
def compare(draw: Draw) -> Draft:
    """Which model has the higher IoU: one is reported by its Dice coefficient, the other by pixel counts."""
    scene, what = draw.pick(_SCENES)
    dice = draw.multiple(0.4, 0.95, 0.05) if draw.is_extended else draw.multiple(0.4, 0.9, 0.1)
    union = draw.integer(21, 49) if draw.is_extended else draw.pick([10, 15, 16, 20, 25, 30, 40, 50])
    hits = draw.integer(4, union - 3)
    alarms = draw.integer(1, union - hits - 1)
    misses = union - hits - alarms
    draw.require(alarms != misses)
    values = [dice / (2 - dice), hits / union]
    best = 0 if values[0] > values[1] else 1
    draw.require(0.03 < abs(values[0] - values[1]) < 0.2)
    return Draft(
        stem=f"{with_particle(scene, '을/를')} 화소별로 분할한 모형 A는 다이스 계수 {plain(dice)}, "
        f"모형 B는 {what} 화소(백 개) TP = {hits}, FP = {alarms}, "
        f"FN = {with_particle(str(misses), '으로/로')} 보고되었다. "
        "IoU로 견줄 때 더 나은 모형과 그 IoU는? (소수 셋째 자리에서 반올림)",
        key=compute(higher_iou, dice=dice, hits=hits, false_alarms=alarms, misses=misses),
        label=_verdict(best, values[best]),
        why="IoU = Dice/(2 − Dice) = TP/(TP + FP + FN)이므로, 두 값을 IoU로 맞춘 뒤에 견준다.",
        wrongs=_compare_wrongs(draw, dice, (hits, alarms, misses), values, best),
        steps=[
            "IoU = Dice/(2 − Dice) = TP/(TP + FP + FN)",
            f"모형 A: {plain(dice)}/(2 − {plain(dice)}) = {plain(dice)}/{plain(2 - dice)} = {show(values[0], 2)}",
            f"모형 B: {hits}/({hits} + {alarms} + {misses}) = {hits}/{union} = {show(values[1], 2)}",
            f"{show(values[best], 2)} > {show(values[1 - best], 2)}이므로 모형 {'AB'[best]}",
        ],
    )


def _compare_wrongs(draw: Draw, dice: float, counts: tuple[int, int, int], values: list[float], best: int) -> list[Wrong]:
    """Misconceptions about both models; only two that keep the right one, so that the choices never name one model alone."""
    hits, alarms, misses = counts
    both = [
        [
            (dice, "A의 다이스 계수를 IoU로 바꾸지 않았습니다."),
            (dice / 2, "A의 다이스 계수를 절반으로 나누었습니다. IoU는 Dice/(2 − Dice)입니다."),
            (dice / (1 + dice), "A의 환산에서 분모를 1 + Dice로 썼습니다. IoU는 Dice/(2 − Dice)입니다."),
            (2 * dice / (1 + dice), "A의 값을 IoU로 보고 다이스로 바꾸는 식을 썼습니다."),
        ],
        [
            (2 * hits / (2 * hits + alarms + misses), "B의 다이스 계수를 구했습니다. IoU는 TP/(TP + FP + FN)입니다."),
            (hits / (hits + alarms), "B의 정밀도를 구했습니다. IoU의 분모에는 FN도 들어갑니다."),
            (hits / (hits + misses), "B의 재현율을 구했습니다. IoU의 분모에는 FP도 들어갑니다."),
            (hits / (2 * hits + alarms + misses), "B의 분모에 TP를 두 번 넣었습니다."),
        ],
    ]
    other = 1 - best
    found = [(best, *kind) for kind in draw.sample(both[best], 2)] + [(other, *kind) for kind in both[other]]
    found.append((other, values[other], "IoU가 작은 모형을 골랐습니다. IoU는 클수록 낫습니다."))
    return [Wrong(value, why, _verdict(who, value)) for who, value, why in found]


def _verdict(who: int, iou: float) -> str:
    return f"모형 {'AB'[who]}, IoU = {show(iou, 2)}"
