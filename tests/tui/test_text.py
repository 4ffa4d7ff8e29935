"""Text of the bank reaches the screen as written and in even columns."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from quizapp.tui.text import bar, emphasised, hanging, padded, plain, verbatim, wrapped


def test_brackets_stay_what_they_are():
    for text in ("[0, 1]", "x[i]", "[/]", "[b]굵게[/b]", "[@click=app.quit]x[/]"):
        assert plain(text).plain == text
        assert emphasised(text, ("x",)).plain == text


def test_emphasis_marks_the_last_occurrence():
    content = emphasised("않은 것과 않은 것", ("않은",))
    assert [(span.start, span.end) for span in content.spans] == [(6, 8)]


@given(st.text(alphabet="가나 ab.0\n", max_size=60), st.integers(1, 30))
def test_wrapping_loses_no_letter_and_keeps_to_the_width(text, width):
    lines = wrapped(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert all(cell_len(line.rstrip()) <= max(width, 2) for line in lines)


def test_words_are_kept_whole_and_further_lines_hang():
    assert hanging("1. ", "가나 다라 마바사", 12) == ["1. 가나 다라", "   마바사"]


def test_code_that_does_not_fit_goes_on_further_in():
    assert verbatim("  print(alpha, beta)\nx", 16) == ["  print(alpha,", "      beta)", "x"]


def test_padding_counts_cells_and_not_letters():
    assert padded("가", 4) == "가  "
    assert padded("12", 4, right=True) == "  12"


def test_a_bar_stays_within_its_width():
    assert [bar(share, 4) for share in (-1, 0, 0.5, 1, 2)] == ["....", "....", "==..", "====", "===="]
