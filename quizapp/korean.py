"""Korean as it is spoken and typed: particles that follow a sound, keys that make a syllable, spellings that mean the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_DIGIT_FINAL = {"0": "ㅇ", "1": "ㄹ", "2": "", "3": "ㅁ", "4": "", "5": "", "6": "ㄱ", "7": "ㄹ", "8": "ㄹ", "9": ""}
"""The final consonant of each digit as it is read: 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구."""

_LETTER_FINAL = {"L": "ㄹ", "M": "ㅁ", "N": "ㄴ", "R": "ㄹ"}
"""Latin letters whose Korean names end in a consonant: 엘, 엠, 엔, 알."""

_WHOLE_FINAL = {"10": "ㅂ", "100": "ㄱ", "1000": "ㄴ", "10000": "ㄴ"}
"""What round whole numbers end in: 십, 백, 천, 만; by their trailing zeros."""


_ASIDE = re.compile(r"(?<=[^/·×+−=√ ])\([^()]*\)$")
"""What stands in brackets after a word is not read with it: 표준편차(σ) takes 는; brackets after a sign are a part of a formula."""


def final_consonant(word: str) -> str:
    """The final consonant in which *word* is read: empty for none, 'ㄹ' where 로 follows without 으, any other letter otherwise."""
    spoken = _ASIDE.sub("", word).rstrip("'\"’” )")
    last = spoken[-1:]
    if last == "%":
        return ""  # 퍼센트
    if "가" <= last <= "힣":
        index = (ord(last) - 0xAC00) % 28
        return "ㄹ" if index == 8 else ("ㄱ" if index else "")
    if last.isdecimal():
        return _number_final(spoken)
    return _LETTER_FINAL.get(last.upper(), "")


def _number_final(word: str) -> str:
    """Of a number at the end of *word*: whole numbers with trailing zeros are read 십, 백, 천, 만, decimals digit by digit."""
    digits = word.replace(",", "")
    start = len(digits)
    while start and (digits[start - 1].isdecimal() or digits[start - 1] == "."):
        start -= 1
    number = digits[start:]
    zeros = len(number) - len(number.rstrip("0"))
    if "." in number or not zeros or zeros == len(number):
        return _DIGIT_FINAL[number[-1]]
    return _WHOLE_FINAL["1" + "0" * min(zeros, 4)]


def with_particle(word: str, pair: str) -> str:
    """*word* with the particle of *pair* ("이/가", "은/는", "을/를", "과/와", "으로/로") that follows its sound."""
    after_consonant, after_vowel = pair.split("/")
    final = final_consonant(word)
    takes_vowel_form = not final or (pair == "으로/로" and final == "ㄹ")
    return word + (after_vowel if takes_vowel_form else after_consonant)


LATIN_KEYS = "qwertyuiopasdfghjklzxcvbnm"
JAMO_OF = dict(zip(LATIN_KEYS, "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", strict=True)) | dict(
    zip("QWERTOP", "ㅃㅉㄸㄲㅆㅒㅖ", strict=True)
)
"""The jamo of each key of the two-set layout (두벌식); of shifted keys only where it differs."""

_KEY_OF = {jamo: key for key, jamo in JAMO_OF.items()}
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
"""The initial consonants (초성) in the order of Unicode's syllables."""
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_COMPOUND = {
    "ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ", "ㅢ": "ㅡㅣ", "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ",
    "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ", "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ",
}  # fmt: skip
_FIRST_SYLLABLE, _LAST_SYLLABLE, _PER_INITIAL, _PER_VOWEL = 0xAC00, 0xD7A3, 588, 28
_IGNORED = re.compile(r"[\s\-\u2010-\u2015\u2212_·.,'’()\[\]]+")
"""What does not make a term another: spaces, hyphens, dashes and the minus sign, points, brackets."""
_JAMO = re.compile("([\u3131-\u318e]+)")
"""Single jamo as keys type them."""
_SYLLABLE = re.compile("[가-힣]")
_CONJOINING = (
    {0x1100 + at: jamo for at, jamo in enumerate(INITIALS)}
    | {0x1161 + at: jamo for at, jamo in enumerate(_VOWELS)}
    | {0x11A7 + at: jamo for at, jamo in enumerate(_FINALS) if jamo}
)
"""The key's jamo of each conjoining one, which NFKC makes of it and no key types."""
_WITH_ORIGINAL = re.compile(r"([^()\[\]]+)[(\[]([^()\[\]]+)[)\]]")


def normalized(text: str) -> str:
    """*text* in one width and composed, as NFKC makes it, except that single jamo stay the ones that keys type."""
    parts = _JAMO.split(text)
    parts[::2] = [unicodedata.normalize("NFKC", part).translate(_CONJOINING) for part in parts[::2]]
    return "".join(parts)


def key_of(text: str) -> str:
    """The key of a command of one letter, in either mode of the keyboard: 'u' for 'u', 'U' and 'ㅕ'; any other text as it is."""
    letter = normalized(text)
    return _KEY_OF.get(letter, letter).lower() if len(letter) == 1 else letter


def jamo_of(syllable: str) -> str:
    """The jamo of a Hangul syllable as they are typed one by one; any other character as it is."""
    code = ord(syllable) - _FIRST_SYLLABLE
    if not _FIRST_SYLLABLE <= ord(syllable) <= _LAST_SYLLABLE:
        return _COMPOUND.get(syllable, syllable)
    parts = INITIALS[code // _PER_INITIAL], _VOWELS[code % _PER_INITIAL // _PER_VOWEL], _FINALS[code % _PER_VOWEL]
    return "".join(_COMPOUND.get(part, part) for part in parts)


def keystrokes(text: str) -> str:
    """The Latin keys that type *text* on a two-set keyboard: '가' gives 'rk'."""
    return "".join(_KEY_OF.get(jamo, jamo) for character in text for jamo in jamo_of(character))


def initials(text: str) -> str:
    """*text* with every syllable reduced to its initial consonant: '정확도' gives 'ㅈㅎㄷ'."""
    return "".join(
        INITIALS[(ord(character) - _FIRST_SYLLABLE) // _PER_INITIAL] if "가" <= character <= "힣" else character for character in text
    )


def folded(text: str) -> str:
    """*text* without what does not make a term another: width, case, spaces, hyphens, brackets."""
    return _IGNORED.sub("", normalized(text).casefold())


def is_same_term(typed: str, accepted: str) -> bool:
    """Whether *typed* is the term *accepted*, spacing and case aside, also when it was typed with the keyboard in the other mode."""
    given, wanted = folded(typed), folded(accepted)
    if given == wanted:
        return True
    if _SYLLABLE.search(wanted) and _SYLLABLE.search(given) and not _JAMO.search(given):
        return False  # the mode was right: by the keys alone, without their shift, 게 would be 계
    return folded(keystrokes(normalized(typed))) in (wanted, folded(keystrokes(normalized(accepted))))


def is_any_term(typed: str, accepted: Iterable[str]) -> bool:
    """Whether *typed* is one of the *accepted* forms, or two of them as a term with its original in brackets: 검정력(power)."""
    forms = tuple(accepted)
    pair = _WITH_ORIGINAL.fullmatch(normalized(typed).strip())
    parts = (typed,) if pair is None or any(is_same_term(typed, form) for form in forms) else pair.groups()
    return all(any(is_same_term(part, form) for form in forms) for part in parts)
