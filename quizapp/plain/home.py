"""The first screen as plain text: how things stand, what is unfinished, what to call."""

from __future__ import annotations

from typing import TextIO

from quizapp.plain import say
from quizapp.usecases import config, exam_words
from quizapp.usecases.config_words import days_left
from quizapp.usecases.desk import Desk
from quizapp.usecases.exam_result import unfinished_summary
from quizapp.usecases.statistics import interrupted, statistics


def show_home(desk: Desk, out: TextIO) -> None:
    """The exam and the days left, the answers so far, and the commands, those for unfinished things first."""
    exam, today = config.exam_day(desk.database), desk.clock.today()
    say(out, desk.bank.exam.title + (f"  {days_left(exam, today)}" if exam is not None and exam >= today else ""))
    summary = statistics(desk)
    if summary["answers"]:
        say(out, f"지금까지 {summary['answers']}문항, 맞음 {summary['correct']}, {summary['minutes']:.0f}분")
    else:
        say(out, "아직 푼 문항이 없습니다.")
    say(out, "")
    if (standing := interrupted(desk)) is not None:
        done, total = standing
        say(out, f"이어하기 ({done}/{total}에서 멈춤): `{desk.command('resume --plain')}`")
    if (paper := unfinished_summary(desk)) is not None:
        said = f"{exam_words.form_title(paper.row.form)}, {exam_words.summary_words(paper)}"
        say(out, f"모의고사 이어서 ({said}): `{desk.command('exam resume --plain')}`")
    say(out, f"오늘 학습 ({config.get(desk.database, 'minutes')}분): `{desk.command('drill')}`")
    say(out, f"퀴즈: `{desk.command('quiz')}` (주제를 고르려면 --topic 3-2, 개수는 --count 20)")
    say(out, f"모의고사: `{desk.command('exam')}`")
    say(out, f"과목별 기록: `{desk.command('stats')}`")
    say(out, "모든 명령: `quizapp --help`")
