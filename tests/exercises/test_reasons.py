"""The reasons given for a wrong decision are the ones that hold."""

import pytest

from quizapp.exercises.draw import Draw, RedrawError
from quizapp.exercises.make import make_from
from quizapp.exercises.template import templates
from quizapp.items import Difficulty

RIGHT_VALUE = "맞지만"
"""What a reason says whose value is right for another choice than the one asked."""
CHOSEN_AMONG = ("더 높습니다.", "더 큽니다.", "더 작습니다.", "더 가깝습니다.", "크지 않습니다.", "작지 않습니다.")
"""How such reasons end where the right choice has the extreme value."""


def _decisions(seeds):
    """Each template that asks for a decision, with drafts of it."""
    for name, template in templates().items():
        for seed in range(seeds):
            try:
                draft = template.draft(Draw(seed, Difficulty.PAPER))
            except (RedrawError, ZeroDivisionError):
                continue
            if draft.label:
                yield name, draft


def test_a_value_that_is_right_for_its_choice_is_never_explained_as_a_mistake():
    faults = {}
    for name, draft in _decisions(300):
        first = {}
        for wrong in draft.wrongs:
            reason = first.setdefault(wrong.label, wrong.why)
            if RIGHT_VALUE in wrong.why and RIGHT_VALUE not in reason:
                faults[name] = (wrong.label, reason, wrong.why)
    assert faults == {}


@pytest.mark.parametrize("difficulty", Difficulty)
def test_the_extreme_value_is_seen_at_the_digits_that_are_shown(difficulty):
    faults = {}
    for name, template in templates().items():
        seeds = range(60) if isinstance(make_from(template, 0, difficulty).answer, str) else ()
        for one in (make_from(template, seed, difficulty) for seed in seeds):
            shown = f"{one.value:.{one.decimals}f}"
            for mistake in one.mistakes:
                names_extreme = RIGHT_VALUE in mistake.why and mistake.why.endswith(CHOSEN_AMONG)
                if names_extreme and f"{mistake.value:.{one.decimals}f}" == shown:
                    faults[name] = (one.seed, one.shown, mistake.shown)
    assert faults == {}
