"""The forecast as plain text."""

from __future__ import annotations

from typing import Any, TextIO

from quizapp.plain import say
from quizapp.usecases.forecast_words import chance_words, percent


def show_forecast(report: dict[str, Any], out: TextIO) -> None:
    """Today's forecast, the exam day's, each subject's danger, what would help most, and how earlier forecasts did."""
    say(out, f"지금 실력으로 내일 시험을 본다면: {chance_words(report)}")
    if report["exam_day"]:
        say(out, f"계획대로 공부한 시험일: {chance_words(report['exam_day'])}")
    for one in report["subjects"]:
        danger = " ← 가장 위험" if one["code"] == report["risk"] else ""
        fail = f"과락 {percent(one['fail_probability'])}" if report["enough_data"] else "과락 -"
        say(out, f"  {one['code']} {one['name']}: {one['questions']}문항 가운데 {one['expected']:.1f}개 예상, {fail}{danger}")
    if report["enough_data"]:
        say(out, "한 시간 공부가 가장 크게 돕는 주제 (합격 확률, 점수)")
        for topic in report["topics"]:
            say(out, f"  {topic['code']} {topic['name']}: +{topic['per_hour']:.1%}, +{topic['points_per_hour']:.1f}점")
    for one in report["past"]:
        verdict = "합격" if one["passed"] else "불합격"
        say(out, f"모의고사 앞의 예측 {chance_words(one)} → {one['score']:.2f}점 {verdict}")
