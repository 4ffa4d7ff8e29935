"""A forecast in words."""

from __future__ import annotations

from typing import Any


def chance_words(figures: dict[str, Any]) -> str:
    """'합격 71% (58–82%), 예상 65.2점', or that too little is known for a number."""
    if figures["pass_probability"] is None:
        return "자료가 부족합니다 (과목마다 5문항, 모두 40문항은 만나야 예측합니다)"
    low, high = figures["interval"]
    score = figures.get("score") if "expected" not in figures else figures["expected"]
    return f"합격 {figures['pass_probability']:.0%} ({low:.0%}–{high:.0%}), 예상 {score:.1f}점"
