"""Keys under the Latin and the two-set Hangul (두벌식) layout alike.

With the Hangul layout on, the key J arrives as 'ㅓ' and, in full-width mode, 1 as '１'; a binding of 'j' or '1' alone would be dead.
"""

from __future__ import annotations

from quizapp.korean import JAMO_OF

_FULL_WIDTH = 0xFEE0
"""Distance from an ASCII sign to its full-width form."""


def either_layout(keys: str) -> str:
    """*keys* of a binding with their twins: 'n,ctrl+r,1' becomes 'n,ㅜ,ctrl+r,ctrl+ㄱ,1,１'."""
    twins: list[str] = []
    for key in keys.split(","):
        twins.append(key)
        *modifiers, last = key.split("+")
        if last in JAMO_OF:
            twins.append("+".join([*modifiers, JAMO_OF[last]]))
        elif len(last) == 1 and last.isdigit() and not modifiers:
            twins.append(chr(ord(last) + _FULL_WIDTH))
    return ",".join(twins)


def is_hangul_syllable(character: str | None) -> bool:
    """Whether a whole syllable arrived: an input method composed keys that were meant as commands."""
    return character is not None and len(character) == 1 and "가" <= character <= "힣"
