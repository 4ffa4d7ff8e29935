"""Copies of the data file: whole, private, sound, and never in the place of something else."""

import os
import stat
from contextlib import closing

import pytest

from quizapp.errors import BackupExistsError, BackupNotWrittenError, BackupOntoItselfError, DatabaseDamagedError
from quizapp.store.backup import KEPT_DAYS, backup, backup_as_asked, backup_folder, daily_backup, free_name, newest_good
from quizapp.store.database import VERSION, open_database
from tests.store.files import DAMAGES, begin, count, damage, give, make


@pytest.fixture
def path(home):
    return home / "exam.db"


def names(path):
    return sorted(copy.name for copy in backup_folder(path).iterdir())


def test_a_copy_holds_what_is_still_in_the_write_ahead_log(path, tmp_path):
    with closing(open_database(path)) as database:
        give(database, begin(database), 0)
        copy = backup(path, tmp_path / "copies" / "one.db")
        assert count(copy) == 1
    if os.name == "posix":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_copy_takes_no_file_s_place(path, tmp_path):
    make(path, 1)
    other = tmp_path / "letter.txt"
    other.write_text("dear")
    with pytest.raises(BackupExistsError, match=r"letter\.txt"):
        backup(path, other)
    assert other.read_text() == "dear"
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []


def test_a_copy_onto_the_data_file_itself_is_refused(path):
    make(path, 1)
    with pytest.raises(BackupOntoItselfError):
        backup(path, path.parent / "." / path.name)
    assert count(path) == 1


def test_a_file_that_appears_while_the_copy_is_made_stays(path, tmp_path, monkeypatch):
    from quizapp.store import backup as module

    make(path, 1)
    target = tmp_path / "one.db"

    def meanwhile(connection):
        target.write_text("theirs")
        return []

    monkeypatch.setattr(module, "damage_in", meanwhile)
    with pytest.raises(BackupExistsError):
        backup(path, target)
    assert target.read_text() == "theirs"


def test_a_folder_gets_the_copy_under_the_usual_name_and_a_second_one_in_the_same_second_another(path, tmp_path):
    make(path, 1)
    assert backup_as_asked(path, tmp_path, "20270301-100000") == tmp_path / "exam-20270301-100000.db"
    assert backup_as_asked(path, tmp_path, "20270301-100000") == tmp_path / "exam-20270301-100000-2.db"
    assert backup_as_asked(path, None, "20270301-100000") == backup_folder(path) / "exam-20270301-100000.db"
    assert backup_as_asked(path, tmp_path / "named.db", "") == tmp_path / "named.db"


def test_a_free_name_is_the_wanted_one_or_the_first_number(tmp_path):
    for name in ("a.db", "a-2.db", "a-4.db"):
        (tmp_path / name).touch()
    assert free_name(tmp_path / "b.db").name == "b.db"
    assert free_name(tmp_path / "a.db").name == "a-3.db"


def test_one_copy_a_day_is_made_and_old_ones_go(path):
    make(path, 1)
    assert daily_backup(path, "2027-03-01").name == "exam-2027-03-01.db"
    assert daily_backup(path, "2027-03-01") is None
    for day in range(2, KEPT_DAYS + 5):
        daily_backup(path, f"2027-03-{day:02}")
    assert len(names(path)) == KEPT_DAYS
    assert names(path)[-1] == f"exam-2027-03-{KEPT_DAYS + 4:02}.db"


@pytest.mark.parametrize("how", DAMAGES)
def test_a_damaged_file_is_not_kept_as_the_day_s_copy_and_no_good_copy_goes_for_it(path, how):
    make(path, 40)
    for day in range(1, KEPT_DAYS + 1):
        daily_backup(path, f"2027-03-{day:02}")
    before = names(path)
    damage(path, how)
    with pytest.raises(DatabaseDamagedError, match=f"quizapp restore .*exam-2027-03-{KEPT_DAYS}"):
        daily_backup(path, "2027-03-20")
    assert names(path) == before


def test_the_newest_good_copy_is_whole_has_answers_and_is_of_this_version(path):
    make(path, 40)
    good = daily_backup(path, "2027-03-01")
    for number, (name, how) in enumerate([("exam-2027-03-02.db", "zeroed"), ("exam-2027-03-03.db", "torn")], 1):
        damage(backup(path, backup_folder(path) / name), how)
        os.utime(backup_folder(path) / name, (2e9 + number, 2e9 + number))
    later = backup(path, backup_folder(path) / "exam-2027-03-04.db")
    with closing(open_database(later)) as database:
        database.connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    (backup_folder(path) / "exam-notes.db").mkdir()
    (backup_folder(path) / "exam-empty.db").touch()
    backup(make(path.parent / "exam-other.db", 0), backup_folder(path) / "exam-2027-03-05.db")
    assert newest_good(path) == good


def test_a_place_that_cannot_be_written_is_named(path, tmp_path):
    make(path, 1)
    (tmp_path / "file").write_text("")
    with pytest.raises(BackupNotWrittenError, match="file"):
        backup(path, tmp_path / "file" / "one.db")
