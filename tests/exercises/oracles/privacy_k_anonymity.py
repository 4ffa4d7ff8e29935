"""Groups of records counted with dictionaries and loops."""

import re

from quizapp.items import Exercise
from tests.exercises.oracles import oracle, table


@oracle("privacy.k_anonymity.k_of_records")
def k_of_records(exercise: Exercise) -> float:
    columns = table(exercise).columns
    sensitive = re.search(r"민감한 속성은 (.+)이다\.", exercise.stem)[1]
    quasi = [at for at, column in enumerate(columns) if column not in {"번호", sensitive}]
    groups: dict[str, int] = {}
    for cells in table(exercise).rows:
        name = "|".join(cells[at] for at in quasi)
        groups[name] = groups.get(name, 0) + 1
    return min(groups.values())


@oracle("privacy.k_anonymity.k_and_l")
def k_and_l(exercise: Exercise) -> float:
    rows = [cells[1:] for cells in table(exercise).rows]
    least = min(len([cell for cell in cells if cell > 0]) for cells in rows)
    assert exercise.answer == f"k = {min(map(sum, rows))}, l = {least}"
    return least


@oracle("privacy.k_anonymity.suppression")
def suppression(exercise: Exercise) -> float:
    k = int(re.search(r"k = (\d+)", exercise.stem)[1])
    return sum(size for _, size in table(exercise).rows if size <= k - 1)


@oracle("privacy.k_anonymity.generalised")
def generalised(exercise: Exercise) -> float:
    return min(min(a + b, c + d) for _, a, b, c, d in table(exercise).rows)
