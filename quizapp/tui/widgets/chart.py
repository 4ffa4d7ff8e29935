"""A line chart. Imported when one is shown: the plotting library costs 25 ms.

The library pads by the number of letters, so nothing but digits and ASCII goes into it; titles stand outside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import RenderResult
from textual.color import Color
from textual_plotext import PlotextPlot

MARKER = "braille"
"""Signs that are one cell wide in every terminal; block signs are not."""
FEWEST_TICKS, CELLS_A_TICK = 3, 12
PARTS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """Points joined by a line; a colour of the theme by its name."""

    xs: Sequence[float]
    ys: Sequence[float]
    colour: str
    with_points: bool = False


class Chart(PlotextPlot):
    """Lines between fixed bounds, with the names of some places on the x axis."""

    DEFAULT_CSS = """
    Chart { width: 100%; height: 10; max-width: 100; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()
        self._names: dict[float, str] = {}
        self._bounds = (0.0, 1.0)

    def show(self, lines: Sequence[Line], names: dict[float, str], bounds: tuple[float, float]) -> None:
        """Draws other *lines*; *names* of places on the x axis, *bounds* of the y axis."""
        self._lines, self._names, self._bounds = tuple(lines), names, bounds
        self.refresh()

    def render(self) -> RenderResult:
        """The picture for the size and the theme of now."""
        plot = self.plt
        plot.clear_data()
        plot.clear_figure()
        colours = self.app.theme_variables
        for line in self._lines:
            colour = Color.parse(colours[line.colour]).rgb
            plot.plot(list(line.xs), list(line.ys), marker=MARKER, color=colour)
            if line.with_points:
                plot.scatter(list(line.xs), list(line.ys), marker="o", color=colour)
        plot.ylim(*self._bounds)
        low, high = self._bounds
        heights = [low + (high - low) * part / PARTS for part in range(PARTS + 1)]
        plot.yticks(heights, [f"{height:.0f}" for height in heights])
        places = self._places()
        plot.xticks(places, [self._names[place] for place in places])
        plot.grid(horizontal=False, vertical=False)
        return super().render()

    def _places(self) -> list[float]:
        """As many named places as have room."""
        places = sorted(self._names)
        most = max(FEWEST_TICKS, self.size.width // CELLS_A_TICK)
        stride = max(1, -(-len(places) // most))
        return places[::stride]
