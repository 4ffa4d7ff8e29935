"""What a candidate who knows nothing could score: guessers that see the form of the items and not their matter.

scikit-learn is imported here alone of the bank's modules, and only when asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt

from quizapp.bank.load import LoadedBank
from quizapp.bank.wording import words
from quizapp.items import ChoiceItem

ENOUGH = 20
"""Items from which a share is judged."""
FOLDS, REPEATS = 5, 4
"""The learner is tried on so many folds, drawn anew so many times: how items fall into folds alone moves its share by a point."""
FORM_LIMIT, STEM_LIMIT = 0.28, 0.30


@dataclass(frozen=True, slots=True)
class Guess:
    """How a guesser did on a group of items."""

    group: str
    guesser: str
    items: int
    share: float
    """Expected share of right answers; ties count in part."""
    limit: float

    @property
    def is_clue(self) -> bool:
        """Whether the form gives keys away."""
        return self.share > self.limit


def guess(bank: LoadedBank) -> list[Guess]:
    """Every guesser on every subject and on all of the bank, where there are enough items."""
    items = [entry.item for entry in bank.entries if isinstance(entry.item, ChoiceItem)]
    groups = {subject.name: [item for item in items if item.syllabus[0] == subject.code] for subject in bank.syllabus.subjects}
    return [
        result for group, members in (groups | {"전체": items}).items() if len(members) >= ENOUGH for result in _guess_group(group, members)
    ]


def _guess_group(group: str, items: list[ChoiceItem]) -> list[Guess]:
    chance = 1 / len(items[0].choices)
    noise = chance + 2 * sqrt(chance * (1 - chance) / len(items))
    return [
        Guess(group, "longest", len(items), _share(items, lambda item, at: len(item.choices[at].text)), FORM_LIMIT),
        Guess(group, "shortest", len(items), _share(items, lambda item, at: -len(item.choices[at].text)), FORM_LIMIT),
        Guess(group, "stem-overlap", len(items), _share(items, _overlap), STEM_LIMIT),
        Guess(group, "position", len(items), max(_key_shares(items)), noise),
        Guess(group, "learner", len(items), _learner_share(items), noise),
    ]


def _share(items: list[ChoiceItem], score: Callable[[ChoiceItem, int], float]) -> float:
    """The expected share of a guesser that takes the choice of the highest *score* (choice by its position), at random among equals."""
    total = 0.0
    for item in items:
        scores = [score(item, at) for at in range(len(item.choices))]
        best = [at for at, value in enumerate(scores) if value == max(scores)]
        total += item.choices[best[0]].correct if len(best) == 1 else sum(item.choices[at].correct for at in best) / len(best)
    return total / len(items)


def _overlap(item: ChoiceItem, at: int) -> float:
    return len(words(item.stem) & words(item.choices[at].text))


def _key_shares(items: list[ChoiceItem]) -> list[float]:
    width = max(len(item.choices) for item in items)
    keys = [next(at for at, choice in enumerate(item.choices) if choice.correct) for item in items]
    return [keys.count(at) / len(items) for at in range(width)]


def _learner_share(items: list[ChoiceItem]) -> float:
    """A logistic regression on letters and lengths of the choices alone, on items it has not seen (by item)."""
    import numpy as np
    from scipy.sparse import csr_matrix, hstack
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GroupKFold, cross_val_predict
    from sklearn.pipeline import FunctionTransformer, make_pipeline

    texts = [choice.text for item in items for choice in item.choices]
    labels = np.array([choice.correct for item in items for choice in item.choices], dtype=int)
    groups = np.array([number for number, item in enumerate(items) for _ in item.choices])
    mean = {number: sum(len(choice.text) for choice in item.choices) / len(item.choices) for number, item in enumerate(items)}
    lengths = csr_matrix(np.array([[len(text) / mean[group]] for text, group in zip(texts, groups, strict=True)]))
    grams = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), min_df=2).fit_transform(texts)
    features = hstack([grams, lengths]).tocsr()
    model = make_pipeline(FunctionTransformer(), LogisticRegression(max_iter=1000, class_weight="balanced"))
    right = 0.0
    for repeat in range(REPEATS):
        folds = GroupKFold(FOLDS, shuffle=True, random_state=repeat)
        scores = cross_val_predict(model, features, labels, groups=groups, cv=folds, method="decision_function")
        right += sum(labels[groups == group][scores[groups == group].argmax()] for group in range(len(items)))
    return float(right) / REPEATS / len(items)
