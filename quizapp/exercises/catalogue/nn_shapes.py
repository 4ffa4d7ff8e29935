"""Shapes and sizes of convolutional layers, measured on `numpy` arrays: windows that fit, values after pooling, weights and biases.

https://numpy.org/doc/stable/reference/generated/numpy.lib.stride_tricks.sliding_window_view.html
https://numpy.org/doc/stable/reference/generated/numpy.ndarray.size.html
"""

from __future__ import annotations

from quizapp.exercises.catalogue.wording import within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle

IMAGES = (
    "한 공장의 표면 검사 영상",
    "한 병원의 흉부 영상",
    "어느 쇼핑몰의 상품 사진",
    "한 물류센터의 송장 사진",
    "한 지자체의 도로 영상",
)


def conv_side(side: int, kernel: int, padding: int, stride: int) -> float:
    import numpy as np

    padded = np.pad(np.zeros(side), padding)
    return float(np.lib.stride_tricks.sliding_window_view(padded, kernel)[::stride].shape[0])


def flat_values(side: int, kernel: int, padding: int, pool: int, channels: int) -> float:
    import numpy as np
    from numpy.lib.stride_tricks import sliding_window_view

    convolved = sliding_window_view(np.pad(np.zeros(side), padding), kernel)
    pooled = sliding_window_view(np.zeros(len(convolved)), pool)[::pool]
    return float(np.zeros((channels, len(pooled), len(pooled))).size)


def conv_parameters(kernel: int, channels: int, filters: int) -> float:
    import numpy as np

    weights, bias = np.zeros((filters, channels, kernel, kernel)), np.zeros(filters)
    return float(weights.size + bias.size)


def kernel_of(side: int, padding: int, stride: int, output: int) -> float:
    import numpy as np

    return float(np.dot([1, 2, -stride], [side, padding, output - 1]))


def _side(side: int, kernel: int, padding: int, stride: int) -> int:
    return (side + 2 * padding - kernel) // stride + 1


