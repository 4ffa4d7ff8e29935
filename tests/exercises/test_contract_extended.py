"""Every template with the heavier numbers of practice: quickly over 200 seeds, and (`-m long`) over 6,000."""

import pytest

from quizapp.items import Difficulty
from tests.exercises.contract import Contract


class TestExtended(Contract):
    difficulty = Difficulty.EXTENDED
    scripts = 10


@pytest.mark.long
class TestExtendedOverManySeeds(Contract):
    difficulty = Difficulty.EXTENDED
    seeds = 6000
    least_variants = 200
    highest_share = 0.4
