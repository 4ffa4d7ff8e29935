"""The program without a screen: going on, the text home, what was left out, streams that are closed, full or in another encoding."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ANSWERED = ("quiz", "--topic", "1", "--count", "3", "--seed", "4", "--bank")


def shell(line, **environment):
    """What a shell's redirections do to the program: status, standard error."""
    command = line.replace("quizapp", f"{sys.executable} -m quizapp", 1)
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False, env=os.environ | environment)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_an_interrupted_quiz_is_gone_on_with(quizapp, bank):
    quizapp(*ANSWERED, bank, given="1\n")
    out, _ = quizapp("resume", "--bank", bank, given="2\n3\n")
    assert "[1/3]" not in out
    assert "3문항 가운데" in out
    _, err = quizapp("resume", "--plain", "--bank", bank, status=1)
    assert f"`quizapp quiz --bank {bank}`" in err


def test_without_a_terminal_home_says_what_is_unfinished_and_what_to_call(quizapp, bank):
    out, _ = quizapp("--bank", bank)
    assert out.startswith("견본 시험")
    assert "resume" not in out
    quizapp(*ANSWERED, bank, given="1\n")
    out, _ = quizapp("--bank", bank)
    assert re.search(rf"1/3.*`quizapp resume --plain --bank {bank}`", out)
    for command in ("drill", "quiz", "stats"):
        assert f"`quizapp {command} --bank {bank}`" in out
    assert "1문항" in out


def test_an_open_paper_is_named_on_the_text_home(quizapp, bank):
    quizapp("exam", "--subject", "1", "--seed", "3", "--bank", bank, given="1\nㅂ\n")
    assert f"`quizapp exam resume --plain --bank {bank}`" in quizapp("--bank", bank)[0]


def test_the_text_home_counts_the_days_to_the_exam(quizapp, bank):
    quizapp("config", "set", "exam-date", "2999-12-31", "--bank", bank)
    assert re.search(r"D-\d+", quizapp("--bank", bank)[0])


@pytest.mark.parametrize(
    "arguments",
    [("--bank",), ANSWERED, ("quiz", "--plain", "--bank"), ("drill", "--count", "2", "--bank"), ("exam", "--subject", "1", "--bank")],
)
def test_what_was_left_out_of_a_broken_bank_is_told_on_standard_error(quizapp, bank, arguments):
    (Path(bank) / "2_second" / "2-1-1.yaml").write_text("- id: x\n  kind: [\n", encoding="utf-8")
    for _ in range(2):
        _, err = quizapp(*arguments, bank, given="q\n")
        assert "2_second/2-1-1.yaml:" in err
        assert f"`quizapp bank check --bank {bank}`" in err


def test_a_closed_input_is_an_empty_one(bank):
    status, out, err = shell(f"quizapp quiz --plain --topic 1 --bank {bank} <&-")
    assert (status, "예상하지 못한" in err) == (0, False)
    assert "그만둡니다" in out
    assert shell(f"quizapp --bank {bank} <&- >&- 2>&-") == (0, "", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a Linux device")
@pytest.mark.parametrize("command", ["quiz --plain --topic 1", "bank export --json", "stats", "--help"])
def test_a_full_output_is_one_sentence(bank, command, home):
    status, _, err = shell(f"quizapp --bank {bank} {command} </dev/null >/dev/full")
    assert status == 1
    assert err.splitlines()[-1] == "quizapp: 출력을 쓸 수 없습니다: 남은 공간이 없습니다. 저장된 답은 그대로입니다."
    assert not (home / "reports").exists()


@pytest.mark.parametrize("encoding", ["utf-8:surrogateescape", "utf-8", "ascii"])
def test_a_term_in_another_encoding_costs_nothing(quizapp, bank, encoding):
    path = Path(bank) / "1_first" / "1-1-1.yaml"
    from tests.sample_bank import OTHER_KINDS

    path.write_text(path.read_text(encoding="utf-8") + OTHER_KINDS, encoding="utf-8")
    out, _ = quizapp("quiz", "--kind", "term", "--bank", bank, given="정확도\n".encode("cp949"), PYTHONIOENCODING=encoding)
    assert "UTF-8" in out
    assert quizapp("db", "export", "--json", "--bank", bank)[0] == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("exercise", "make", "scaling.standard"), "--seed"),
        (("exercise", "make", "--seed", "1"), "NAME"),
        (("exercise", "make", "x", "--seed", "eins"), "--seed"),
        (("quiz", "--count", "0"), "1<=x<=200"),
        (("quiz", "--count"), "--count"),
        (("quiz", "--plain=1"), "--plain"),
        (("quiz", "--kind", "essay"), "choice"),
        (("quiz", "--cuont", "3"), "--count"),
        (("quiz", "3-2"), "3-2"),
        (("quiz", "3-2", "3-3"), "3-2 3-3"),
        (("quizz",), "quizz"),
        (("drill", "--minutes", "ten"), "--minutes"),
        (("drill", "--minutes", "10", "--count", "3"), "--minutes와 --count"),
        (("bank", "search"), "WORDS"),
    ],
)
def test_a_command_that_cannot_be_read_is_told_in_korean(quizapp, arguments, words):
    out, err = quizapp(*arguments, status=2)
    assert out == ""
    assert words in err
    said = re.sub(r"`[^`]*`|'[^']*'|--\w+|[A-Z]{4,}", "", err).replace("quizapp", "").replace("x", "")
    for word in (*arguments, "choice", "term", "cloze", "order", "card", "exercise"):
        said = said.replace(word, "")
    assert not re.search(r"[A-Za-z]{2}", said), err
    assert "--help`" in err


def test_a_group_alone_shows_its_help(quizapp):
    _, err = quizapp("bank", status=2)
    assert "export" in err


def test_an_exam_date_that_has_passed_is_kept_and_said(quizapp, bank):
    out, err = quizapp("config", "set", "exam-date", "2001-02-03", "--bank", bank)
    assert "2001-02-03" in out
    assert "지난 날" in err
    assert "지난" not in quizapp("config", "set", "exam-date", "2999-02-03", "--bank", bank)[1]
    assert "지난" not in quizapp("config", "set", "exam-date", "", "--bank", bank)[1]
    assert "지난" not in quizapp("config", "set", "rest-days", "2001-02-03", "--bank", bank)[1]


@pytest.mark.parametrize(
    "arguments", [("db", "path"), ("bank", "search", "견본"), ("exercise", "make", "scaling.standard", "--seed", "1"), ("bank", "export")]
)
def test_what_only_reads_the_bank_needs_no_folder_to_write(quizapp, bank, tmp_path, arguments):
    (tmp_path / "file").write_text("")
    out, _ = quizapp(*arguments, "--bank", bank, QUIZAPP_HOME=str(tmp_path / "file" / "below"))
    assert out


def test_a_sheet_is_made_for_any_bank(quizapp, bank):
    out, _ = quizapp("exercise", "sheet", "scaling.standard", "--seed", "1", "--count", "1", "--bank", bank)
    assert out.startswith("#")
