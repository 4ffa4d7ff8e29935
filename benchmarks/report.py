"""Tables and JSON lines for measurements."""

from __future__ import annotations

import argparse
import json
from statistics import median, quantiles
from typing import Any


def arguments(description: str, **runs: int) -> argparse.Namespace:
    """The options of a benchmark: --json, and one number for each of *runs* with its default."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--json", action="store_true", help="one object a line")
    for name, default in runs.items():
        parser.add_argument(f"--{name}", type=int, default=default)
    return parser.parse_args()


def p99(values: list[float]) -> float:
    """The 99th percentile."""
    return quantiles(values, n=100)[98] if len(values) > 1 else values[0]


def summary(name: str, seconds: list[float]) -> dict[str, Any]:
    """Milliseconds: least, median, 99th percentile."""
    return {
        "what": name,
        "runs": len(seconds),
        "min_ms": round(min(seconds) * 1000, 2),
        "median_ms": round(median(seconds) * 1000, 2),
        "p99_ms": round(p99(seconds) * 1000, 2),
    }


def show(rows: list[dict[str, Any]], *, as_json: bool) -> None:
    """Prints *rows*, one a line."""
    for row in rows:
        print(json.dumps(row, ensure_ascii=False) if as_json else "  ".join(f"{name} {value}" for name, value in row.items()))
