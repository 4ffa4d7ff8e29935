"""Full-text search over Korean, where a word's part is what people type: words are indexed as overlapping pairs of letters."""

from __future__ import annotations

import re

from quizapp.korean import INITIALS, initials

_WORD = re.compile(r"\w+")


def word_parts(text: str) -> str:
    """Every word of *text* as its overlapping pairs and its last letter, so that any part of it is found: 정확도 → 정확 확도 도."""
    return " . ".join(f"{_pairs(word)} {word[-1]}" for word in _WORD.findall(text.casefold()))


def search_terms(query: str) -> str:
    """*query* in FTS5's language: all its words, each as the phrase of its pairs; words of initial consonants in their own column."""
    return " AND ".join(_term(part) for word in _WORD.findall(query.casefold()) for part in _parts(word))


def is_match(query: str, text: str) -> bool:
    """Whether every word of *query* is a part of *text*, in letters or in initial consonants: the same search over what is not indexed."""
    words, letters = _WORD.findall(query.casefold()), text.casefold()
    consonants = initials(letters)
    return bool(words) and all(part in (consonants if _is_initials(part) else letters) for word in words for part in _parts(word))


def _parts(word: str) -> list[str]:
    """*word* as it is; one that ends in a consonant still being typed (정ㅎ) as the syllables before it and the initials of all of it."""
    typed = word.rstrip(INITIALS)
    return [typed, initials(word)] if typed and typed != word else [word]


def _is_initials(word: str) -> bool:
    return all(letter in INITIALS for letter in word)


def _term(word: str) -> str:
    column = "initials" if _is_initials(word) else "words"
    phrase = f'"{_pairs(word)}"'
    return f"{column} : {phrase} *" if len(word) == 1 else f"{column} : {phrase}"


def _pairs(word: str) -> str:
    return " ".join(word[at : at + 2] for at in range(len(word) - 1)) or word
