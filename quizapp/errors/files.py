"""What can go wrong with the data file and its copies."""

from pathlib import Path

from quizapp.errors.base import QuizappError


def restore_command(backup: Path) -> str:
    """The command that puts *backup* back, to be typed as it stands."""
    name = str(backup)
    return f'quizapp restore "{name}"' if any(letter.isspace() for letter in name) else f"quizapp restore {name}"


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
