"""`quizapp notebook` as people and programs call it."""

import json

import pytest


@pytest.fixture
def wrong(quizapp, bank):
    """A small bank with some answers, most of them wrong."""
    quizapp("quiz", "--bank", bank, "--count", "5", "--seed", "3", "--kind", "choice", "--plain", given="1\n1\n1\n1\n1\n")
    return bank


def test_an_empty_notebook_says_so(quizapp, bank):
    out, _ = quizapp("notebook", "--bank", bank)
    assert "오답노트가 비어 있습니다" in out
    assert quizapp("notebook", "--bank", bank, "--json")[0] == ""


def test_the_notebook_is_listed_filtered_and_printed(quizapp, wrong):
    listed, _ = quizapp("notebook", "--bank", wrong)
    rows = [json.loads(line) for line in quizapp("notebook", "--bank", wrong, "--json")[0].splitlines()]
    assert rows
    assert listed.startswith(f"오답노트 {len(rows)}개")
    assert all(row["title"] in listed for row in rows)
    first = [json.loads(line) for line in quizapp("notebook", "--bank", wrong, "--subject", "1", "--json")[0].splitlines()]
    assert [row["entry"] for row in first] == [row["entry"] for row in rows if row["syllabus"].startswith("1")]
    assert "조건에 맞는 것이 없습니다" in quizapp("notebook", "--bank", wrong, "--often")[0]
    assert "까닭을" in quizapp("notebook", "--bank", wrong, "--by", "misconception")[0]
    assert quizapp("notebook", "--bank", wrong, "--format", "md")[0].startswith("# 오답노트")
    page, _ = quizapp("notebook", "--bank", wrong, "--format", "html")
    assert page.startswith("<!doctype html>")
    assert page.count("<section>") == len(rows)


def test_a_subject_that_is_none_is_told(quizapp, wrong):
    _, err = quizapp("notebook", "--bank", wrong, "--subject", "9", status=1)
    assert "9" in err
    quizapp("notebook", "--bank", wrong, "--json", "--format", "md", status=2)
