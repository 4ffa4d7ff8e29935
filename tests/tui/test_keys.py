"""Both layouts, one meaning."""

import pytest
from textual.binding import Binding

from quizapp.tui.commands import COMMANDS, bindings
from quizapp.tui.keys import JAMO_OF, either_layout, is_hangul_syllable


def test_every_letter_and_digit_has_its_twin():
    assert either_layout("n,ctrl+r,1,down") == "n,ㅜ,ctrl+r,ctrl+ㄱ,1,１,down"
    assert len(JAMO_OF) == 26 + 7
    assert len(set(JAMO_OF.values())) == len(JAMO_OF)


@pytest.mark.parametrize("screen", COMMANDS)
def test_no_key_of_a_screen_means_two_things(screen):
    asking = {"choose", "unsure", "confirm", "submit", "turn", "move"}
    feedback = {"next", "read_on"}
    keys = [
        (key, binding.action.partition("(")[0])
        for binding in bindings(screen)
        if isinstance(binding, Binding)
        for key in binding.key.split(",")
    ]
    for key, action in keys:
        rivals = {other for other_key, other in keys if other_key == key and other != action}
        assert not rivals or (action in asking | feedback and rivals <= asking | feedback), (key, action, rivals)


@pytest.mark.parametrize("screen", COMMANDS)
def test_every_single_letter_key_works_in_hangul_mode(screen):
    for binding in bindings(screen):
        keys = binding.key.split(",")
        for key in keys:
            if len(key) == 1 and key.isascii() and key.isalpha():
                assert JAMO_OF[key] in keys


def test_a_composed_syllable_is_told_from_a_jamo():
    assert is_hangul_syllable("가")
    assert not any(map(is_hangul_syllable, ["ㅏ", "a", None, "", "가나"]))
