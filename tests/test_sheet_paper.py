"""A printed paper: everything is on it, in parts of their own, and nothing of the bank is read as markup."""

import re

import pytest

from quizapp.exercises.supply import Supply
from quizapp.sheet.paper import paper_html
from quizapp.usecases.papers import PaperOrder, draw_paper, form_of
from tests.test_sheet import Text, cells_of


@pytest.fixture
def paper(real_desk):
    return draw_paper(real_desk.bank, Supply(), PaperOrder(form_of(real_desk.bank, "full"), 5))


def test_a_printed_paper_holds_every_question_choice_key_and_reason(paper, real_desk):
    page = Text(paper_html(paper, real_desk.bank))
    assert page.open == []
    text = "".join(page.words)
    for question in paper.questions:
        for part in (*question.stem.split("\n"), *cells_of(question), *question.steps, question.reference, question.code):
            assert part in text
        for choice in question.choices:
            assert choice.text in text
            assert choice.why in text


def test_questions_answer_sheet_keys_and_reasons_are_on_pages_of_their_own(paper, real_desk):
    questions, answer_sheet, keys, reasons = paper_html(paper, real_desk.bank).split('<div class="part">')
    assert answer_sheet.count('class="bubble"') == 320
    found = dict(re.findall(r"<tr><th>(\d+)</th><td>(\d)</td></tr>", keys))
    assert found == {str(number): str(question.right_number) for number, question in enumerate(paper.questions, 1)}
    assert reasons.count("<section>") == questions.count("<section>") == 80
    assert not any(choice.why in questions + answer_sheet + keys for question in paper.questions for choice in question.choices)


def test_bank_text_with_brackets_and_emphasis_is_printed_as_written(desk):
    form = form_of(desk.bank, "subject-1")
    pages = [paper_html(draw_paper(desk.bank, Supply(), PaperOrder(form, seed)), desk.bank) for seed in range(6)]
    page = next(page for page in pages if "배열 a[i]" in page)
    assert "닫는 표시 [/] 가운데 옳지 <u><b>않은</b></u> 것은?" in page
