"""Looking things up over a real desk, and what a learner adds to them."""

import json

import pytest

from quizapp.errors import AnswerNotSavedError, DataFolderError
from quizapp.store import marks as kept
from quizapp.usecases import marks
from quizapp.usecases.browse import detail, find, found_of
from quizapp.usecases.rest import is_suspended, suspended, toggle_suspended
from tests.notebooks import study

GLOSSARY = """\
- term: 표준화
  english: standardization
  meaning: 평균을 0, 표준편차를 1로 바꾸는 것
  code: 2-1-1-1
"""
ITEM = "item:sample-item-0001"


@pytest.fixture
def book(kinds_desk, bank_folder, make_desk):
    (bank_folder / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    return make_desk(bank_folder)


def kinds(book, query):
    return [found.kind for found in find(book, query)]


def test_terms_skills_notes_and_items_are_found_together(book):
    assert kinds(book, "표준화") == ["glossary", "skill"]
    assert kinds(book, "ㅍㅈㅎ") == ["glossary", "skill"]
    assert kinds(book, "표준ㅎ") == ["glossary", "skill"]
    assert kinds(book, "배열") == ["choice"]
    assert kinds(book, "정확도") == ["term"]
    assert kinds(book, "전처리") == ["cloze", "order"] or kinds(book, "전처리") == ["order", "cloze"]
    assert kinds(book, "앞면") == ["card"]
    assert find(book, "없는말없는말") == []
    marks.keep_note(book, ITEM, "표준화와 헷갈림")
    assert kinds(book, "표준화") == ["glossary", "skill", "note"]
    assert kinds(book, "헷갈") == ["note"]


def test_without_a_word_there_is_what_was_marked_stars_first(book, clock):
    assert find(book, "  ") == []
    marks.keep_note(book, ITEM, "메모")
    marks.toggle_star(book, "term:표준화")
    marks.toggle_star(book, "skill:scaling.standard")
    clock.pass_ms(1)
    marks.toggle_star(book, "item:gone-0001")
    assert [found.key for found in find(book, "")] == ["item:gone-0001", "skill:scaling.standard", "term:표준화", ITEM]
    assert found_of(book, "item:gone-0001").kind == "gone"
    assert detail(book, found_of(book, "item:gone-0001")).question is None


def test_an_item_is_shown_in_the_banks_order_with_its_history(book, clock):
    found = found_of(book, ITEM)
    assert detail(book, found).facts == ("아직 만나지 않았습니다.",)
    study(book, "xxx", topics=("1-1-1-1",))
    clock.pass_ms(86_400_000)
    study(book, "o?x", topics=("1-1-1-1",))
    shown = detail(book, found)
    assert [choice.text[0] for choice in shown.question.choices] == list("가나다라")
    memory, history = shown.facts
    assert memory.startswith("기억 ")
    assert history.count("✗") + history.count("✓") == 2
    assert "03-02" in history


def test_a_skill_shows_its_templates_and_the_exercise_asked_last(book, clock):
    found = found_of(book, "skill:scaling.standard")
    assert "·" in detail(book, found).text
    assert detail(book, found).question is None
    sitting = study(book, "x", topics=("2",), kinds=("exercise",))
    assert detail(book, found).question == sitting.slots[0]


def test_a_term_is_explained(book):
    shown = detail(book, find(book, "표준화")[0])
    assert shown.text.startswith("표준화  standardization")
    assert shown.facts == ()


def test_notes_are_durable_at_once_and_an_empty_one_is_none(book, bank_folder, make_desk):
    marks.keep_note(book, ITEM, "첫째 줄\n둘째 줄")
    assert marks.note_of(make_desk(bank_folder), ITEM) == "첫째 줄\n둘째 줄"
    marks.keep_note(book, ITEM, "  \n")
    assert marks.note_of(book, ITEM) == ""
    assert kept.notes(book.database) == {}
    book.database.connection.execute("PRAGMA query_only = ON")
    with pytest.raises(AnswerNotSavedError):
        marks.keep_note(book, ITEM, "가")


def test_a_star_is_given_and_taken(book):
    assert marks.toggle_star(book, ITEM)
    assert marks.is_starred(book, ITEM)
    assert not marks.toggle_star(book, ITEM)
    assert not marks.is_starred(book, ITEM)


def test_suspending_is_lifted_by_doing_it_again(book):
    assert toggle_suspended(book, ITEM)
    assert suspended(book) == [ITEM]
    assert detail(book, found_of(book, ITEM)).is_suspended
    assert not toggle_suspended(book, ITEM)
    assert not is_suspended(book, ITEM)


def test_a_report_of_an_exercise_says_how_to_make_it_again(book, home):
    sitting = study(book, "x", topics=("2",), kinds=("exercise",))
    question = sitting.slots[0]
    paths = [marks.report(book, marks.of_question(question, "1"), "반올림이 이상함") for _ in range(2)]
    assert len(set(paths)) == 2
    said = json.loads(paths[0].read_text(encoding="utf-8"))
    origin = question.origin
    assert (said["template"], said["seed"], said["version"]) == (origin.template, origin.seed, origin.version)
    assert said["make_again"] == f"quizapp exercise make {origin.template} --seed {origin.seed} --difficulty paper"
    assert said["question"]["stem"] == question.stem
    assert said["program"]
    assert said["bank"] == book.bank.digest


def test_a_report_that_cannot_be_written_says_where(book, home):
    (home / "reports").write_text("")
    with pytest.raises(DataFolderError, match="reports"):
        marks.report(book, marks.Marked(key=ITEM, title="문항"), "이상함")
