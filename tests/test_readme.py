"""The README says what is true."""

import re

from quizapp.bank.load import read_bank
from quizapp.bank.stats import bank_stats
from quizapp.paths import default_bank

TOP = default_bank().parent
README = (TOP / "README.md").read_text(encoding="utf-8")


def test_the_counts_are_those_of_the_bank():
    total = bank_stats(read_bank(default_bank())).total
    said = re.search(r"선택형 (\d+)문항, 용어 (\d+)·빈칸 (\d+)·순서 (\d+)문항, 암기 카드 (\d+)장", README)
    assert said is not None
    assert [int(number) for number in said.groups()] == [total[kind] for kind in ("choice", "term", "cloze", "order", "card")]


def test_the_checks_run_the_test_command_that_stands_here():
    commands = re.findall(r"^python3 .*pytest$", README, re.MULTILINE)
    assert len(commands) == 1
    assert "README.md" in (TOP / ".ci" / "run").read_text(encoding="utf-8")
