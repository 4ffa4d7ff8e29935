"""Practice sheets: everything is on them, and nothing of an exercise is read as markup."""

from html.parser import HTMLParser

import pytest

from quizapp.bank.open import open_bank
from quizapp.exercises.make import make
from quizapp.exercises.template import templates_of
from quizapp.items import Difficulty, Table
from quizapp.paths import default_bank, folders
from quizapp.sheet import html, markdown, skill_table
from quizapp.usecases.export import template_rows

EXERCISES = [
    make(name, seed) for seed, name in enumerate(["scaling.standard", "metrics.f_score", "loss.classification", "metrics.confusion"] * 3)
]


class Text(HTMLParser):
    """The text of a page, and whether its tags close."""

    def __init__(self, page):
        super().__init__()
        self.words, self.open = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def cells_of(exercise):
    return [str(cell) for row in exercise.data.rows for cell in row] if isinstance(exercise.data, Table) else []


def test_an_html_sheet_holds_every_question_table_and_choice_and_closes_its_tags():
    page = Text(html(EXERCISES, answers=True))
    assert page.open == []
    text = "".join(page.words)
    for exercise in EXERCISES:
        for part in (
            *exercise.stem.split("\n"),
            *cells_of(exercise),
            *(choice.text for choice in exercise.choices),
            *(choice.why for choice in exercise.choices if choice.correct),
            *exercise.steps,
            exercise.code,
        ):
            assert part.replace("−", "-") in text.replace("−", "-")


@pytest.mark.parametrize("form", [html, markdown])
def test_a_negative_choice_has_a_true_minus_sign(form):
    exercise = make("regression.line.residual", 13, Difficulty.EXTENDED)
    assert any(choice.text.startswith("-") for choice in exercise.choices)
    assert ") -" not in form([exercise], answers=False)


@pytest.mark.parametrize("form", [html, markdown])
def test_without_answers_no_solution_is_printed(form):
    sheet = form(EXERCISES, answers=False)
    assert "풀이" not in sheet
    assert not any(exercise.code.splitlines()[-1] in sheet for exercise in EXERCISES)


def test_a_markdown_sheet_numbers_questions_and_solutions_alike():
    sheet = markdown(EXERCISES, answers=True)
    questions, solutions = sheet.split("# 풀이")
    for number in range(1, len(EXERCISES) + 1):
        assert f"**{number}.**" in questions
        assert f"**{number}.**" in solutions


def test_the_table_of_skills_in_the_docs_is_the_registry_s():
    bank = open_bank(default_bank(), folders().cache, lambda: None)
    docs = (default_bank().parent / "docs" / "skills.md").read_text(encoding="utf-8")
    assert skill_table(list(template_rows(bank))) in docs, "quizapp exercise list --md shows what docs/skills.md must hold"
    assert len(templates_of("scaling.standard")) >= 3
    bank.close()
