"""A broken bank loses what is broken and nothing else, and every fault is one line that names its place."""

import os

import pytest

from quizapp.bank.check import check
from quizapp.bank.load import read_bank, read_files
from quizapp.bank.open import open_bank
from quizapp.errors import BankUnreadableError
from tests.sample_bank import item


def ids(bank):
    return {entry.item.id for entry in bank.entries}


def test_a_sound_bank_is_read_whole(bank_folder):
    bank = read_bank(bank_folder)
    assert bank.problems == []
    assert len(bank.entries) == 9
    assert bank.exam.title == "견본 시험"
    assert bank.skills == {"scaling.standard": "2-1-1-1"}
    assert [topic.code for topic in bank.syllabus.subjects] == ["1", "2"]


def test_a_file_with_a_syntax_error_is_left_out_and_the_others_stay(bank_folder):
    path = bank_folder / "2_second" / "2-1-1.yaml"
    path.write_text("- id: x\n  kind: [choice\n", encoding="utf-8")
    bank = read_bank(bank_folder)
    assert len(bank.entries) == 6
    assert [(problem.file, problem.code) for problem in bank.problems] == [("2_second/2-1-1.yaml", "yaml-syntax")]


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("level: 2", "level: 4", "schema", "level"),
        ("  point: 논점 7\n", "", "schema", "point"),
        ("kind: choice\n  syllabus: 2-1-1-1\n  point: 논점 7", "kind: essay\n  syllabus: 2-1-1-1\n  point: 논점 7", "schema", "kind"),
        ("text: 가 보기 7,", "text: 가 보기 7, correct: true,", "schema", "정답이 2개"),
        ("text: 가 보기 7,", "text: 나 보기 7,", "schema", "글이 같은 보기"),
        ("id: sample-item-0007", "id: sample-item-0006", "duplicate-id", "같은 id"),
        ("syllabus: 2-1-1-1\n  point: 논점 7", "syllabus: 2-1-1-9\n  point: 논점 7", "unknown-code", "2-1-1-9"),
        ("point: 논점 7\n  level: 2", "point: 논점 7\n  levle: 2", "schema", "levle"),
    ],
)
def test_a_faulty_item_is_left_out_with_its_place(bank_folder, old, new, code, words):
    path = bank_folder / "2_second" / "2-1-1.yaml"
    text = path.read_text(encoding="utf-8")
    head, seventh = text.split("- id: sample-item-0007")
    changed = head + ("- id: sample-item-0007" + seventh).replace(old, new, 1)
    path.write_text(changed, encoding="utf-8")
    bank = read_bank(bank_folder)
    assert "sample-item-0007" not in ids(bank)
    assert {"sample-item-0006", "sample-item-0008"} <= ids(bank)
    found = [problem for problem in bank.problems if problem.code == code]
    assert found, bank.problems
    assert found[0].line > 1
    assert any(words in problem.message for problem in found)


def test_the_same_id_in_two_files_names_the_first_place(bank_folder):
    path = bank_folder / "2_second" / "2-1-1.yaml"
    path.write_text(item(1, "2-1-1-1"), encoding="utf-8")
    (problem,) = read_bank(bank_folder).problems
    assert problem.code == "duplicate-id"
    assert "1_first/1-1-1.yaml:1" in problem.message


@pytest.mark.parametrize("name", ["exam.yaml", "syllabus.yaml"])
def test_without_rules_or_syllabus_there_is_no_bank(bank_folder, name):
    (bank_folder / name).write_text("a: 1\na: 2\n", encoding="utf-8")
    with pytest.raises(BankUnreadableError) as refused:
        read_bank(bank_folder)
    assert f"{name}:2" in str(refused.value)


