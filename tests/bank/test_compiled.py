"""The compiled copy says what the files say, is made anew when they change, and is never half written."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank import compiled
from quizapp.bank.load import read_bank
from quizapp.bank.open import open_bank
from quizapp.bank.search import is_match, search_terms, word_parts
from quizapp.errors import BankUnreadableError
from quizapp.korean import initials
from quizapp.paths import folders


@pytest.fixture
def opened(bank_folder):
    calls = []

    def open_again():
        bank = open_bank(bank_folder, folders().cache, lambda: calls.append(1))
        return bank, len(calls)

    return open_again


def test_the_copy_holds_what_the_files_hold(bank_folder, opened):
    bank, _ = opened()
    written = {entry.item.id: entry.item for entry in read_bank(bank_folder).entries}
    assert {item.id: item for _, item in bank.items()} == written
    assert bank.item("sample-item-0004") == written["sample-item-0004"]
    assert bank.item("nothing") is None
    bank.close()


def test_the_files_are_read_only_when_they_have_changed(bank_folder, opened):
    assert [opened()[1], opened()[1]] == [1, 1]
    path = bank_folder / "2_second" / "2-1-1.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("가 보기 7", "갸 보기 7"), encoding="utf-8")
    bank, calls = opened()
    assert calls == 2
    assert bank.item("sample-item-0007").choices[0].text == "갸 보기 7"
    assert len(list(folders().cache.glob("*.sqlite"))) == 1


def test_a_torn_copy_is_made_anew(bank_folder, opened):
    opened()
    (copy,) = folders().cache.glob("*.sqlite")
    copy.write_bytes(copy.read_bytes()[:700])
    bank, calls = opened()
    assert calls == 2
    assert len(bank.refs()) == 9


def test_topics_select_items(opened):
    bank, _ = opened()
    assert [ref.syllabus for ref in bank.refs(["2"])] == ["2-1-1-1"] * 3
    assert len(bank.refs(["1-1-1-2", "2"])) == 5
    counts = bank.counts()
    assert (counts["1", "choice"], counts["1-1-1-1", "choice"], counts["1", "card"], counts["2-1", "skill"]) == (5, 3, 1, 1)


def test_what_could_not_be_read_is_remembered_with_the_copy(bank_folder, opened):
    (bank_folder / "2_second" / "2-1-1.yaml").write_text("[", encoding="utf-8")
    opened()
    bank, calls = opened()
    assert calls == 1
    assert [problem.code for problem in bank.problems] == ["yaml-syntax"]


def test_without_a_cache_that_can_be_written_the_copy_lives_in_memory(bank_folder, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    bank = open_bank(bank_folder, blocked / "cache", lambda: None)
    assert len(bank.refs()) == 9
    assert bank.search("뒷면")
    bank.close()


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(BankUnreadableError):
        compiled.compiled_path(tmp_path / "none", tmp_path)


GLOSSARY = """\
- term: 정확도
  english: accuracy
  meaning: 전체 가운데 바르게 맞힌 것의 비율
  code: 1-1-1-1
  variants: [정확 도]
- term: 재현율
  english: recall
  meaning: 실제 양성 가운데 찾은 것의 비율로 정확도와 다르다
  code: 1-1-1-1
"""


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("확도", ["정확도", "재현율"]), ("ㅈㅎㄷ", ["정확도", "재현율"]), ("정ㅎ", ["정확도", "재현율"]), ("recall", ["재현율"]),
        ("ㅈㅎㅇ", ["재현율"]), ("비율 양성", ["재현율"]), ("없는말", []), ("", []), ("[/]", []),
    ],
)  # fmt: skip
def test_terms_are_found_by_parts_and_initials_those_so_called_first(bank_folder, opened, query, found):
    (bank_folder / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    bank, _ = opened()
    assert [term.term for term in bank.search_terms(query)] == found
    assert bank.term("정확도").english == "accuracy"
    assert bank.term("없음") is None


def test_items_have_headings_and_the_copy_knows_what_it_was_made_from(bank_folder, opened):
    bank, _ = opened()
    found = bank.headings(["sample-item-0001", "sample-card-c001", "gone"])
    assert found["sample-item-0001"].startswith("배열 a[i]와 [b]x")
    assert found["sample-card-c001"] == "앞면"
    assert len(found) == 2
    assert bank.digest == compiled.fingerprint(bank_folder)


@given(st.text("가각나정확도ㄱㅎ ", max_size=8), st.text("가각나정확도 ", min_size=1, max_size=20))
def test_what_is_not_indexed_is_searched_by_the_same_rules(query, text):
    from contextlib import closing

    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5 (words, initials, content = '')")
        connection.execute("INSERT INTO t (rowid, words, initials) VALUES (1, ?, ?)", (word_parts(text), word_parts(initials(text))))
        match = search_terms(query)
        indexed = bool(match) and connection.execute("SELECT 1 FROM t WHERE t MATCH ?", (match,)).fetchone() is not None
    assert indexed == is_match(query, text)
