"""What can go wrong with mock papers."""

from quizapp.errors.base import QuizappError


class UnknownFormError(QuizappError):
    """A kind of paper that the exam does not have."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"그런 모의고사가 없습니다: {name}. 있는 것: {', '.join(known)}")


class PaperShortError(QuizappError):
    """A bank with too few questions for a paper; `possible` is the largest form that works, empty where none does."""

    def __init__(self, form: str, lacking: list[tuple[str, int, bool]], possible: str) -> None:
        self.possible = possible
        parts = ", ".join(f"{code} {'계산 ' if computed else ''}{count}문항" for code, count, computed in lacking)
        commands = {"half": "--half", "full": ""}
        offered = commands.get(possible, f"--subject {possible.removeprefix('subject-')}")
        advice = f"지금 만들 수 있는 가장 큰 시험지: `quizapp exam {offered}`" if possible else "아직 만들 수 있는 시험지가 없습니다"
        super().__init__(f"문제은행이 모자라 시험지({form})를 만들 수 없습니다. 모자란 것: {parts}. {advice}.")


class UnknownExamError(QuizappError):
    """An id that no paper has."""

    def __init__(self, identity: str) -> None:
        super().__init__(f"그런 모의고사가 없습니다: {identity}. `quizapp exam list --json`으로 id를 볼 수 있습니다.")


class NoOpenExamError(QuizappError):
    """There is no paper to go on with."""

    def __init__(self) -> None:
        super().__init__("이어서 볼 모의고사가 없습니다. `quizapp exam`으로 시작하세요.")


class ExamOpenError(QuizappError):
    """A paper that was not submitted shows no result."""

    def __init__(self) -> None:
        super().__init__("아직 제출하지 않은 시험지입니다. `quizapp exam resume`으로 이어서 보세요.")


class StrikeRefusedError(QuizappError):
    """The choice that is the answer cannot be struck out."""

    def __init__(self, number: int) -> None:
        super().__init__(f"{number}번은 지금 고른 답이라 지울 수 없습니다. 다른 답을 고르고 지우세요.")


class TimeIsOverError(QuizappError):
    """The paper's time has run out; nothing more is taken, and it is handed in as it is."""

    def __init__(self) -> None:
        super().__init__("시간이 다 되었습니다.")
