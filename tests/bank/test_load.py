"""A broken bank loses what is broken and nothing else, and every fault is one line that names its place."""

import pytest

from quizapp.bank.load import read_bank
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


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(BankUnreadableError, match="없는곳"):
        read_bank(tmp_path / "없는곳")
