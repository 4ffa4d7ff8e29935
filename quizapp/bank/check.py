"""The rules of writing that a command can check, each with a code; one function a rule, over one choice item."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from statistics import mean

from quizapp.bank.balance import check_subjects
from quizapp.bank.load import Entry, LoadedBank
from quizapp.bank.problems import Problem
from quizapp.bank.wording import distractors_of, is_negative, key_of, words
from quizapp.items import ChoiceItem, texts_of
from quizapp.syllabus import is_within

Rule = Callable[[ChoiceItem], str | None]
RULES: dict[str, Rule] = {}

LENGTH_TOLERANCE = 0.3
SHORT_CHOICE = 14
"""Mean length up to which choices are terms or numbers, whose lengths say nothing."""

_PICTURE = re.compile(r"(?:다음|아래|위)(?:의)? ?(?:그림|도표|그래프|표|출력|결과표|화면)")
_MARKUP = re.compile(r"\*\*|`|\$[^$\n]+\$|\\[a-zA-Z]+")
_ALL_OR_NONE = re.compile(r"위의? ?모두|모두 (?:옳|맞|해당)|정답 ?없|해당 ?없음|ㄱ, ?ㄴ, ?ㄷ, ?ㄹ 모두")
_ENGLISH = re.compile(r"\([^)]*[A-Za-z]{3,}[^)]*\)")
_LAW = re.compile(r"(?:법|시행령|시행규칙|규정|고시)[」\s].*제\s?\d+조")
_SENTENCE_END = re.compile(r"[.?!](?:\s|$)")


def rule(code: str) -> Callable[[Rule], Rule]:
    """Registers a rule under its code; it returns what is wrong, or None."""

    def register(function: Rule) -> Rule:
        RULES[code] = function
        return function

    return register


def check(bank: LoadedBank, skills: Collection[str] | None = None) -> list[Problem]:
    """All findings of *bank*: those of reading it and those of the rules, in the order of files and lines.

    *skills* are the ones that have exercises; where they are given, a skill that is none of them is a finding.
    """
    problems = [*bank.problems, *_placement(bank), *_skills(bank, skills), *_language(bank), *check_subjects(bank)]
    for entry in bank.entries:
        if isinstance(entry.item, ChoiceItem):
            for code, function in RULES.items():
                if message := function(entry.item):
                    problems.append(_problem(entry, code, message))
            if bank.exam.choices and len(entry.item.choices) != bank.exam.choices:
                problems.append(
                    _problem(entry, "choice-count", f"보기가 {len(entry.item.choices)}개입니다. 이 시험은 {bank.exam.choices}개")
                )
    return sorted(problems)


def _problem(entry: Entry, code: str, message: str) -> Problem:
    return Problem(entry.file, entry.line, code, entry.item.id, message)


def _placement(bank: LoadedBank) -> Iterator[Problem]:
    points = {(point.code[0], point.point) for point in bank.points}
    for entry in bank.entries:
        item = entry.item
        file_code = entry.file.rpartition("/")[2].removesuffix(".yaml")
        if not is_within(item.syllabus, file_code):
            yield _problem(entry, "wrong-file", f"{item.syllabus} 문항은 {item.syllabus.rpartition('-')[0]}.yaml에 둡니다")
        if (item.syllabus[0], item.point) not in points:
            yield _problem(entry, "unknown-point", f"points.yaml에 없는 논점입니다: {item.point}")
        if _LAW.search(item.reference) and not entry.names_a_law:
            yield _problem(entry, "law-unchecked", "법령을 들었으면 checked에 읽은 날을, 읽지 못했으면 null을 적습니다")


def _skills(bank: LoadedBank, known: Collection[str] | None) -> Iterator[Problem]:
    for skill, code in bank.skills.items():
        line = bank.skill_lines.get(skill, 1)
        if bank.syllabus.topics and code not in bank.syllabus:
            yield Problem("skills.yaml", line, "unknown-code", "-", f"{skill}: 출제기준에 없는 코드입니다: {code}")
        if known is not None and skill not in known:
            yield Problem("skills.yaml", line, "unknown-skill", "-", f"계산 문제가 없는 기술입니다: {skill}")


def _language(bank: LoadedBank) -> Iterator[Problem]:
    variants = {variant: term.term for term in bank.terms for variant in term.variants}
    for entry in bank.entries:
        text = "\n".join(texts_of(entry.item))
        if "기출" in text:
            yield _problem(entry, "recalled", "'기출'이라는 말은 쓰지 않습니다")
        if found := _MARKUP.search(text):
            yield _problem(entry, "markup", f"LaTeX나 Markdown 표시는 쓰지 않습니다: {found[0]}")
        for variant, term in variants.items():
            if variant in text:
                yield _problem(entry, "spelling", f"용어집의 표기는 '{term}'입니다: {variant}")


@rule("no-data")
def _names_data_it_has(item: ChoiceItem) -> str | None:
    if (found := _PICTURE.search(item.stem)) and not item.data:
        return f"'{found[0]}'이라고 했으나 data가 없습니다"
    return None


@rule("lengths")
def _choices_are_of_like_length(item: ChoiceItem) -> str | None:
    lengths = [len(choice.text) for choice in item.choices]
    middle = mean(lengths)
    if middle > SHORT_CHOICE and any(abs(length - middle) > LENGTH_TOLERANCE * middle for length in lengths):
        return f"보기 길이가 평균의 ±{LENGTH_TOLERANCE:.0%}를 벗어납니다: {lengths}"
    return None


@rule("all-or-none")
def _no_all_or_none(item: ChoiceItem) -> str | None:
    found = next((match[0] for choice in item.choices if (match := _ALL_OR_NONE.search(choice.text))), None)
    return f"'{found}' 같은 보기는 두지 않습니다" if found else None


@rule("stem-word-in-key")
def _key_alone_repeats_no_word_of_the_stem(item: ChoiceItem) -> str | None:
    elsewhere = " ".join(choice.text for choice in distractors_of(item))
    repeated = {word for word in words(item.stem) & words(key_of(item).text) if word not in elsewhere}
    return f"물음의 말이 정답에만 나옵니다: {', '.join(sorted(repeated))}" if repeated else None


@rule("english-in-key")
def _key_alone_has_no_english(item: ChoiceItem) -> str | None:
    if _ENGLISH.search(key_of(item).text) and not any(_ENGLISH.search(choice.text) for choice in distractors_of(item)):
        return "정답에만 영어 원어가 괄호로 있습니다"
    return None


@rule("negative-unmarked")
def _negative_stems_are_emphasised(item: ChoiceItem) -> str | None:
    return "부정형 물음은 emphasis에 '않은' 같은 말을 적습니다" if is_negative(item) and not item.emphasis else None


@rule("reason")
def _reasons_say_something_of_their_own(item: ChoiceItem) -> str | None:
    reasons = [choice.why for choice in item.choices]
    if len(set(reasons)) < len(reasons):
        return "까닭이 같은 보기가 있습니다"
    if thin := [choice.text for choice in item.choices if len(choice.why) < 15 or choice.why.strip(" .") == choice.text.strip(" .")]:
        return f"까닭이 너무 짧거나 보기를 되풀이합니다: {thin[0]}"
    return None


@rule("explanation")
def _explanation_teaches_in_two_to_five_sentences(item: ChoiceItem) -> str | None:
    count = len(_SENTENCE_END.findall(item.explanation))
    return None if 2 <= count <= 6 else f"해설은 2–5문장으로 씁니다: {count}문장"


@rule("number-order")
def _numbers_stand_in_order(item: ChoiceItem) -> str | None:
    try:
        numbers = [float(choice.text.replace(",", "").rstrip("%개명건회 ")) for choice in item.choices]
    except ValueError:
        return None
    if item.keep_order and numbers in (sorted(numbers), sorted(numbers, reverse=True)):
        return None
    return "수로 된 보기는 크기 순으로 두고 keep_order: true를 적습니다"
