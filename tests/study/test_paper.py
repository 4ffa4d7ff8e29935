"""The draw of a paper: quotas, levels, points, earlier papers, places of the keys."""

from collections import Counter
from dataclasses import dataclass, replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.paper import calculation_order, forms, quotas, shares, shortages, with_even_keys, written_items
from quizapp.syllabus import Exam, Subject, Syllabus, Topic
from tests.questions import choice_question


@dataclass(frozen=True)
class Item:
    id: str
    syllabus: str
    point: str
    level: int = 2


EXAM = Exam(
    id="e", title="시험", minutes=120, choices=4, points=1.25, pass_average=60, pass_subject=40, calculator=False,
    subjects=(Subject("1", 20, (0, 0)), Subject("2", 20, (2, 3)), Subject("3", 20, (1, 2)), Subject("4", 20, (2, 2))),
)  # fmt: skip
SYLLABUS = Syllabus(
    (Topic("2", "둘"), Topic("2-1", "가"), Topic("2-1-1", "나", 8), Topic("2-1-2", "다", 28), Topic("2-2", "라"), Topic("2-2-1", "마", 7))
)
TWO = Subject("2", 20, (2, 3))


def items(code, count, *, points=None, start=0):
    return [Item(f"i-{code}-{n:03}", f"{code}-{n % 3 + 1}", f"논점 {code} {n % (points or count)}", n % 3 + 1) for n in range(start, count)]


def enough():
    return items("2-1-1", 20) + items("2-1-2", 40) + items("2-2-1", 20)


def test_the_forms_of_the_exam_are_the_whole_half_and_each_subject():
    made = {form.name: (form.questions, form.minutes) for form in forms(EXAM)}
    assert made == {
        "full": (80, 120), "half": (40, 60), "subject-1": (20, 30), "subject-2": (20, 30), "subject-3": (20, 30), "subject-4": (20, 30),
    }  # fmt: skip
    half = forms(EXAM)[1]
    assert [subject.calculations for subject in half.subjects] == [(0, 0), (1, 2), (1, 1), (1, 1)]


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.integers(1, 50), min_size=1, max_size=9), st.integers(0, 100))
def test_shares_are_whole_numbers_within_one_of_the_exact_ones(weights, count):
    dealt = shares(weights, count)
    assert sum(dealt.values()) == count
    for name, weight in weights.items():
        assert abs(dealt[name] - weight * count / sum(weights.values())) < 1


def test_no_other_whole_numbers_are_closer_to_the_weights():
    assert quotas(TWO, SYLLABUS) == {"2-1-1": 4, "2-1-2": 13, "2-2-1": 3}


@given(st.integers(0, 10_000))
def test_the_written_questions_are_as_many_of_each_code_as_the_quota_and_never_share_a_point(seed):
    quota = quotas(TWO, SYLLABUS)
    used = set()
    chosen = list(written_items(quota, enough(), {}, used, Random(seed)))
    assert Counter(item.syllabus[:5] for item in chosen) == quota
    assert len({item.point for item in chosen}) == len(used) == 20


@given(st.integers(0, 10_000))
def test_the_levels_are_mixed(seed):
    chosen = list(written_items(quotas(TWO, SYLLABUS), enough(), {}, set(), Random(seed)))
    assert Counter(item.level for item in chosen) == {1: 6, 2: 9, 3: 5}


@given(st.integers(0, 10_000))
def test_where_points_are_too_few_the_quota_is_still_kept(seed):
    few = items("2-1-1", 20, points=2) + items("2-1-2", 40, points=5) + items("2-2-1", 20, points=1)
    chosen = list(written_items(quotas(TWO, SYLLABUS), few, {}, set(), Random(seed)))
    assert len({item.id for item in chosen}) == 20
    assert len({item.point for item in chosen}) == 8


@given(st.integers(0, 10_000))
def test_what_the_last_papers_asked_is_left_out_as_far_as_there_is_other_matter(seed):
    pool = enough()
    recent = {f"item:{item.id}": 1 for item in pool if item.syllabus.startswith("2-1-2")}
    recent |= {f"item:{item.id}": 3 for item in pool[:10]} | {f"item:{item.id}": 1 for item in pool[10:17]}
    chosen = {item.id for item in written_items(quotas(TWO, SYLLABUS), pool, recent, set(), Random(seed))}
    eased = [item.id for item in pool[17:20]]
    assert set(eased) <= chosen  # the three that were in no paper
    assert len(chosen & {item.id for item in pool[:10]}) == 1  # then one that was in the oldest
    assert not chosen & {item.id for item in pool[10:17]}


def test_the_same_seed_draws_the_same_items_in_whatever_order_they_come():
    pool = enough()
    first = list(written_items(quotas(TWO, SYLLABUS), pool, {}, set(), Random(4)))
    assert list(written_items(quotas(TWO, SYLLABUS), reversed(pool), {}, set(), Random(4))) == first
    assert list(written_items(quotas(TWO, SYLLABUS), pool, {}, set(), Random(5))) != first


SKILLS = {"a.one": "2-1-1-1", "a.two": "2-1-1-1", "b.one": "2-1-2-1", "b.two": "2-1-2-2", "c.one": "2-2-1-1", "d.none": "2-3-1-1"}


@given(st.integers(0, 10_000))
def test_exercises_come_where_written_questions_lack_then_from_topic_after_topic(seed):
    quota = quotas(TWO, SYLLABUS)
    order = calculation_order(SKILLS, quota, {"2-1-1": 20, "2-1-2": 20, "2-2-1": 2}, {"skill:b.one": 1}, Random(seed))
    assert sorted(order) == sorted(set(SKILLS) - {"d.none"})
    assert order[0] == "c.one"  # the quota of 2-2-1 is three and there are two
    assert order[-1] == "b.one"  # it was in the last paper
    assert [SKILLS[name] for name in order[1:3]].count("2-1-1-1") == 1


def test_a_bank_too_small_is_told_by_code_and_by_calculations():
    form = replace(forms(EXAM)[0], subjects=(TWO,))
    assert shortages(form, SYLLABUS, enough(), ["2-1-1-1"] * 3) == []
    assert shortages(form, SYLLABUS, enough(), ["2-1-1-1"])[0].lacking == 1
    poor = items("2-1-1", 20) + items("2-1-2", 5)
    found = {(one.code, one.is_calculation): one.lacking for one in shortages(form, SYLLABUS, poor, ["2-1-2-1"] * 2)}
    assert found == {("2-1-2", False): 6, ("2-2-1", False): 3}


@pytest.mark.parametrize("fixed", [(), (1, 1, 1), (2,) * 20, (1, 2, 3, 4) * 3])
@given(seed=st.integers(0, 10_000))
def test_every_number_is_the_key_equally_often(fixed, seed):
    rng = Random(seed)
    questions = [choice_question(n, right=right) for n, right in enumerate(fixed)]
    questions += [choice_question(n, right=rng.randint(1, 4)) for n in range(len(questions), 80)]
    is_fixed = [n < len(fixed) for n in range(80)]
    placed = with_even_keys(questions, is_fixed, rng)
    assert set(Counter(question.right_number for question in placed).values()) == {20}
    assert placed[: len(fixed)] == questions[: len(fixed)]
    for before, after in zip(questions, placed, strict=True):
        assert set(before.choices) == set(after.choices)
