"""The catalogue as a whole: its skills, its size, and that its exercises are the same everywhere."""

import ast
import inspect
import os
import subprocess
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path
from zlib import crc32

import pytest

from quizapp.bank.load import read_bank
from quizapp.exercises import catalogue
from quizapp.exercises.make import make_from
from quizapp.exercises.template import templates
from quizapp.items import Difficulty
from quizapp.paths import default_bank
from tests.exercises.contract import key_ranks, text_of
from tests.exercises.oracles import oracles

MODULES = sorted(Path(catalogue.__path__[0]).glob("*.py"))
MADE_ELSEWHERE = "from tests.exercises.test_catalogue import fingerprints; print(fingerprints())"
"""What another process runs to show that it makes the same exercises."""


def fingerprints() -> dict[str, str]:
    """What every template makes of two seeds, shortened, at either difficulty."""
    found = {}
    for name, template in templates().items():
        made = [make_from(template, seed, difficulty) for seed in (3, 4) for difficulty in Difficulty]
        found[name] = sha256("".join(map(text_of, made)).encode()).hexdigest()[:12]
    return found


@pytest.fixture(scope="module")
def bank():
    return read_bank(default_bank())


def test_every_template_belongs_to_a_skill_of_the_bank(bank):
    assert {template.skill for template in templates().values()} - set(bank.skills) == set()


def test_every_skill_of_the_bank_is_in_the_catalogue(bank):
    assert set(bank.skills) - {template.skill for template in templates().values()} == set()


def test_every_skill_lies_under_a_topic_of_the_syllabus(bank):
    assert [skill for skill, code in bank.skills.items() if code not in bank.syllabus] == []
    assert [problem for problem in bank.problems if problem.file == "skills.yaml"] == []


def test_every_skill_is_asked_in_three_ways_or_more():
    counts = Counter(template.skill for template in templates().values())
    assert {skill: count for skill, count in counts.items() if count < 3} == {}


def test_every_template_is_called_by_its_skill_and_has_a_title_of_its_own():
    titles = Counter((template.skill, template.title) for template in templates().values())
    assert [name for name, template in templates().items() if not name.startswith(f"{template.skill}.")] == []
    assert [title for title, count in titles.items() if count > 1 or not title[1].strip()] == []


def test_every_oracle_has_its_template():
    assert set(oracles()) - set(templates()) == set()


@pytest.mark.parametrize("name", templates())
def test_a_template_is_documented_and_at_most_35_lines_long(name):
    draft = templates()[name].draft
    definition = ast.parse(inspect.getsource(draft)).body[0]
    assert draft.__doc__
    assert definition.end_lineno - definition.lineno + 1 <= 35


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_module_is_documented_and_at_most_300_lines_long(path):
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert len(text.splitlines()) <= 300


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_module_with_templates_names_the_documentation_of_its_library(path):
    text = path.read_text(encoding="utf-8")
    if "@template(" in text:
        assert "https://" in ast.get_docstring(ast.parse(text))


def test_over_all_templates_each_rank_holds_the_key_equally_often():
    ranks = Counter()
    for name, template in templates().items():
        first = crc32(name.encode())  # the rank is the first number drawn: seeds of its own for each template
        ranks += key_ranks(make_from(template, first + more, Difficulty.PAPER) for more in range(25))
    allowed = 5 * (0.25 * 0.75 / ranks.total()) ** 0.5
    assert all(abs(ranks[rank] / ranks.total() - 0.25) <= allowed for rank in range(4)), ranks


def test_another_process_with_another_hash_seed_makes_the_same_exercises():
    environment = os.environ | {"PYTHONHASHSEED": "4711"}
    found = subprocess.run(
        [sys.executable, "-c", MADE_ELSEWHERE],
        env=environment,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ast.literal_eval(found.stdout) == fingerprints()