@pytest.mark.parametrize("name", ["exam.yaml", "syllabus.yaml"])
@pytest.mark.parametrize("text", [None, "a: 1\na: 2\n", "", "[]\n", "- x\n"])
def test_without_rules_or_syllabus_the_other_files_are_checked_all_the_same(bank_folder, name, text):
    if text is None:
        (bank_folder / name).unlink()
    else:
        (bank_folder / name).write_text(text, encoding="utf-8")
    path = bank_folder / "2_second" / "2-1-1.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("point: 논점 7", "point: 없는 논점"), encoding="utf-8")
    found = check(read_files(bank_folder))
    assert {(problem.file, problem.code in {"schema", "unreadable", "duplicate-key"}) for problem in found} == {
        (name, True),
        ("2_second/2-1-1.yaml", False),
    }
    with pytest.raises(BankUnreadableError, match=name):
        read_bank(bank_folder)


def added(path, text):
    path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + text, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text", "code", "line"),
    [
        ("syllabus.yaml", "- {code: 1-1, name: 또 첫 항목}\n", "duplicate-code", 10),
        ("syllabus.yaml", "- {code: 1-7-1, name: 떠 있는 항목}\n", "no-parent", 10),
        ("skills.yaml", "no.such: 2-1-1-1\n", "unknown-skill", 2),
        ("skills.yaml", "metrics.f_score: 2-1-1-9\n", "unknown-code", 2),
    ],
)
def test_what_the_syllabus_and_the_skills_must_not_hold_is_found(bank_folder, name, text, code, line):
    added(bank_folder / name, text)
    (problem,) = check(read_files(bank_folder), {"scaling.standard", "metrics.f_score"})
    assert (problem.file, problem.line, problem.code) == (name, line, code)
    assert len(read_bank(bank_folder).entries) == 9


@pytest.mark.parametrize("name", ["skills.yml", "1_first/more.yml", "1_first/deep/1-1-1.yaml", "a/b/c/d.yaml"])
def test_a_file_that_nobody_reads_is_told(bank_folder, name):
    (bank_folder / name).parent.mkdir(parents=True, exist_ok=True)
    (bank_folder / name).write_text("[]\n", encoding="utf-8")
    (problem,) = read_files(bank_folder).problems
    assert (problem.file, problem.code, problem.warning) == (name, "ignored-file", True)


def test_what_is_hidden_or_no_yaml_needs_no_words(bank_folder):
    for name in (".git/x.yml", "1_first/.idea/a/b.yaml", "README.md", "1_first/notes.txt"):
        added_path = bank_folder / name
        added_path.parent.mkdir(parents=True, exist_ok=True)
        added_path.write_text("[", encoding="utf-8")
    assert read_files(bank_folder).problems == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
@pytest.mark.parametrize("name", ["1_first/pipe.yaml", "skills.yaml", "1_first/device.yaml", "1_first/folder.yaml", "1_first/gone.yaml"])
def test_only_files_are_read(bank_folder, tmp_path, name):
    path = bank_folder / name
    path.unlink(missing_ok=True)
    match path.stem:
        case "device":
            path.symlink_to("/dev/zero")
        case "folder":
            path.mkdir()
        case "gone":
            path.symlink_to(tmp_path / "nowhere")
        case _:
            os.mkfifo(path)
    bank = open_bank(bank_folder, tmp_path / "cache", lambda: None)
    (problem,) = bank.problems
    assert (problem.file, problem.code) == (name, "unreadable")
    assert problem.message.isascii() is False
    assert "No such" not in problem.message
    bank.close()


def test_a_file_name_that_is_no_text_is_told_in_a_printable_form(bank_folder, tmp_path):
    try:
        (bank_folder / "1_first" / os.fsdecode(b"\x1b[31m\xb0\xa1.yaml")).write_text("[", encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes no such name")
    bank = open_bank(bank_folder, tmp_path / "cache", lambda: None)
    assert [problem.file.isprintable() for problem in bank.problems] == [True]
    bank.close()


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(BankUnreadableError, match="없는곳"):
        read_bank(tmp_path / "없는곳")
