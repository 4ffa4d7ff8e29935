"""What can go wrong while answering and planning."""

from quizapp.errors.base import QuizappError


def _quoted(text: str, most: int = 40) -> str:
    """What was typed, in quotes; of a long text its beginning."""
    return repr(text if len(text) <= most else f"{text[:most]}…")


class NumberFormatError(QuizappError):
    """A typed answer that is not a number in any accepted form."""

    def __init__(self, text: str) -> None:
        said = f"수로 읽을 수 없습니다: {_quoted(text)}" if text.strip() else "답이 비어 있습니다. 수를 적으세요"
        super().__init__(f"{said}. 예: 0.75, 75%, 3/4, 1 1/2, -1.5")


class ResponseFormatError(QuizappError):
    """An answer that is none of the possible ones; it costs nothing."""

    def __init__(self, text: str, expected: str) -> None:
        super().__init__(f"{expected}: {_quoted(text)}" if text.strip() else f"{expected}.")


class SittingFinishedError(QuizappError):
    """The sitting has no question left to answer."""

    def __init__(self) -> None:
        super().__init__("이미 끝난 풀이입니다.")


class NotAnsweredError(QuizappError):
    """The step needs an answer that has not been given."""

    def __init__(self) -> None:
        super().__init__("아직 답하지 않은 문항입니다.")


class NothingToResumeError(QuizappError):
    """There is no interrupted sitting to go on with; *command* starts one."""

    def __init__(self, command: str) -> None:
        super().__init__(f"이어서 풀 것이 없습니다. 새로 시작하기: `{command}`")


class OutputError(QuizappError):
    """What was to be shown cannot be written."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"출력을 쓸 수 없습니다: {reason}. 저장된 답은 그대로입니다.")


class NothingToUndoError(QuizappError):
    """No answer of this sitting is left to take back."""

    def __init__(self) -> None:
        super().__init__("되돌릴 답이 없습니다.")


class SettingError(QuizappError):
    """A setting that does not exist, or a value that it cannot take."""

    def __init__(self, name: str, expected: str) -> None:
        super().__init__(f"설정을 바꿀 수 없습니다: {name} ({expected})")


class NoExamDateError(QuizappError):
    """Planning towards an exam without a date that is still to come."""

    def __init__(self) -> None:
        super().__init__("앞으로 올 시험일이 없습니다. `quizapp config set exam-date 2027-04-03`처럼 정하세요.")


class NotRestingError(QuizappError):
    """A name of something that was not put aside."""

    def __init__(self, name: str) -> None:
        super().__init__(f"빼 둔 것이 아닙니다: {name}. `quizapp suspended`로 볼 수 있습니다.")