def _side_wrongs(side: int, kernel: int, padding: int, stride: int) -> list[Wrong]:
    """What people take for the side of a convolution's output."""
    rest = side + 2 * padding - kernel
    return [
        Wrong(rest // stride, "마지막에 1을 더하지 않았습니다."),
        Wrong((side + padding - kernel) // stride + 1, "패딩을 한쪽에만 더했습니다. 양쪽에 더합니다."),
        Wrong((side - kernel) // stride + 1, "패딩을 더하지 않았습니다."),
        Wrong(rest + 1, "보폭으로 나누지 않았습니다."),
        Wrong((side + 2 * padding) // stride, "필터의 크기를 빼지 않았습니다."),
        Wrong((rest + stride - 1) // stride + 1, "나머지를 버리지 않고 올렸습니다."),
        Wrong((side - 2 * padding - kernel) // stride + 1, "패딩을 더하지 않고 뺐습니다."),
        Wrong((rest + 1) // stride, "1을 더한 뒤에 보폭으로 나누었습니다."),
        Wrong(side // stride, "입력의 크기를 보폭으로 나누기만 했습니다."),
    ]


@template("nn.shapes", "conv_side", "합성곱 출력의 크기")
def side_of_output(draw: Draw) -> Draft:
    """The side of a convolution's output, where padding and stride matter."""
    side = draw.integer(57, 256) if draw.is_extended else draw.integer(12, 64)
    kernel, padding = draw.pick([3, 5, 7, 11] if draw.is_extended else [3, 5, 7]), draw.integer(1, 3)
    stride = draw.integer(2, 4) if draw.is_extended else draw.integer(1, 3)
    draw.require(2 * padding < kernel + 1 and kernel < side // 2)
    rest, answer = side + 2 * padding - kernel, _side(side, kernel, padding, stride)
    return Draft(
        stem=f"{with_particle(draw.pick(IMAGES), '은/는')} 가로와 세로가 {side}이다. {kernel}×{kernel} 필터로 패딩 {padding}(사방), "
        f"보폭(stride) {with_particle(str(stride), '으로/로')} 합성곱하면 특징 맵의 한 변은? (나누어떨어지지 않으면 버림)",
        key=compute(conv_side, side=side, kernel=kernel, padding=padding, stride=stride),
        decimals=0,
        why="출력의 한 변은 (입력 + 2·패딩 − 필터)/보폭을 내림하고 1을 더한 값이다.",
        wrongs=within(_side_wrongs(side, kernel, padding, stride), 1, 999),
        steps=[
            "출력 = ⌊(입력 + 2·패딩 − 필터)/보폭⌋ + 1",
            f"입력 + 2·패딩 − 필터 = {side} + {2 * padding} − {kernel} = {rest}",
            f"⌊{rest}/{stride}⌋ = {rest // stride}",
            f"출력 = {rest // stride} + 1 = {answer}",
        ],
    )


def _flat_wrongs(side: int, kernel: int, padding: int, pool: int, channels: int) -> list[Wrong]:
    """What people take for the number of values behind a convolution and a pooling."""
    convolved = _side(side, kernel, padding, 1)
    pooled = convolved // pool
    return [
        Wrong(convolved**2 * channels, "풀링으로 줄어드는 크기를 반영하지 않았습니다."),
        Wrong(pooled**2, "채널 수를 곱하지 않았습니다."),
        Wrong(pooled * channels, "한 변만 곱했습니다. 가로와 세로를 모두 곱합니다."),
        Wrong(convolved * pooled * channels, "풀링이 가로와 세로 가운데 한쪽만 줄인다고 보았습니다."),
        Wrong((side // pool) ** 2 * channels, "합성곱으로 줄어드는 크기를 반영하지 않았습니다."),
        Wrong((_side(side, kernel, 0, 1) // pool) ** 2 * channels, "패딩을 더하지 않았습니다."),
        Wrong(_side(convolved, pool, 0, 1) ** 2 * channels, "풀링의 보폭을 1로 놓았습니다. 여기서는 창의 크기와 같습니다."),
        Wrong(pooled**2 * (channels + 1), "채널 수에 편향을 하나 더했습니다. 편향은 출력의 수를 바꾸지 않습니다."),
        Wrong((pooled - 1) ** 2 * channels, "합성곱 출력의 한 변에 1을 더하지 않았습니다."),
    ]


@template("nn.shapes", "flatten", "합성곱과 풀링 뒤에 펼친 값의 수")
def flatten(draw: Draw) -> Draft:
    """How many values a flatten layer holds behind a convolution and a pooling."""
    side = draw.integer(24, 64) if draw.is_extended else draw.integer(8, 32)
    kernel, padding = draw.pick([3, 5]), draw.integer(0, 2)
    pool, channels = draw.pick([2, 3]), draw.pick([12, 20, 24, 48]) if draw.is_extended else draw.pick([4, 8, 10, 16])
    convolved = _side(side, kernel, padding, 1)
    draw.require(convolved % pool == 0 and 2 * padding < kernel)
    pooled = convolved // pool
    pad = f"패딩 {padding}" if padding else "패딩 없음"
    return Draft(
        stem=f"{draw.pick(IMAGES)}({side}×{side}, 흑백)에 {kernel}×{kernel} 필터 {channels}개({pad}, 보폭 1)를 쓰는 합성곱층과 "
        f"{pool}×{pool} 최대 풀링(보폭 {pool})을 차례로 적용한다. 이를 한 줄로 펼친(flatten) 값의 수는?",
        key=compute(flat_values, side=side, kernel=kernel, padding=padding, pool=pool, channels=channels),
        decimals=0,
        unit="개",
        why="합성곱은 한 변을 (입력 + 2·패딩 − 필터)/보폭 + 1로, 풀링은 보폭으로 나눈 값으로 바꾸고, 채널 수는 필터 수와 같다.",
        wrongs=_flat_wrongs(side, kernel, padding, pool, channels),
        steps=[
            f"합성곱 뒤 한 변 = {side} + {2 * padding} − {kernel} + 1 = {convolved}",
            f"풀링 뒤 한 변 = {convolved}/{pool} = {pooled}",
            f"값의 수 = {pooled}·{pooled}·{channels} = {pooled**2 * channels}개",
        ],
    )


def _conv_wrongs(kernel: int, channels: int, filters: int, side: int) -> list[Wrong]:
    """What people take for the number of parameters of a convolutional layer."""
    area = kernel**2
    return [
        Wrong(area * channels * filters, "필터마다 하나씩 있는 편향을 빠뜨렸습니다."),
        Wrong((area + 1) * filters, "입력 채널의 수를 곱하지 않았습니다."),
        Wrong((area + 1) * channels * filters, "편향을 입력 채널마다 두었습니다. 편향은 필터마다 하나입니다."),
        Wrong((kernel * channels + 1) * filters, "필터의 한 변만 곱했습니다. 가로와 세로를 모두 곱합니다."),
        Wrong(area * channels * filters + 1, "편향을 층 전체에 하나만 더했습니다."),
        Wrong(area * channels * filters + channels, "편향을 입력 채널의 수만큼 더했습니다."),
        Wrong(side**2 * filters, "매개변수가 아니라 입력과 같은 크기의 출력값의 수를 구했습니다."),
        Wrong((area * channels + 1) * channels * filters, "입력 채널의 수를 두 번 곱했습니다."),
    ]


@template("nn.shapes", "conv_parameters", "합성곱층의 매개변수 수")
def parameters_of_conv(draw: Draw) -> Draft:
    """The number of weights and biases of a convolutional layer; the size of its input does not matter."""
    kernel, side = draw.pick([3, 5, 7] if draw.is_extended else [2, 3, 5]), draw.integer(10, 40) * 2
    channels = draw.pick([3, 12, 16, 24]) if draw.is_extended else draw.integer(2, 6)
    filters = draw.pick([20, 24, 32, 48]) if draw.is_extended else draw.pick([4, 5, 6, 8, 10, 12, 16, 20])
    each = kernel**2 * channels
    total = (each + 1) * filters
    draw.require(draw.is_extended or total < 10000)
    return Draft(
        stem=f"{with_particle(draw.pick(IMAGES), '을/를')} 다루는 신경망의 한 합성곱층은 {side}×{side} 크기의 특징 맵 {channels}장을 받아 "
        f"{kernel}×{kernel} 필터 {filters}개로 출력을 만든다. 편향을 쓸 때, 이 층의 학습되는 매개변수는 모두 몇 개인가?",
        key=compute(conv_parameters, kernel=kernel, channels=channels, filters=filters),
        decimals=0,
        unit="개",
        why="필터 하나의 매개변수는 가로·세로·입력 채널에 편향 1을 더한 수이고, 입력의 크기와는 관계가 없다.",
        wrongs=_conv_wrongs(kernel, channels, filters, side),
        steps=[
            "매개변수 = (가로·세로·입력 채널 + 1)·필터 수",
            f"필터 하나 = {kernel}·{kernel}·{channels} + 1 = {each + 1}",
            f"{each + 1}·{filters} = {total}개",
        ],
    )


def _kernel_wrongs(side: int, padding: int, stride: int, output: int) -> list[Wrong]:
    """What people take for the side of the filter."""
    return [
        Wrong(side + 2 * padding - stride * output, "출력의 크기에서 1을 빼지 않았습니다."),
        Wrong(side + padding - stride * (output - 1), "패딩을 한쪽에만 더했습니다."),
        Wrong(side - stride * (output - 1), "패딩을 더하지 않았습니다."),
        Wrong(side + 2 * padding - (output - 1), "보폭을 곱하지 않았습니다."),
        Wrong(side + 2 * padding - stride * (output - 1) + 1, "1을 한 번 더 더했습니다."),
        Wrong(side - 2 * padding - stride * (output - 1), "패딩을 더하지 않고 뺐습니다."),
        Wrong(side + 2 * padding - stride * (output - 1) + stride, "출력의 크기에서 2를 뺐습니다."),
        Wrong(side + 4 * padding - stride * (output - 1), "가로와 세로의 패딩을 한꺼번에 더했습니다."),
    ]


@template("nn.shapes", "missing_kernel", "출력 크기에서 필터의 크기")
def missing_kernel(draw: Draw) -> Draft:
    """The side of the filter that gives a convolution's output its side."""
    kernel, padding = draw.integer(2, 11), draw.integer(1, 4)
    stride = draw.integer(2, 4) if draw.is_extended else draw.integer(1, 3)
    output = draw.integer(20, 70) if draw.is_extended else draw.integer(5, 30)
    side = stride * (output - 1) + kernel - 2 * padding
    draw.require(side > 2 * kernel and padding < kernel)
    return Draft(
        stem=f"{draw.pick(IMAGES)}(한 변 {side})에 정사각 필터를 패딩 {padding}(사방), 보폭 {with_particle(str(stride), '으로/로')} "
        f"합성곱하니 특징 맵의 한 변이 정확히 {with_particle(str(output), '이/가')} 되었다(버린 나머지 없음). 필터의 한 변은?",
        key=compute(kernel_of, side=side, padding=padding, stride=stride, output=output),
        decimals=0,
        why="출력 = (입력 + 2·패딩 − 필터)/보폭 + 1을 필터에 대하여 풀면 입력 + 2·패딩 − 보폭·(출력 − 1)이다.",
        wrongs=within(_kernel_wrongs(side, padding, stride, output), 1, 80),
        steps=[
            "출력 = (입력 + 2·패딩 − 필터)/보폭 + 1",
            f"입력 + 2·패딩 − 필터 = {stride}·({output} − 1) = {stride * (output - 1)}",
            f"필터 = {side} + {2 * padding} − {stride * (output - 1)} = {kernel}",
        ],
    )
