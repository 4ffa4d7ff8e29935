"""Rules over a whole subject: what a candidate who knows nothing could learn from the form of many items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizapp.bank.load import Entry, LoadedBank
from quizapp.bank.problems import Problem
from quizapp.bank.wording import is_negative
from quizapp.items import ChoiceItem

ENOUGH = 20
"""Choice items a subject (or file) must have before shares are judged."""
EXTREME_SHARE = 0.28
"""Largest share of items whose key is strictly the longest (or the shortest) choice."""
NEGATIVE_SHARE = 0.30
LEVELS = {1: 0.30, 2: 0.45, 3: 0.25}
LEVEL_TOLERANCE = 0.10

ABSOLUTE = re.compile(r"항상|반드시|모든|모두|절대|오직|언제나|(?<=[가-힣])만(?= |$)")
HEDGED = re.compile(r"할 수 있다|될 수 있다|일반적으로|대체로|보통")


def check_subjects(bank: LoadedBank) -> Iterator[Problem]:
    """The findings of every subject, and as warnings those of every file that is large enough."""
    choice_entries = [entry for entry in bank.entries if isinstance(entry.item, ChoiceItem)]
    for subject in bank.syllabus.subjects:
        entries = [entry for entry in choice_entries if entry.item.syllabus[0] == subject.code]
        if len(entries) >= ENOUGH:
            folder = entries[0].file.rpartition("/")[0]
            for code, message in _findings([entry.item for entry in entries if isinstance(entry.item, ChoiceItem)]):
                yield Problem(folder, 1, code, "-", f"{subject.name}: {message}")
    for file, entries in _by_file(choice_entries).items():
        items = [entry.item for entry in entries if isinstance(entry.item, ChoiceItem)]
        if len(items) >= ENOUGH:
            for code, message in _findings(items):
                yield Problem(file, 1, code, "-", message, warning=True)


def _by_file(entries: list[Entry]) -> dict[str, list[Entry]]:
    files: dict[str, list[Entry]] = {}
    for entry in entries:
        files.setdefault(entry.file, []).append(entry)
    return files


def _findings(items: list[ChoiceItem]) -> Iterator[tuple[str, str]]:
    total = len(items)
    for code, share in (("key-longest", _share_of_extreme(items, longest=True)), ("key-shortest", _share_of_extreme(items, longest=False))):
        if share > EXTREME_SHARE:
            yield code, f"정답이 홀로 가장 {'긴' if code == 'key-longest' else '짧은'} 문항이 {share:.0%}입니다 (한도 {EXTREME_SHARE:.0%})"
    negative = sum(is_negative(item) for item in items)
    if negative > NEGATIVE_SHARE * total:
        yield "negative-share", f"부정형 물음이 {negative}/{total}입니다 (한도 {NEGATIVE_SHARE:.0%})"
    positions = Counter(next(at for at, choice in enumerate(item.choices) if choice.correct) for item in items)
    width = max(len(item.choices) for item in items)
    if any(abs(positions[at] / total - 1 / width) > 0.1 for at in range(width)):
        yield "key-position", f"정답 자리가 고르지 않습니다: {[positions[at] for at in range(width)]}"
    levels = Counter(item.level for item in items)
    if any(abs(levels[level] / total - share) > LEVEL_TOLERANCE for level, share in LEVELS.items()):
        yield "levels", f"수준 1·2·3이 {[levels[level] for level in LEVELS]}입니다 (약 30·45·25%)"
    yield from _telling_words(items)


def _share_of_extreme(items: list[ChoiceItem], *, longest: bool) -> float:
    """The share of items whose key is strictly the longest or strictly the shortest choice."""
    sign = 1 if longest else -1
    hits = 0
    for item in items:
        key = max(sign * len(choice.text) for choice in item.choices if choice.correct)
        hits += all(key > sign * len(choice.text) for choice in item.choices if not choice.correct)
    return hits / len(items)


def _telling_words(items: list[ChoiceItem]) -> Iterator[tuple[str, str]]:
    """Absolute words hint at a wrong choice, hedges at a right one, where they are not as frequent in both."""
    for code, pattern in (("absolute-words", ABSOLUTE), ("hedges", HEDGED)):
        choices = [choice for item in items for choice in item.choices]
        in_keys = sum(bool(pattern.search(choice.text)) for choice in choices if choice.correct)
        in_others = sum(bool(pattern.search(choice.text)) for choice in choices if not choice.correct)
        expected = (in_keys + in_others) / max(len(items[0].choices), 2)
        if abs(in_keys - expected) > max(2.0, 2 * expected**0.5):
            yield code, f"'{pattern.pattern.split('|')[0]}' 같은 말이 정답에 {in_keys}번, 오답에 {in_others}번 나옵니다"
