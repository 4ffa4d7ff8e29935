"""Search, statistics, guessers and the schema for editors."""

import json

import pytest

from quizapp.bank.guessers import guess
from quizapp.bank.load import read_bank
from quizapp.bank.open import open_bank
from quizapp.bank.schema import ITEM, json_schema
from quizapp.bank.search import search_terms
from quizapp.bank.stats import bank_stats
from quizapp.paths import folders
from tests.sample_bank import CARD, item, points


@pytest.fixture
def bank(bank_folder):
    opened = open_bank(bank_folder, folders().cache, lambda: None)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("예측 음성", ["sample-item-0004"]),
        ("측 음", ["sample-item-0004"]),
        ("ㅇㅊ ㅇㅅ", ["sample-item-0004"]),
        ("배열 a", ["sample-item-0001"]),
        ("뒷면", ["sample-card-c001"]),
        ("없는말", []),
        ("", []),
        ('") OR (', []),
        ("* NEAR", []),
    ],
)
def test_items_are_found_by_word_parts_and_initial_consonants(bank, query, found):
    assert [ref.id for ref in bank.search(query)] == found


def test_every_word_of_a_query_must_occur(bank):
    assert {ref.id for ref in bank.search("보기 견본")} >= {"sample-item-0002", "sample-item-0003"}
    assert bank.search("보기 없는말") == []


def test_a_query_is_never_read_as_a_language_of_its_own():
    assert search_terms('a"b') == 'words : "a" * AND words : "b" *'


def test_statistics_name_what_is_missing(bank_folder):
    path = bank_folder / "1_first" / "points.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "- {code: 1-1-1-2, point: 남은 논점, know: 알 것.}\n", encoding="utf-8")
    law = (
        (bank_folder / "2_second" / "2-1-1.yaml")
        .read_text(encoding="utf-8")
        .replace("견본 교과서 8장\n", "개인정보 보호법 제15조\n  checked: null\n")
    )
    (bank_folder / "2_second" / "2-1-1.yaml").write_text(law, encoding="utf-8")
    stats = bank_stats(read_bank(bank_folder))
    assert stats.total == {"choice": 8, "card": 1}
    assert stats.by_code["1"] == {"choice": 5, "card": 1}
    assert stats.levels == {"1": {2: 5}, "2": {2: 3}}
    assert [point["point"] for point in stats.open_points] == ["남은 논점"]
    assert stats.unread_laws == ["sample-item-0008"]


def test_guessers_find_a_bank_that_gives_its_keys_away(bank_folder):
    many = "".join(item(number, "2-1-1-1").replace(f"나 보기 {number}", f"나 보기 {number} 올바른 설명") for number in range(100, 140))
    (bank_folder / "2_second" / "2-1-1.yaml").write_text(many, encoding="utf-8")
    (bank_folder / "2_second" / "points.yaml").write_text(points(range(100, 140), "2-1-1-1"), encoding="utf-8")
    results = {(result.group, result.guesser): result for result in guess(read_bank(bank_folder))}
    assert results["둘째 과목", "longest"].share == 1
    assert results["둘째 과목", "position"].is_clue
    assert results["둘째 과목", "learner"].is_clue
    assert results["둘째 과목", "shortest"].share == 0
    assert not results["둘째 과목", "shortest"].is_clue
    assert ("첫째 과목", "longest") not in results


def test_the_schema_for_editors_names_every_field_of_every_kind():
    schema = json.dumps(json_schema("items"))
    for name in ("explanation", "front", "answers", "steps", "corrected", "keep_order"):
        assert f'"{name}"' in schema
    assert ITEM.json_schema()["discriminator"]["propertyName"] == "kind"
    for part in ("points", "glossary", "syllabus", "exam", "skills"):
        assert json_schema(part)["$schema"].startswith("https://json-schema.org")


def test_cards_are_found_too(bank):
    assert "뒷면" in CARD
    assert bank.search("앞면")[0].kind == "card"
