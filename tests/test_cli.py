"""The commands as a user or a program calls them: real processes, real files."""

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest


def rows(out):
    return [json.loads(line) for line in out.splitlines()]


def test_a_plain_quiz_is_answered_line_by_line(quizapp, bank):
    out, _ = quizapp("quiz", "--plain", "--bank", bank, "--topic", "1", "--count", "3", "--seed", "4", given="1\n2\n3\n")
    assert "[3/3]" in out
    assert "3문항 가운데" in out
    assert out.count("근거: 견본 교과서") == 3
    log = rows(quizapp("db", "export", "--json", "--bank", bank)[0])
    assert [row["response"] for row in log] == ["1", "2", "3"]
    (summary,) = rows(quizapp("stats", "--json", "--bank", bank)[0])
    assert summary["answers"] == 3
    assert summary["correct"] == sum(row["correct"] for row in log)
    assert summary["new"] > 0
    assert {"due", "retention", "recall_log_loss", "leeches"} <= summary.keys()


def test_without_a_terminal_the_plain_form_is_taken(quizapp, bank):
    out, _ = quizapp("quiz", "--bank", bank, "--count", "2", "--topic", "1", given="1\n1\n")
    assert "[1/2]" in out


def test_a_quiz_whose_input_ends_keeps_what_was_answered(quizapp, bank):
    out, _ = quizapp("quiz", "--bank", bank, "--topic", "1", "--count", "3", given="1\n")
    assert f"`quizapp resume --plain --bank {bank}`" in out
    assert len(rows(quizapp("db", "export", "--json", "--bank", bank)[0])) == 1


def test_guess_undo_and_nonsense_in_plain_form(quizapp, bank):
    lines = "0\n1\nu\n2\nxyz\n9\n3\nq\n"
    out, _ = quizapp("quiz", "--bank", bank, "--topic", "1", "--count", "3", given=lines)
    assert "찍음으로 표시했습니다" in out
    assert "1에서 4 사이" in out
    log = rows(quizapp("db", "export", "--json", "--bank", bank)[0])
    assert [(row["response"], row["unsure"], row["undone"]) for row in log] == [("1", True, True), ("2", False, False), ("3", False, False)]


def test_a_drill_and_its_plan_in_plain_form(quizapp, bank):
    _, err = quizapp("plan", "--bank", bank, status=1)
    assert "시험일이 없습니다" in err
    quizapp("config", "set", "exam-date", (datetime.now(UTC) + timedelta(days=9)).date().isoformat(), "--bank", bank)
    out, _ = quizapp("drill", "--plain", "--bank", bank, "--count", "2", "--topic", "1", given="s\n1\n1\n")
    assert "새로 만나는 것" in out
    (name,) = quizapp("suspended", "--bank", bank)[0].split()
    assert "다시 묻습니다" in quizapp("suspended", "--lift", name, "--bank", bank)[0]
    assert "빼 둔 것이 아닙니다" in quizapp("suspended", "--lift", name, "--bank", bank, status=1)[1]
    (summary,) = rows(quizapp("plan", "--json", "--bank", bank)[0])
    assert summary["score_now"] <= summary["score"]
    assert 8 <= len(summary["days"]) <= 10
    assert "예상" in quizapp("plan", "--bank", bank)[0]


def test_bank_text_with_brackets_is_printed_as_written(quizapp, bank):
    out, _ = quizapp("quiz", "--bank", bank, "--topic", "1-1-1-1", "--count", "3", given="1\n1\n1\n")
    assert "배열 a[i]와 [b]x, 구간 [0, 1], 닫는 표시 [/] 가운데" in out


def test_the_bank_is_exported_with_the_named_fields(quizapp, bank):
    items = rows(quizapp("bank", "export", "--json", "--bank", bank)[0])
    choice = next(row for row in items if row["id"] == "sample-item-0004")
    assert {"id", "kind", "syllabus", "point", "level", "revision", "stem", "data", "choices", "explanation", "reference", "tags"} <= set(
        choice
    )
    assert choice["data"]["columns"] == ["구분", "예측 양성", "예측 음성"]
    assert [sorted(entry) for entry in choice["choices"]] == [["correct", "text", "why"]] * 4
    card = next(row for row in items if row["kind"] == "card")
    assert (card["front"], card["back"]) == ("앞면", "뒷면")


def test_bank_check_says_where_and_ends_with_one(quizapp, bank, tmp_path):
    assert quizapp("bank", "check", "--bank", bank) == ("", "")
    (tmp_path / "bank" / "1_first" / "1-1-1.yaml").write_text("- id: a-b\n  id: c-d\n", encoding="utf-8")
    out, _ = quizapp("bank", "check", "--bank", bank, status=1)
    assert out.startswith("1_first/1-1-1.yaml:2: duplicate-key - ")
    assert len(out.splitlines()) == 1


