"""What the templates are called, without importing them: the whole catalogue costs a second, and a search while typing cannot wait.

`python -m quizapp.exercises.titles` writes the file anew after a template was added or renamed; a test compares the two.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("titles.txt")


@cache
def titles() -> dict[str, str]:
    """The title of every template by its full name."""
    lines = (line.partition("\t") for line in FILE.read_text(encoding="utf-8").splitlines())
    return {name: title for name, _, title in lines}


def titles_of(skill: str) -> list[str]:
    """The titles of a skill's templates."""
    return [title for name, title in titles().items() if name.rpartition(".")[0] == skill]


def listed() -> str:
    """The file as the registry of templates gives it."""
    from quizapp.exercises.template import templates

    return "".join(f"{name}\t{template.title}\n" for name, template in templates().items())


if __name__ == "__main__":
    FILE.write_text(listed(), encoding="utf-8")
