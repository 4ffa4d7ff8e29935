"""Korean particles, which follow the sound that the word before them ends in."""

from __future__ import annotations

_DIGIT_FINAL = {"0": "ㅇ", "1": "ㄹ", "2": "", "3": "ㅁ", "4": "", "5": "", "6": "ㄱ", "7": "ㄹ", "8": "ㄹ", "9": ""}
"""The final consonant of each digit as it is read: 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구."""

_LETTER_FINAL = {"L": "ㄹ", "M": "ㅁ", "N": "ㄴ", "R": "ㄹ"}
"""Latin letters whose Korean names end in a consonant: 엘, 엠, 엔, 알."""

_WHOLE_FINAL = {"10": "ㅂ", "100": "ㄱ", "1000": "ㄴ", "10000": "ㄴ"}
"""What round whole numbers end in: 십, 백, 천, 만; by their trailing zeros."""


def final_consonant(word: str) -> str:
    """The final consonant in which *word* is read: empty for none, 'ㄹ' where 로 follows without 으, any other letter otherwise."""
    last = word.rstrip(")]'\"’”% ")[-1:]
    if word.rstrip().endswith("%"):
        return ""  # 퍼센트
    if "가" <= last <= "힣":
        index = (ord(last) - 0xAC00) % 28
        return "ㄹ" if index == 8 else ("ㄱ" if index else "")
    if last.isdigit():
        return _number_final(word)
    return _LETTER_FINAL.get(last.upper(), "")


def _number_final(word: str) -> str:
    """Of a number at the end of *word*: whole numbers with trailing zeros are read 십, 백, 천, 만, decimals digit by digit."""
    digits = word.replace(",", "")
    start = len(digits)
    while start and (digits[start - 1].isdigit() or digits[start - 1] == "."):
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
