"""Lift and captured response of score bands: `numpy` on the bands' counts, as no metric of scikit-learn gives them.

https://numpy.org/doc/stable/reference/generated/numpy.cumsum.html
https://numpy.org/doc/stable/reference/generated/numpy.argmax.html
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from quizapp.exercises.catalogue.wording import plain, rounding, within, won
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_CAMPAIGNS = (
    ("어느 쇼핑몰의 할인권 발송 모형", "구매"),
    ("한 카드사의 대출 권유 모형", "가입"),
    ("한 병원의 건강검진 안내 모형", "예약"),
    ("한 공연장의 공연 안내 모형", "예매"),
    ("한 통신사의 요금제 전환 권유 모형", "전환"),
)
_RATES = {"구매": "구매율", "가입": "가입률", "예약": "예약률", "예매": "예매율", "전환": "전환율"}


def band_lift(responses: list[int], size: int, band: int) -> float:
    import numpy as np

    rates = np.array(responses) / size
    return float(rates[band] / rates.mean())


def captured_percent(responses: list[int], bands: int) -> float:
    import numpy as np

    return float(100 * np.cumsum(responses)[bands - 1] / np.sum(responses))


def lift_of_gains(gains: list[float], shares: list[int], row: int) -> float:
    import numpy as np

    return float(np.divide(gains, shares)[row])


def expected_responses(people: int, share: float, base_rate: float, lift: float) -> float:
    import numpy as np

    return float(np.prod([people, share, base_rate, lift]))


def best_profit(responses: list[int], size: int, gain: float, cost: float) -> float:
    import numpy as np

    return float(np.max(np.cumsum(np.array(responses) * gain - size * cost)))


def _draw_bands(draw: Draw) -> tuple[int, list[int]]:
    """The size of a band and the falling responses of five bands, or of ten beyond the paper; the paper's sum is even."""
    if draw.is_extended:
        size = draw.pick([150, 240, 320])
        responses = sorted((draw.integer(2, size // 2) for _ in range(10)), reverse=True)
    else:
        size = draw.pick([100, 200, 400])
        responses = sorted((draw.integer(2, size // 5) for _ in range(5)), reverse=True)
        draw.require(sum(responses) in {50, 60, 80, 100, 120, 150, 160, 200})
    draw.require(len(set(responses)) == len(responses) and responses[0] > 2 * responses[-1])
    return size, responses


def _band_table(event: str, size: int, responses: Sequence[int]) -> Table:
    rows = tuple((number, size, count) for number, count in enumerate(responses, 1))
    return Table(columns=("구간(점수순)", "고객 수", f"{event} 수"), rows=rows)


def _band_stem(model: str, event: str, bands: int) -> str:
    counted = with_particle(f"{event} 수", "을/를")
    return f"{with_particle(model, '이/가')} 매긴 점수가 높은 순으로 고객을 {bands}구간으로 똑같이 나누어 실제 {counted} 세었다."


def _band_wrongs(responses: Sequence[int], size: int, place: int) -> list[Wrong]:
    """What people take for the lift of the band at *place*."""
    total, bands, own = sum(responses), len(responses), responses[place]
    mean = total / bands
    wrongs = [
        Wrong(mean / own, "나누는 순서를 바꾸었습니다. 구간 반응률을 전체 반응률로 나눕니다."),
        Wrong(own / size, "구간의 반응률만 구했습니다. 전체 반응률로 나누어야 합니다."),
        Wrong(own / responses[place + 1], "다음 구간의 반응률로 나누었습니다. 견줄 것은 전체 반응률입니다."),
        Wrong(sum(responses[: place + 1]) / (place + 1) / mean, "1구간부터 합친 누적 향상도를 구했습니다."),
        Wrong(own / total, "전체 반응 가운데 이 구간의 몫(반응검출률)을 구했습니다."),
        Wrong(own / (total - own) * (bands - 1), "나머지 구간의 반응률로 나누었습니다. 견줄 것은 전체 반응률입니다."),
        Wrong(own / responses[-1], "맨 끝 구간의 반응률로 나누었습니다. 견줄 것은 전체 반응률입니다."),
    ]
    return within(wrongs, 0, 6)


@template("metrics.lift", "band", "한 점수 구간의 향상도")
def band(draw: Draw) -> Draft:
    """The lift of one band: its response rate over that of everybody."""
    model, event = draw.pick(_CAMPAIGNS)
    size, responses = _draw_bands(draw)
    total, bands = sum(responses), len(responses)
    place = draw.integer(0, bands // 2)
    number = place + 1
    return Draft(
        stem=f"{_band_stem(model, event, bands)} 누적하지 않은 {number}구간의 향상도(lift)는? ({rounding(2)})",
        data=_band_table(event, size, responses),
        key=compute(band_lift, responses=responses, size=size, band=place),
        why="한 구간의 향상도는 그 구간의 반응률을 전체 반응률로 나눈 값이다.",
        wrongs=_band_wrongs(responses, size, place),
        steps=[
            "향상도 = 구간 반응률/전체 반응률",
            f"{number}구간 반응률 = {responses[place]}/{size}",
            f"전체 반응률 = {total}/{size * bands}",
            f"향상도 = {responses[place] * bands}/{total} = {show(responses[place] * bands / total, 2)}",
        ],
    )


@template("metrics.lift", "captured", "상위 구간까지의 누적 반응검출률")
def captured(draw: Draw) -> Draft:
    """The share of all responses that the best bands hold, in percent."""
    model, event = draw.pick(_CAMPAIGNS)
    size, responses = _draw_bands(draw)
    total, bands = sum(responses), len(responses)
    last = draw.integer(2, bands // 2 + 1)
    top, people = sum(responses[:last]), size * last
    percent = 100 // bands
    return Draft(
        stem=f"{_band_stem(model, event, bands)} 상위 {percent * last}%({last}구간까지)의 고객에게만 권할 때, 누적 반응검출률"
        f"(% captured response)은? (%, {rounding(1)})",
        data=_band_table(event, size, responses),
        key=compute(captured_percent, responses=responses, bands=last),
        decimals=1,
        unit="%",
        why="누적 반응검출률은 전체 반응 가운데 그 구간까지 들어 있는 반응의 비율이다.",
        wrongs=[
            Wrong(100 * top / people, "그 구간까지의 반응률을 구했습니다. 분모는 고객 수가 아니라 전체 반응 수입니다."),
            Wrong(100 * responses[last - 1] / total, f"{last}구간의 몫만 구했습니다. 1구간부터 더해야 합니다."),
            Wrong(percent * last, "고객의 비율을 답했습니다. 점수를 쓰지 않고 고를 때의 검출률입니다."),
            Wrong(100 * sum(responses[: last - 1]) / total, f"{last}구간을 빼고 더했습니다."),
            Wrong(100 * sum(responses[: last + 1]) / total, f"{last + 1}구간까지 더했습니다."),
            Wrong(100 * (total - top) / total, "남은 구간의 몫을 구했습니다."),
            Wrong(100 * responses[0] * last / total, "1구간의 몫에 구간 수를 곱했습니다. 아래 구간은 반응이 더 적습니다."),
            Wrong(100 * responses[0] / top, "그 구간까지의 반응 가운데 1구간의 몫을 구했습니다."),
            Wrong(100 * top / (total - responses[-1]), "전체 반응에서 맨 끝 구간을 빠뜨렸습니다."),
        ],
        steps=[
            f"누적 반응검출률 = {last}구간까지의 {event}/전체 {event}",
            f"{last}구간까지의 {event} = {' + '.join(map(str, responses[:last]))} = {top}",
            f"전체 {event} = {total}",
            f"{top}/{total} = {show(100 * top / total, 1)}%",
        ],
    )


def _cumulative_wrongs(gains: Sequence[float], row: int, step: int) -> list[Wrong]:
    """What people take for the cumulative lift at *row* of a gain chart."""
    gain, share = gains[row], step * (row + 1)
    return [
        Wrong((gain - gains[row - 1]) / step, "마지막 구간만의 향상도를 구했습니다. 누적 값은 처음부터 그 구간까지를 봅니다."),
        Wrong(share / gain, "나누는 순서를 바꾸었습니다. 누적 반응검출률을 고객의 비율로 나눕니다."),
        Wrong(gain / 100, "누적 반응검출률을 그대로 썼습니다. 고객의 비율로 나누어야 합니다."),
        Wrong((gain - share) / share, "고객의 비율을 넘는 몫만 나누었습니다. 향상도 1은 무작위로 고를 때와 같다는 뜻입니다."),
        Wrong(gains[0] / step, "첫 구간의 향상도를 구했습니다."),
        Wrong(gains[row - 1] / (share - step), "앞 구간까지의 누적 향상도를 구했습니다."),
        Wrong(gain / step, "누적 반응검출률을 한 구간의 비율로 나누었습니다. 고객의 비율도 누적해야 합니다."),
        Wrong(
            sum(value / (step * n) for n, value in enumerate(gains[: row + 1], 1)) / (row + 1), "그 행까지의 누적 향상도를 평균했습니다."
        ),
        Wrong(gains[row + 1] / (share + step), "다음 구간까지의 누적 향상도를 구했습니다."),
    ]


@template("metrics.lift", "cumulative", "이득 도표에서 누적 향상도")
def cumulative(draw: Draw) -> Draft:
    """The cumulative lift, from the captured shares that a gain chart shows."""
    model, event = draw.pick(_CAMPAIGNS)
    bands, total = (10, 1000) if draw.is_extended else (5, 100)
    cuts = [0, *sorted(draw.sample(range(1, total), bands - 1)), total]
    parts = sorted((b - a for a, b in pairwise(cuts)), reverse=True)
    draw.require(len(set(parts)) == bands and parts[0] <= total // 2)
    gains = [100 * count / total for count in accumulate(parts)]
    row, step = draw.integer(1, bands - 3), 100 // bands
    shares = [step * number for number in range(1, bands + 1)]
    return Draft(
        stem=f"다음은 {model}의 이득 도표(gain chart)를 표로 옮긴 것이다. 상위 {shares[row]}%까지의 누적 향상도(cumulative "
        f"lift)는? ({rounding(2)})",
        data=Table(
            columns=("점수 상위 고객(%)", f"{event}의 누적 반응검출률(%)"),
            rows=tuple((share, plain(gain)) for share, gain in zip(shares, gains, strict=True)),
        ),
        key=compute(lift_of_gains, gains=gains, shares=shares, row=row),
        why="누적 향상도는 누적 반응검출률을 고른 고객의 비율로 나눈 값이다.",
        wrongs=_cumulative_wrongs(gains, row, step),
        steps=[
            "누적 향상도 = 누적 반응검출률/고객의 비율",
            f"= {plain(gains[row])}/{shares[row]} = {show(gains[row] / shares[row], 2)}",
        ],
    )


@template("metrics.lift", "inverse", "향상도에서 기대 반응 수")
def inverse(draw: Draw) -> Draft:
    """How many of the best customers respond, from the base rate and the lift."""
    model, event = draw.pick(_CAMPAIGNS)
    rate = _RATES[event]
    people = draw.integer(12, 88) * (250 if draw.is_extended else 500)
    share, base = draw.pick([5, 10, 15, 20, 25, 30]), draw.integer(4, 24) / 2 if draw.is_extended else draw.integer(2, 10)
    lift = draw.integer(12, 40) / 10 if draw.is_extended else draw.integer(3, 8) / 2
    chosen = people * share / 100
    answer = chosen * base * lift / 100
    draw.require(base * lift < 60 and share * lift <= 80 and answer == int(answer) and chosen == int(chosen))
    return Draft(
        stem=f"고객 {people:,}명 전체의 {with_particle(rate, '은/는')} {plain(base)}%이고, {model}의 상위 {share}%까지의 누적 향상도는 "
        f"{plain(lift)}이다. 이 상위 {share}%에게만 권할 때 기대되는 {event} 수는 몇 명인가?",
        key=compute(expected_responses, people=people, share=share / 100, base_rate=base / 100, lift=lift),
        decimals=0,
        unit="명",
        why="고른 고객의 반응률은 전체 반응률에 향상도를 곱한 값이고, 여기에 고른 고객 수를 곱한다.",
        wrongs=[
            Wrong(chosen * base / 100, "향상도를 곱하지 않았습니다. 무작위로 고를 때의 수입니다."),
            Wrong(people * base * lift / 100, f"고른 {share}%가 아니라 고객 전체에 곱했습니다."),
            Wrong(people * base / 100, f"고객 전체의 {event} 수를 구했습니다."),
            Wrong(chosen * base / lift / 100, "향상도를 곱하지 않고 나누었습니다."),
            Wrong(chosen * (base + lift) / 100, "반응률에 향상도를 %로 더했습니다. 향상도는 곱하는 배수입니다."),
            Wrong(
                chosen * base * (1 + lift) / 100,
                "더 늘어나는 배수로 보아 1 + 향상도를 곱했습니다. 향상도 1이 전체와 같습니다.",
            ),
        ],
        steps=[
            f"기대 {event} 수 = 고른 고객 수·전체 {rate}·향상도",
            f"고른 고객 수 = {people:,}·{plain(share / 100)} = {plain(chosen)}명",
            f"고른 고객의 {rate} = {plain(base)}%·{plain(lift)} = {plain(base * lift)}%",
            f"{plain(chosen)}·{plain(base * lift / 100)} = {show(answer, 0)}명",
        ],
    )


def _range(last: int, profit: float) -> str:
    return f"{last}구간까지, {show(profit, 0)}만 원"


def _decide_wrongs(draw: Draw, margins: list[float], gross: list[float], best: int) -> list[Wrong]:
    """Other ways to end a campaign; only one of them names the right band."""
    profits, last = list(accumulate(margins)), len(margins)
    mean = sum(gross) / last
    above = sum(value > mean for value in gross)
    income = list(accumulate(gross))
    at_best = [
        (best, income[best - 1], "발송 비용을 빼지 않았습니다."),
        (best, income[best - 1] - sum(gross) + profits[-1], "고르지 않은 구간의 발송 비용까지 뺐습니다."),
    ]
    found = [
        (last, profits[-1], "모든 고객에게 보냈습니다. 손해인 구간까지 보내면 이익이 줄어듭니다."),
        (last, income[-1], "발송 비용을 빼지 않아 많이 보낼수록 좋다고 보았습니다."),
        (1, profits[0], "향상도가 가장 큰 1구간에만 보냈습니다. 이익이 남는 구간이 더 있습니다."),
        (above, profits[above - 1], "향상도가 1보다 큰 구간까지만 보냈습니다. 기준은 향상도가 아니라 비용과 수익입니다."),
        (best + 1, profits[best], "손해인 구간까지 하나 더 보냈습니다."),
        (best - 1, profits[best - 2], "아직 이익이 남는 구간을 뺐습니다."),
        (best - 1, income[best - 2], "발송 비용을 빼지 않고, 아직 이익이 남는 구간을 뺐습니다."),
        (best + 1, income[best], "발송 비용을 빼지 않고, 손해인 구간까지 보냈습니다."),
        *draw.sample(at_best, 1),
    ]
    wrongs = [Wrong(value, why, _range(band, value)) for band, value, why in found if band != best or (band, value, why) in at_best]
    return within(wrongs, 100, 999)


@template("metrics.lift", "decide", "이익이 가장 큰 발송 범위", version=2)
def decide(draw: Draw) -> Draft:
    """Down to which band a campaign pays, and its profit."""
    model, event = draw.pick(_CAMPAIGNS)
    size, bands = 100 * draw.integer(4, 18), 6 if draw.is_extended else 5
    gain, grid = (draw.integer(11, 29), 1) if draw.is_extended else (draw.pick([5, 10, 20]), 10)
    responses = [grid * count for count in sorted((draw.integer(1, size // grid // 3) for _ in range(bands)), reverse=True)]
    gross = [count * gain / 10 for count in responses]
    margins = [value - size / 10 for value in gross]
    best = sum(margin > 0 for margin in margins)
    profit = sum(margins[:best])
    draw.require(1 < best < bands and len(set(responses)) == bands and 0 not in margins and 100 <= profit < 999)
    draw.require(draw.is_extended or profit == int(profit))
    return Draft(
        stem=f"{_band_stem(model, event, bands)} 한 명에게 보내는 비용은 1천 원, {event} 한 건의 수익은 {won(gain)}이다. 점수가 높은 "
        f"구간부터 차례로 보낼 때, 이익이 가장 큰 발송 범위와 그 이익은? (만 원, {rounding(0)})",
        data=_band_table(event, size, responses),
        key=compute(best_profit, responses=responses, size=size, gain=gain / 10, cost=0.1),
        decimals=0,
        label=_range(best, profit),
        why="구간의 반응률이 비용/수익보다 높은 데까지 보내면 누적 이익이 가장 크다.",
        wrongs=_decide_wrongs(draw, margins, gross, best),
        steps=[
            f"구간의 이익 = {event} 수·{plain(gain / 10)}만 원 − {size}·0.1만 원",
            *(f"{n}구간: {plain(a)} − {plain(size / 10)} = {plain(m)}" for n, (a, m) in enumerate(zip(gross, margins, strict=True), 1)),
            f"{best}구간까지 이익이 남으므로 합 = {plain(profit)}만 원",
        ],
    )
