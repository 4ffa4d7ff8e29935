"""Opening a desk: bank and data file made ready, and what the learner should know of it."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.bank.open import open_bank
from quizapp.errors import restore_command
from quizapp.paths import Folders, default_bank
from quizapp.store import answers, memories, settings, slips
from quizapp.store.database import open_database
from quizapp.store.health import EXAM_SETTING
from quizapp.usecases.desk import Desk

if TYPE_CHECKING:
    from quizapp.usecases.correct import Corrected


def open_desk(bank_folder: Path, folders: Folders, on_compile: Callable[[], None]) -> Desk:
    """The desk on the bank in *bank_folder*; *on_compile* is called where the bank must be compiled first.

    Raises the errors of `open_bank` and `open_database`.
    """
    bank = open_bank(bank_folder, folders.cache, on_compile)
    desk = Desk(bank=bank, database=open_database(folders.database(bank.exam.id)), bank_option=_bank_option(bank_folder))
    if not settings.get(desk.database, EXAM_SETTING, ""):
        settings.put(desk.database, EXAM_SETTING, bank.exam.id)
    if memories.are_stale(desk.database):
        from quizapp.usecases.remember import rebuild

        rebuild(desk.database)
    if slips.are_stale(desk.database):
        from quizapp.usecases.slips import rebuild as rebuild_slips

        rebuild_slips(desk.database)
    return replace(desk, notices=_notices(desk))


def _notices(desk: Desk) -> list[str]:
    notices = []
    if answers.is_empty(desk.database) and (copy := _copy_with_answers(desk)):
        notices.append(f"기록 파일이 비어 있어 새로 시작합니다. 답이 있는 백업을 되돌리려면: `{restore_command(copy)}`")
    if left_out := [problem for problem in desk.bank.problems if not problem.warning]:
        first, command = min(left_out), desk.command("bank check")
        place = f"{first.file}:{first.line}"
        notices.append(f"문제은행에서 {len(left_out)}곳을 읽지 못해 뺐습니다 (첫 곳 {place}). 모두 보기: `{command}`")
    if desk.bank.corrected() and (corrected := _regraded(desk)):
        right, wrong = sum(one.now_right for one in corrected), sum(one.now_wrong for one in corrected)
        papers = len(frozenset[str]().union(*(one.papers for one in corrected)))
        notices.append(
            f"정답이 바로잡힌 문항 {len(corrected)}개의 앞선 답을 다시 채점했습니다: 맞음으로 {right}개, 틀림으로 {wrong}개."
            + (f" 모의고사 {papers}회의 점수가 바뀌었습니다." if papers else "")
        )
    return notices


def _bank_option(folder: Path) -> str:
    """How a command names the bank in *folder*."""
    return "" if folder == default_bank() else f"--bank {shlex.quote(str(folder))}"


def _copy_with_answers(desk: Desk) -> Path | None:
    from quizapp.store.backup import newest_good  # looking through copies waits until the log is found empty

    return newest_good(desk.database.path)


def _regraded(desk: Desk) -> list[Corrected]:
    from quizapp.usecases.correct import regrade  # with what it needs, 8 ms of a start that seldom has to regrade

    return regrade(desk)
