"""What a quiz asks: by weight, the unseen first."""

from collections import Counter
from random import Random

from quizapp.study.choosing import DAY_MS, Candidate, choose

POOL = [Candidate(f"item:{code}-{n}", f"{code}-1") for code in ("1-1-1", "1-1-2") for n in range(50)]


def test_topics_are_met_by_their_weights_and_not_by_their_size():
    pool = [candidate for candidate in POOL if candidate.syllabus == "1-1-1-1" or candidate.key < "item:1-1-2-2"]
    met = Counter()
    for seed in range(300):
        met.update(c.syllabus for c in choose(pool, 4, {"1-1-1": 1, "1-1-2": 3}, {}, Random(seed)))
    assert 2.3 < met["1-1-2-1"] / met["1-1-1-1"] < 3.7


def test_what_was_never_asked_comes_before_what_was():
    asked = {candidate.key: DAY_MS * 100 for candidate in POOL[:95]}
    chosen = choose(POOL, 5, {}, asked, Random(1))
    assert {candidate.key for candidate in chosen} == {candidate.key for candidate in POOL[95:]}


def test_a_small_pool_is_asked_whole_and_nothing_twice():
    chosen = choose(POOL[:7], 20, {}, {}, Random(3))
    assert sorted(c.key for c in chosen) == sorted(c.key for c in POOL[:7])


def test_the_same_seed_chooses_the_same():
    assert choose(POOL, 9, {}, {}, Random(5)) == choose(POOL, 9, {}, {}, Random(5))