def test_bank_check_goes_on_where_rules_or_syllabus_are_broken(quizapp, bank, tmp_path):
    (tmp_path / "bank" / "exam.yaml").unlink()
    (tmp_path / "bank" / "syllabus.yaml").write_text("- {code: x, name: 1}\n", encoding="utf-8")
    (tmp_path / "bank" / "1_first" / "1-1-1.yaml").write_text("- id: a-b\n  id: c-d\n", encoding="utf-8")
    out, err = quizapp("bank", "check", "--guessers", "--bank", bank, status=1)
    assert err == ""
    assert [line.split(" ")[:2] for line in out.splitlines()] == [
        ["1_first/1-1-1.yaml:2:", "duplicate-key"],
        ["exam.yaml:1:", "unreadable"],
        ["syllabus.yaml:1:", "schema"],
        ["syllabus.yaml:1:", "schema"],
    ]


def test_bank_check_knows_the_skills_that_have_exercises(quizapp, bank, tmp_path):
    (tmp_path / "bank" / "skills.yaml").write_text("scaling.standrad: 2-1-1-1\n", encoding="utf-8")
    assert "unknown-skill" in quizapp("bank", "check", "--bank", bank, status=1)[0]


def test_a_text_that_hides_control_characters_is_not_exported(quizapp, bank, tmp_path):
    path = tmp_path / "bank" / "2_second" / "2-1-1.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace('"라 보기 [7]"', '"\\e[31m\\u202e라"'), encoding="utf-8")
    assert "control-character" in quizapp("bank", "check", "--bank", bank, status=1)[0]
    assert "\\u001b" not in quizapp("bank", "export", "--json", "--bank", bank)[0]


def test_the_exercise_commands_give_the_named_fields(quizapp):
    listed = rows(quizapp("exercise", "list", "--json")[0])
    assert all(set(row) == {"skill", "template", "title", "syllabus"} for row in listed)
    made = rows(quizapp("exercise", "make", "scaling.standard", "--seed", "5", "--count", "3", "--difficulty", "extended", "--json")[0])
    assert [row["seed"] for row in made] == [5, 6, 7]
    wanted = {
        "skill", "template", "seed", "difficulty", "version", "syllabus", "stem", "data", "answer", "shown", "decimals", "unit", "choices",
        "mistakes", "steps", "code",
    }  # fmt: skip
    assert all(set(row) == wanted for row in made)
    assert all(set(choice) == {"text", "value", "correct", "why"} for row in made for choice in row["choices"])
    again = rows(quizapp("exercise", "make", made[1]["template"], "--seed", "6", "--difficulty", "extended", "--json")[0])
    assert again == [made[1]]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("exercise", "make", "no.such", "--seed", "1", "--json"), "no.such"),
        (("quiz", "--topic", "9-9", "--plain"), "9-9"),
        (("bank", "check", "--bank", "/nowhere/at/all"), "/nowhere/at/all"),
        (("stats", "--json", "--bank", "/nowhere/at/all"), "/nowhere/at/all"),
        (("resume",), "이어서 풀 것이 없습니다"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_on_standard_error(quizapp, arguments, words):
    out, err = quizapp(*arguments, status=1)
    assert out == ""
    assert words in err.splitlines()[-1]


def test_a_data_folder_that_cannot_be_written_is_named(quizapp, bank, tmp_path):
    (tmp_path / "file").write_text("")
    _, err = quizapp("stats", "--json", "--bank", bank, status=1, QUIZAPP_HOME=str(tmp_path / "file"))
    assert "쓸 수 없습니다" in err


def test_output_is_utf_8_where_the_system_is_not(quizapp, bank):
    out, _ = quizapp("bank", "export", "--json", "--bank", bank, PYTHONIOENCODING="cp949", PYTHONUTF8="0", LC_ALL="C")
    assert "괄호" not in out
    assert "견본" in out


def test_a_reader_that_goes_away_is_no_fault(home, bank):
    done = subprocess.run(
        f"{sys.executable} -m quizapp exercise make scaling.standard --seed 1 --count 300 --json | head -c 100",
        shell=True, capture_output=True, check=False,
    )  # fmt: skip
    assert done.stderr.decode().replace("문제은행을 준비하고 있습니다…\n", "") == ""


def test_the_path_of_the_data_follows_the_home_and_the_exam(quizapp, bank, home):
    assert quizapp("db", "path", "--bank", bank)[0].strip() == str(home / "sample-exam.db")
