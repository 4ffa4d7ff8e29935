"""What can be wrong with a bank, and with what is asked of it."""

import shlex
from pathlib import Path

from quizapp.errors.base import QuizappError


class BankUnreadableError(QuizappError):
    """The folder has no usable exam rules or syllabus, so nothing can be asked from it."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            f"문제은행을 열 수 없습니다: {folder} ({reason}). "
            f"--bank로 다른 폴더를 정하거나 모두 살펴보세요: `quizapp bank check --bank {shlex.quote(str(folder))}`"
        )


class UnknownTopicError(QuizappError):
    """A code that the syllabus does not have."""

    def __init__(self, code: str) -> None:
        super().__init__(f"출제기준에 없는 코드입니다: {code}. 예: 3 (과목), 3-2 (주요항목), 3-2-1 (세부항목), 3-2-1-4 (세세항목)")


class NothingToAskError(QuizappError):
    """The chosen topics hold no question and no exercise."""

    def __init__(self, topics: tuple[str, ...]) -> None:
        chosen = ", ".join(topics) or "전체"
        super().__init__(f"고른 주제({chosen})에 아직 문항이 없습니다. 더 넓은 주제를 고르세요.")


class UnknownExerciseError(QuizappError):
    """A name that is neither a skill nor a template."""

    def __init__(self, name: str) -> None:
        super().__init__(f"그런 기술이나 틀이 없습니다: {name}. `quizapp exercise list --json`으로 이름을 볼 수 있습니다.")


class NoVariantError(QuizappError):
    """A template found no numbers that satisfy the contract for this seed."""

    def __init__(self, template: str, seed: int) -> None:
        super().__init__(f"{template} 틀이 씨앗 {seed}로 알맞은 수를 찾지 못했습니다. 다른 씨앗을 쓰세요.")
