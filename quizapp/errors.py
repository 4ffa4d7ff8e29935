"""What can go wrong and be told to a person: one class a failure, the sentence in its constructor."""

import shlex
from pathlib import Path


class QuizappError(Exception):
    """A failure with a Korean sentence that says what happened and what to do."""


def _quoted(text: str, most: int = 40) -> str:
    """What was typed, in quotes; of a long text its beginning."""
    return repr(text if len(text) <= most else f"{text[:most]}…")


def restore_command(backup: Path) -> str:
    """The command that puts *backup* back, to be typed as it stands."""
    name = str(backup)
    return f'quizapp restore "{name}"' if any(letter.isspace() for letter in name) else f"quizapp restore {name}"


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


class DataFolderError(QuizappError):
    """The data folder cannot be made or written."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            f"자료 폴더에 쓸 수 없습니다: {folder} ({reason}). 권한과 남은 공간을 확인하거나 QUIZAPP_HOME으로 다른 폴더를 정하세요."
        )


class DatabaseNewerError(QuizappError):
    """The database was written by a later version."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            f"이 기록은 더 새로운 quizapp이 만들었습니다(판 {found}, 이 프로그램은 {known}까지): {path}. "
            "quizapp을 새 판으로 올리세요. 파일은 그대로 두었습니다."
        )


class DatabaseDamagedError(QuizappError):
    """The file is not a sound SQLite database."""

    def __init__(self, path: Path, reason: str, backup: Path | None) -> None:
        if backup is not None:
            way_out = f"성한 백업으로 되돌리세요: `{restore_command(backup)}`"
        else:
            way_out = (
                "성한 백업을 찾지 못했습니다. 다른 곳에 둔 백업이 있으면 `quizapp restore 백업파일`로 되돌리고, "
                "없으면 파일을 다른 곳으로 옮긴 뒤 새로 시작하세요."
            )
        super().__init__(f"기록 파일이 손상되었습니다: {path} ({reason}). 파일은 그대로 두었습니다. {way_out}")
        self.reason = reason


class DatabaseForeignError(QuizappError):
    """The file in the place of the data file is a database of something else."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"quizapp의 기록이 아닌 파일이 기록 자리에 있습니다: {path}. 파일은 그대로 두었습니다. 다른 곳으로 옮기고 다시 여세요."
        )


class DatabaseUnreadableError(QuizappError):
    """The disk does not give what the file holds."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"기록 파일을 읽지 못했습니다: {path} ({reason}). 디스크가 연결되어 있는지, 읽을 권한이 있는지 확인하고 다시 여세요."
        )


class DatabaseReplacedError(QuizappError):
    """The file that is open is no longer the one in its place."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"기록 파일이 없어졌거나 다른 파일로 바뀌었습니다: {path}. 방금 한 일은 저장하지 않았습니다. 이 창을 닫고 다시 여세요."
        )


class DatabaseBusyError(QuizappError):
    """Another process holds the database for too long."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"다른 프로그램이 기록을 쓰고 있어 저장하지 못했습니다: {path}. 다른 quizapp 창을 닫고 다시 시도하세요.")


class AnswerNotSavedError(QuizappError):
    """An answer could not be written; the question stays open."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"답을 저장하지 못했습니다: {path} ({reason}). 디스크 공간과 권한을 확인하고 다시 답하세요. 앞의 답은 저장되어 있습니다."
        )


class SittingMovedError(QuizappError):
    """Another window has answered this question of the sitting already."""

    def __init__(self) -> None:
        super().__init__("이 문항은 다른 창에서 이미 답했습니다. 처음 화면으로 가서 '이어하기'를 고르세요.")


class SittingChangedError(QuizappError):
    """The answers before this one are not what this window showed: another window has taken one back, or a backup was restored."""

    def __init__(self) -> None:
        super().__init__("이 풀이의 앞선 답이 다른 창에서 바뀌어 이 답은 저장하지 않았습니다. 처음 화면으로 가서 '이어하기'를 고르세요.")


class SittingGoneError(QuizappError):
    """The sitting is no longer in the data file: a backup was restored that does not have it."""

    def __init__(self) -> None:
        super().__init__("백업을 되돌린 기록에 이 풀이가 없어 이 답은 저장하지 않았습니다. 처음 화면으로 가서 새로 시작하세요.")


class AnswerNotLastError(QuizappError):
    """The answer to be taken back is no longer the last one of its sitting."""

    def __init__(self) -> None:
        super().__init__(
            "다른 창에서 이 풀이를 더 풀어 마지막 답이 아니게 되었으므로 되돌리지 않았습니다. 처음 화면으로 가서 '이어하기'를 고르세요."
        )


class BackupUnsoundError(QuizappError):
    """A file that cannot take the place of the data file."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"되돌릴 수 없는 백업입니다: {path} ({reason}). 지금의 기록은 그대로 두었습니다.")


class BackupExistsError(QuizappError):
    """A copy would take the place of a file."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"이미 있는 파일이라 덮어쓰지 않았습니다: {path}. 다른 이름을 쓰거나 폴더를 주세요.")


class BackupOntoItselfError(QuizappError):
    """A copy would take the place of the data file itself."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"기록 파일 자신의 자리에는 백업할 수 없습니다: {path}. 다른 이름을 쓰거나 폴더를 주세요.")


class BackupNotWrittenError(QuizappError):
    """A copy cannot be written where it should lie."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"백업을 쓰지 못했습니다: {path} ({reason}). 권한과 남은 공간을 확인하거나 다른 곳을 정하세요.")


class SettingError(QuizappError):
    """A setting that does not exist, or a value that it cannot take."""

    def __init__(self, name: str, expected: str) -> None:
        super().__init__(f"설정을 바꿀 수 없습니다: {name} ({expected})")


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


class NoExamDateError(QuizappError):
    """Planning towards an exam without a date that is still to come."""

    def __init__(self) -> None:
        super().__init__("앞으로 올 시험일이 없습니다. `quizapp config set exam-date 2027-04-03`처럼 정하세요.")


class NotRestingError(QuizappError):
    """A name of something that was not put aside."""

    def __init__(self, name: str) -> None:
        super().__init__(f"빼 둔 것이 아닙니다: {name}. `quizapp suspended`로 볼 수 있습니다.")
