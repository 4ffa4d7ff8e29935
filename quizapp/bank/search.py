"""Full-text search over Korean, where a word's part is what people type: words are indexed as overlapping pairs of letters."""

from __future__ import annotations

import re

from quizapp.korean import INITIALS

_WORD = re.compile(r"\w+")


def word_parts(text: str) -> str:
    """Every word of *text* as its overlapping pairs and its last letter, so that any part of it is found: 정확도 → 정확 확도 도."""
    return " . ".join(f"{_pairs(word)} {word[-1]}" for word in _WORD.findall(text.casefold()))


def search_terms(query: str) -> str:
    """*query* in FTS5's language: all its words, each as the phrase of its pairs; words of initial consonants in their own column."""
    return " AND ".join(_term(word) for word in _WORD.findall(query.casefold()))


def _term(word: str) -> str:
    column = "initials" if all(letter in INITIALS for letter in word) else "words"
    phrase = f'"{_pairs(word)}"'
    return f"{column} : {phrase} *" if len(word) == 1 else f"{column} : {phrase}"


def _pairs(word: str) -> str:
    return " ".join(word[at : at + 2] for at in range(len(word) - 1)) or word
