"""What the charts of the progress screen draw."""

from __future__ import annotations

from math import ceil, floor
from typing import Any

from quizapp.tui.screens.progress_text import day_of
from quizapp.tui.widgets.chart import Line

Drawing = tuple[list[Line], dict[float, str], tuple[float, float]]
NONE: Drawing = ([], {}, (0, 1))
PERCENT = [0, 25, 50, 75, 100]


def drawing(name: str, figures: Any, pass_average: float) -> Drawing:
    """Lines, names on the x axis and bounds of the y axis; no lines where there is too little to draw."""
    if name == "recall":
        return _calibration(figures["calibration"])
    if name == "ahead":
        return _ahead(figures["days"], pass_average)
    return _papers(figures, pass_average)


def _calibration(tenths: list[dict[str, Any]]) -> Drawing:
    """What was right beside what was predicted, and the diagonal where both are the same."""
    if len(tenths) < 2:
        return NONE
    predicted = [100 * row["predicted"] for row in tenths]
    right = [100 * row["right"] for row in tenths]
    diagonal = Line((0, 100), (0, 100), "muted")
    return [diagonal, Line(predicted, right, "accent", with_points=True)], {float(at): f"{at}%" for at in PERCENT}, (0, 100)


def _ahead(days: list[dict[str, Any]], pass_average: float) -> Drawing:
    scores = [day["score"] for day in days]
    if len(scores) < 2:
        return NONE
    at = list(range(len(scores)))
    bounds = (10 * floor(min(pass_average - 10, *scores) / 10), 10 * ceil(max(pass_average + 10, *scores) / 10))
    names = {float(place): day_of(days[0]["date"], place) for place in at}
    return [Line((0, at[-1]), (pass_average, pass_average), "muted"), Line(at, scores, "accent")], names, bounds


def _papers(papers: list[dict[str, Any]], pass_average: float) -> Drawing:
    if len(papers) < 2:
        return NONE
    at = list(range(1, len(papers) + 1))
    names = {float(place): str(place) for place in at}
    points = Line(at, [paper["points"] for paper in papers], "accent", with_points=True)
    return [Line((1, at[-1]), (pass_average, pass_average), "muted"), points], names, (0, 100)
