"""Text of the bank reaches the screen as written and in even columns."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from quizapp.items import Table
from quizapp.tui.text import bar, emphasised, fitting_table, padded, plain, table_lines

CELL = st.one_of(st.integers(-999, 9999), st.text(alphabet="가나다라 abc0.9[]", min_size=0, max_size=8))
TABLES = st.integers(1, 6).flatmap(
    lambda width: st.builds(
        Table,
        columns=st.tuples(*[st.text(alphabet="표제목 xy", min_size=1, max_size=6)] * width),
        rows=st.lists(st.tuples(*[CELL] * width), min_size=1, max_size=5).map(tuple),
    )
)


def test_brackets_stay_what_they_are():
    for text in ("[0, 1]", "x[i]", "[/]", "[b]굵게[/b]", "[@click=app.quit]x[/]"):
        assert plain(text).plain == text
        assert emphasised(text, ("x",)).plain == text


def test_emphasis_marks_the_last_occurrence():
    content = emphasised("않은 것과 않은 것", ("않은",))
    assert [(span.start, span.end) for span in content.spans] == [(6, 8)]


@given(TABLES)
def test_all_lines_of_a_table_are_equally_wide(table):
    widths = {cell_len(line) for line in table_lines(table)}
    assert len(widths) == 1


@given(TABLES, st.integers(10, 90))
def test_a_table_that_can_fit_does_and_none_loses_a_cell(table, width):
    lines = fitting_table(table, width)
    for row in table.rows:
        for cell in row:
            assert str(cell).strip() in "\n".join(lines)


def test_numbers_are_set_to_the_right_and_words_to_the_left():
    lines = table_lines(Table(columns=("이름", "값"), rows=(("가", 5), ("나다라", 1234))))
    assert lines == ["이름       값", "------   ----", "가          5", "나다라   1234"]


def test_padding_counts_cells_and_not_letters():
    assert padded("가", 4) == "가  "
    assert padded("12", 4, right=True) == "  12"


def test_a_bar_stays_within_its_width():
    assert [bar(share, 4) for share in (-1, 0, 0.5, 1, 2)] == ["....", "....", "==..", "====", "===="]
