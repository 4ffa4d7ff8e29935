"""Time to make one exercise, template by template, once the libraries are loaded.

python -m benchmarks.exercises [--seeds 200] [--json]
"""

from __future__ import annotations

import time
from statistics import median

from benchmarks.report import arguments, show, summary
from quizapp.exercises.make import make_from
from quizapp.exercises.template import templates
from quizapp.items import Difficulty


def main() -> None:
    """Measures and prints, slowest last."""
    options = arguments(__doc__ or "", seeds=200)
    rows = []
    for name, template in templates().items():
        for seed in range(5):
            code = make_from(template, seed, Difficulty.PAPER).code
        seconds = []
        for seed in range(options.seeds):
            begun = time.perf_counter()
            make_from(template, seed, Difficulty.PAPER)
            seconds.append(time.perf_counter() - begun)
        heavy = "sklearn" in code or "scipy" in code
        rows.append(summary(name, seconds) | {"library": "scikit-learn or SciPy" if heavy else "numpy", "wanted_ms": 4 if heavy else 0.3})
    rows.sort(key=lambda row: row["median_ms"])
    over = [row for row in rows if row["median_ms"] > row["wanted_ms"]]
    show(rows, as_json=options.json)
    if not options.json:
        print(f"{len(rows)} templates, median of medians {median(row['median_ms'] for row in rows)} ms, over what is wanted: {len(over)}")


if __name__ == "__main__":
    main()
