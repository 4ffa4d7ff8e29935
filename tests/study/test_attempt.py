"""The answer sheet follows from the deeds, and the clock from a clock that only grows."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.attempt import Deed, Kind, attempted, struck_value
from quizapp.study.watch import Watch, clock_text, warning


def sheet(*deeds, questions=4):
    return attempted(questions, [Deed(*deed) for deed in deeds])


def test_time_belongs_to_the_question_that_was_shown():
    now = sheet(
        (Kind.OPEN, 0, 0, 0), (Kind.ANSWER, 0, 2, 4_000), (Kind.GO, 2, 0, 5_000), (Kind.FLAG, 2, 1, 9_000), (Kind.GO, 0, 0, 12_000),
        (Kind.SUBMIT, 0, 0, 13_000),
    )  # fmt: skip
    assert [entry.elapsed_ms for entry in now.entries] == [6_000, 0, 7_000, 0]
    assert (now.used_ms, now.is_over, now.by_time, now.position) == (13_000, True, False, 0)


def test_answers_that_were_given_before_are_remembered():
    now = sheet((Kind.ANSWER, 0, 2, 1), (Kind.ANSWER, 0, 3, 2), (Kind.ANSWER, 0, 0, 3), (Kind.ANSWER, 0, 2, 4), (Kind.ANSWER, 1, 1, 5))
    assert (now.entries[0].response, now.entries[0].earlier) == (2, (2, 3))
    assert now.entries[1].earlier == ()
    assert now.open_positions == [2, 3]


def test_marks_are_set_and_taken_back_and_a_flag_that_was_leaves_a_trace():
    now = sheet((Kind.FLAG, 1, 1, 1), (Kind.UNSURE, 1, 1, 1), (Kind.STRIKE, 1, struck_value({1, 4}), 2), (Kind.FLAG, 1, 0, 3))
    entry = now.entries[1]
    assert (entry.is_flagged, entry.was_flagged, entry.is_unsure, entry.struck) == (False, True, True, {1, 4})
    assert sheet((Kind.STRIKE, 1, 9, 1), (Kind.ANSWER, 1, 4, 2)).entries[1].struck == {1}  # what is answered is not struck out


def test_pauses_and_closings_are_summed():
    now = sheet((Kind.OPEN, 0, 0, 0), (Kind.PAUSE, 0, 500, 10), (Kind.OPEN, 0, 3_000, 20), (Kind.PAUSE, 0, 700, 30))
    assert (now.pauses, now.paused_ms, now.closings, now.closed_ms) == (2, 1_200, 1, 3_000)


def test_the_next_of_some_positions_goes_round():
    now = sheet((Kind.GO, 2, 0, 0))
    assert [now.next_of(positions) for positions in ([0, 3], [0, 1], [2], [])] == [3, 0, None, None]


@given(st.lists(st.tuples(st.sampled_from(Kind), st.integers(0, 3), st.integers(0, 4), st.integers(0, 9_999)), max_size=40))
def test_the_times_of_the_questions_add_up_to_the_time_used(deeds):
    now = sheet(*deeds)
    assert sum(entry.elapsed_ms for entry in now.entries) == now.used_ms


def test_a_watch_counts_only_while_it_runs():
    watch = Watch(1_000).started(50_000)
    assert (watch.at(50_000), watch.at(53_000)) == (1_000, 4_000)
    stood = watch.stopped(53_000)
    assert stood.at(99_000) == 4_000
    assert stood.started(99_000).at(99_500) == 4_500
    assert watch.at(10) == 1_000  # another process's clock may start anew


def test_a_warning_stands_for_a_minute_before_30_15_and_5():
    minute, allowed = 60_000, 120 * 60_000
    assert [warning(m * minute, allowed) for m in (31, 30, 29.5, 29, 15, 14, 5, 4.5, 4, 0)] == [0, 30, 30, 0, 15, 0, 5, 5, 0, 0]
    assert [warning(30 * minute, 30 * minute), warning(15 * minute, 30 * minute)] == [0, 15]


def test_the_clock_shows_begun_seconds():
    assert [clock_text(ms) for ms in (0, 1, 59_000, 60_000, 3_600_000, 7_199_001)] == [
        "00:00",
        "00:01",
        "00:59",
        "01:00",
        "1:00:00",
        "2:00:00",
    ]
