"""Rules of writing: each finds what it is for, and a sound bank passes."""

import pytest

from quizapp.bank.check import check
from quizapp.bank.load import read_bank
from quizapp.paths import default_bank


def codes(folder):
    return {problem.code for problem in check(read_bank(folder)) if not problem.warning}


def test_a_sound_bank_has_no_findings(bank_folder):
    assert codes(bank_folder) == set()


def test_the_real_bank_has_no_findings():
    assert [str(problem) for problem in check(read_bank(default_bank())) if not problem.warning] == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("point: 논점 7", "point: 없는 논점", "unknown-point"),
        ("reference: 견본 교과서 7장", "reference: 개인정보 보호법 제28조의2", "law-unchecked"),
        ("다음 중 7번 물음의 답으로", "다음 그림에서 7번 물음의 답으로", "no-data"),
        ("text: 다 보기 7", "text: 위의 모두 7", "all-or-none"),
        ("text: 나 보기 7", "text: 나 보기 7 물음", "stem-word-in-key"),
        ("text: 나 보기 7", "text: 나 보기 7(recall)", "english-in-key"),
        ("가장 적절한 것은?", "가장 적절하지 않은 것은?", "negative-unmarked"),
        ("why: 셋째 보기가 아닌 까닭을 스스로 설명한다.", "why: 아니다.", "reason"),
        ("why: 셋째 보기가 아닌 까닭을 스스로 설명한다.", "why: 첫째 보기가 아닌 까닭을 스스로 설명한다.", "reason"),
        ("규칙을 한 문장으로 가르친다. 그리고 보기를 하나 든다.", "한 문장뿐이다.", "explanation"),
        ("규칙을 한 문장으로", "규칙을 **한** 문장으로", "markup"),
        ("규칙을 한 문장으로", "기출 규칙을 한 문장으로", "recalled"),
        (
            "text: 다 보기 7",
            "text: 다른 보기들에 견주어 지나치게 길게 늘여 쓴 셋째 보기의 글을 여기에 둔다고 하면 이렇게 아주 많이 길어지게 된다",
            "lengths",
        ),
    ],
)
def test_a_broken_rule_is_found(bank_folder, old, new, code):
    path = bank_folder / "2_second" / "2-1-1.yaml"
    head, seventh = path.read_text(encoding="utf-8").split("- id: sample-item-0007")
    assert old in seventh
    path.write_text(head + "- id: sample-item-0007" + seventh.replace(old, new, 1), encoding="utf-8")
    found = [problem for problem in check(read_bank(bank_folder)) if problem.code == code]
    assert [problem.item for problem in found] == ["sample-item-0007"]
    assert str(found[0]).startswith(f"2_second/2-1-1.yaml:{found[0].line}: {code} sample-item-0007 ")


def test_an_item_in_the_wrong_file_is_found(bank_folder):
    first, second = bank_folder / "1_first" / "1-1-1.yaml", bank_folder / "2_second" / "2-1-1.yaml"
    second.write_text(second.read_text(encoding="utf-8") + first.read_text(encoding="utf-8").split("- id: sample-item-0005")[0][:0])
    first.rename(first.with_name("1-9-9.yaml"))
    assert "wrong-file" in codes(bank_folder)


def test_a_spelling_that_the_glossary_rejects_is_found(bank_folder):
    (bank_folder / "glossary.yaml").write_text(
        "- {term: 규준, english: norm, meaning: 견본 용어., code: 1-1, variants: [규칙을]}\n", encoding="utf-8"
    )
    assert "spelling" in codes(bank_folder)


def test_a_subject_whose_key_is_always_longest_is_found(bank_folder):
    path = bank_folder / "2_second" / "2-1-1.yaml"
    one = path.read_text(encoding="utf-8").split("- id: sample-item-0007")[0].replace("text: 나 보기 6", "text: 나 보기 6 길다")
    many = "".join(one.replace("0006", f"{number:04}") for number in range(100, 120))
    path.write_text(many, encoding="utf-8")
    assert {"key-longest", "key-position", "levels"} <= codes(bank_folder)
