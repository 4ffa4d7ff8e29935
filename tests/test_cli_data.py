"""Backup, restore and a data file with something wrong, as a learner meets them: real processes, real files."""

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from quizapp.paths import folders
from quizapp.store.backup import backup_folder
from tests.store.files import count, damage
from tests.test_cli import rows


@pytest.fixture
def path(home):
    return folders().database("sample-exam")


@pytest.fixture
def study(quizapp, bank):
    """Answers three questions in the plain form."""

    def run():
        quizapp("quiz", "--plain", "--bank", bank, "--topic", "1", "--count", "3", given="1\n2\n3\n")

    return run


def test_a_plain_sitting_leaves_the_day_s_copy(study, path):
    study()
    (copy,) = backup_folder(path).iterdir()
    assert count(copy) == 3


def test_a_copy_takes_no_file_s_place_and_a_folder_gets_one_inside(quizapp, bank, study, path, tmp_path):
    study()
    (tmp_path / "letter.txt").write_text("dear")
    (tmp_path / "folder").mkdir()
    assert "덮어쓰지 않았습니다" in quizapp("backup", str(tmp_path / "letter.txt"), "--bank", bank, status=1)[1]
    assert "자신의 자리" in quizapp("backup", str(path), "--bank", bank, status=1)[1]
    out, _ = quizapp("backup", str(tmp_path / "folder"), "--bank", bank)
    (copy,) = (tmp_path / "folder").iterdir()
    assert str(copy) in out
    assert (tmp_path / "letter.txt").read_text() == "dear"
    assert (count(copy), count(path)) == (3, 3)


@pytest.mark.parametrize(
    ("how", "table"), [("zeroed", "answer"), ("random", "memory"), ("zeroed", "sitting"), ("torn", "answer"), ("header", "answer")]
)
def test_damage_is_told_by_every_command_with_the_copy_that_helps(quizapp, bank, study, path, how, table):
    study()
    (copy,) = backup_folder(path).iterdir()
    damage(path, how, table)
    out, _ = quizapp("db", "check", "--bank", bank, status=1)
    assert f"quizapp restore {copy}" in out
    for command in (["stats"], ["drill", "--plain"], ["quiz", "--plain", "--count", "1"], ["db", "export"], ["backup"]):
        done = subprocess.run([sys.executable, "-m", "quizapp", *command, "--bank", bank], input=b"1\n", capture_output=True, check=False)
        told = done.stdout.decode() + done.stderr.decode()
        assert "Traceback" not in told
        assert "예상하지 못한" not in told
        assert "디스크 공간" not in told
        assert done.returncode == 0 or "기록 파일이 손상되었습니다" in told
    assert "기록 파일이 손상되었습니다" in told
    quizapp("restore", str(copy), "--bank", bank)
    assert quizapp("db", "check", "--bank", bank)[0] == "이상이 없습니다.\n"
    assert count(path) == 3


def test_a_file_that_was_emptied_is_begun_anew_with_a_word_on_the_copy(quizapp, bank, study, path):
    study()
    (copy,) = backup_folder(path).iterdir()
    path.write_bytes(b"")
    out, err = quizapp("stats", "--json", "--bank", bank)
    assert rows(out)[0]["answers"] == 0
    assert f"quizapp restore {copy}" in err


def test_unknown_files_beside_the_data_file_are_left_alone(quizapp, bank, study, path):
    study()
    backup_folder(path).joinpath("sample-exam-future.db").write_bytes(b"?" * 5000)
    with closing(sqlite3.connect(path.with_name("sample-exam-before-9-to-10.db"))) as future:
        future.execute("PRAGMA user_version = 99")
        future.execute("CREATE TABLE answer (x)")
    path.with_name("notes.db").write_text("mine")
    study()
    assert quizapp("db", "check", "--bank", bank)[0] == "이상이 없습니다.\n"
    assert path.with_name("notes.db").read_text() == "mine"
