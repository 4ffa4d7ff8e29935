"""The Rand index by looking at every ordered pair of the table."""

from itertools import permutations

from quizapp.items import Exercise
from tests.exercises.oracles import oracle, table


@oracle("cluster.silhouette.rand")
def rand(exercise: Exercise) -> float:
    (_, *known), (_, *found) = table(exercise).rows
    pairs = list(permutations(range(len(known)), 2))
    return sum((known[i] == known[j]) is (found[i] == found[j]) for i, j in pairs) / len(pairs)
