"""`quizapp exam` as a user or a program calls it."""

import re

import pytest

from tests.test_cli import rows


@pytest.fixture
def exam(quizapp, bank):
    """Runs `exam` with a command of its own on the small bank; the first subject needs no exercise."""

    def run(*arguments, given="", status=0):
        return quizapp("exam", *arguments, "--bank", bank, given=given, status=status)

    return run


def listed(exam):
    return rows(exam("list", "--json")[0])


def test_a_paper_is_sat_line_by_line_and_handed_in(exam):
    out, _ = exam("--subject", "1", "--seed", "3", "--plain", given="1\n0\n2\nf\n3\n4\ns\ns\n")
    assert out.count("[1/4]") == 1
    assert "표시한 문항 1개: 3" in out
    assert "찍은 문항 1개: 2" in out
    assert "모의고사(1과목) 결과" in out
    (row,) = listed(exam)
    assert (row["form"], row["seed"], row["state"], row["answered"], row["flagged"]) == ("subject-1", 3, "submitted", 4, 1)
    (result,) = rows(exam("result", row["id"], "--json")[0])
    assert [one["response"] for one in result["positions"]] == [1, 2, 3, 4]
    assert [one["unsure"] for one in result["positions"]] == [False, True, False, False]
    assert row["score"] == 25 * sum(one["correct"] for one in result["positions"])


def test_where_everything_is_answered_and_nothing_flagged_nothing_is_asked(exam):
    out, _ = exam("--subject", "1", given="1\n1\n1\n1\ns\n")
    assert "결과" in out
    assert listed(exam)[0]["state"] == "submitted"


def test_the_end_of_the_input_leaves_a_paper_to_be_gone_on_with(exam):
    out, _ = exam("--subject", "1", "--untimed", given="1\nn\nx 3\n")
    assert "exam resume" in out
    (row,) = listed(exam)
    assert (row["state"], row["answered"], row["remaining_s"], row["score"]) == ("open", 1, None, None)
    out, _ = exam("resume", given="p\ne\ng4\nx\ns\nn\ns\ny\nw\nq\n")
    assert "[3/4]" in out  # where it was left
    assert "지운 보기 3" in out
    assert "빈 문항 3개: 2, 3, 4" in out
    assert out.count("정답: ") + out.count("O 맞았") >= 3  # the wrong ones with feedback
    assert listed(exam)[0]["state"] == "submitted"
    _, err = exam("resume", status=1)
    assert "이어서 볼 모의고사가 없습니다" in err


def test_hangul_and_nonsense_in_plain_form(exam):
    out, _ = exam("--subject", "1", given="ㅜ\nㅔ\nㄹ\n9\nxyz\nx 8\ng 77\n２\nㅂ\n")
    assert "1에서 4 사이" in out
    (row,) = listed(exam)
    assert (row["answered"], row["flagged"]) == (1, 1)


def test_a_seed_gives_the_same_paper(exam):
    for _ in range(2):
        exam("--half", "--seed", "8", given="q\n")
    first, second = (rows(exam("result", row["id"], "--json")[0])[0] for row in listed(exam))
    same = ["item", "syllabus", "seed"]
    assert [[one[name] for name in same] for one in first["positions"]] == [[one[name] for name in same] for one in second["positions"]]
    assert len(first["positions"]) == 4


def test_what_cannot_be_done_is_said_in_a_sentence(exam):
    assert "subject-9" in exam("--subject", "9", status=1)[1]
    assert "no-such" in exam("result", "no-such", "--json", status=1)[1]
    assert "하나만" in exam("--subject", "1", "--half", status=2)[1]
    exam("--subject", "1", given="q\n")
    assert "아직 제출하지 않은" in exam("result", listed(exam)[0]["id"], status=1)[1]


def test_papers_are_listed_for_people_too(exam):
    assert "아직 본 모의고사가 없습니다" in exam("list")[0]
    exam("--subject", "1", given="1\n")
    assert re.search(r"1과목  1/4  남은 1[45]:\d\d", exam("list")[0])
    exam("resume", given="s\ns\n")
    assert re.search(r"1과목  \d+\.\d\d점 (불)?합격", exam("list")[0])


def test_a_paper_is_printed_the_same_for_a_seed(exam):
    out, _ = exam("print", "--subject", "1", "--seed", "4", "--format", "html")
    assert out.startswith("<!doctype html>")
    assert exam("print", "--subject", "1", "--seed", "4")[0] == out
    assert exam("print", "--subject", "1", "--seed", "5")[0] != out
