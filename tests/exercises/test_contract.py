"""Every template as on the paper: quickly over 200 seeds, and (`-m long`) over 6,000."""

import pytest

from tests.exercises.contract import Contract


class TestPaper(Contract):
    scripts = 10


@pytest.mark.long
class TestPaperOverManySeeds(Contract):
    """A fault in one of 2,000 variants needs 5,990 seeds to be seen with 95 %."""

    seeds = 6000
    least_variants = 200
    highest_share = 0.4
