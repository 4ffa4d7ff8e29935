"""A forecast in words."""

from __future__ import annotations

from typing import Any


def chance_words(figures: dict[str, Any]) -> str:
    """'합격 71% (58–82%), 예상 65.2점', or that too little is known for a number."""
    if figures["pass_probability"] is None:
        return "자료가 부족합니다 (과목마다 5문항, 모두 40문항은 만나야 예측합니다)"
    low, high = figures["interval"]
    score = figures.get("score") if "expected" not in figures else figures["expected"]
    return f"합격 {percent(figures['pass_probability'])} ({percent(low)}–{percent(high)}), 예상 {score:.1f}점"


def percent(share: float) -> str:
    """A probability as people may read it: never a certainty."""
    return "1% 미만" if share < 0.01 else "99% 초과" if share > 0.99 else f"{share:.0%}"
