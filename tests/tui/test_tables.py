"""Tables of the bank at every width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from quizapp.items import Table
from quizapp.tui.tables import fitting_table, table_lines

CELL = st.one_of(st.integers(-999, 9999), st.text(alphabet="가나다라 abc0.9[]", min_size=0, max_size=8))
TABLES = st.integers(1, 6).flatmap(
    lambda width: st.builds(
        Table,
        columns=st.tuples(*[st.text(alphabet="표제목 xy", min_size=1, max_size=6)] * width),
        rows=st.lists(st.tuples(*[CELL] * width), min_size=1, max_size=5).map(tuple),
    )
)


@given(TABLES)
def test_all_lines_of_a_table_are_equally_wide(table):
    widths = {cell_len(line) for line in table_lines(table)}
    assert len(widths) == 1


@given(TABLES, st.integers(10, 90))
def test_a_table_that_can_fit_does_and_none_loses_a_cell(table, width):
    lines = fitting_table(table, width)
    shown = "".join("".join(lines).split())
    for cell in (cell for row in table.rows for cell in row):
        assert all(letter in shown for letter in str(cell).replace(" ", ""))
        if cell_len(str(cell)) <= 8 and len(table.columns) == 1:
            assert "".join(str(cell).split()) in shown


def test_numbers_are_set_to_the_right_and_words_to_the_left():
    lines = table_lines(Table(columns=("이름", "값"), rows=(("가", 5), ("나다라", 1234))))
    assert lines == ["이름       값", "------   ----", "가          5", "나다라   1234"]


def test_decimals_stand_on_their_points():
    lines = table_lines(Table(columns=("x", "값"), rows=((1, 0.25), (2, 10), (3, 1.5))))
    assert [line[4:] for line in lines[2:]] == [" 0.25", "10   ", " 1.5 "]


WORDS = Table(
    columns=("점검 항목", "현황"), rows=(("추가 정보의 보관", "후속 연구에 필요하여 파기하지 않고 가명정보와 다른 서버에 암호화하여 보관"),)
)


def test_long_words_are_broken_within_their_column():
    assert fitting_table(WORDS, 50) == [
        "점검 항목          현황                           ",
        "----------------   -------------------------------",
        "추가 정보의 보관   후속 연구에 필요하여 파기하지  ",
        "                     않고 가명정보와 다른 서버에  ",
        "                     암호화하여 보관              ",
    ]


def test_a_table_without_room_for_its_columns_names_every_cell_and_hangs():
    narrow = Table(
        columns=("점검 항목", "현황", "담당", "조치"),
        rows=(("보관", "파기하지 않고 다른 서버에 둠", "정보보호 책임자", "후속 연구가 끝나면 파기함"),),
    )
    assert fitting_table(narrow, 30) == [
        "점검 항목  보관",
        "  현황  파기하지 않고 다른",
        "        서버에 둠",
        "  담당  정보보호 책임자",
        "  조치  후속 연구가 끝나면",
        "        파기함",
    ]


@pytest.mark.parametrize("columns", [54, 72, 96])
def test_every_table_of_the_bank_keeps_to_the_width(real_desk, columns):
    for ref in real_desk.bank.refs(()):
        data = getattr(real_desk.bank.item(ref.id), "data", None)
        if isinstance(data, Table):
            assert max(map(cell_len, fitting_table(data, columns))) <= columns, ref.id
