"""The list of titles is that of the templates."""

from quizapp.exercises.titles import FILE, listed, titles, titles_of


def test_the_file_holds_what_the_registry_holds():
    assert FILE.read_text(encoding="utf-8") == listed(), "python -m quizapp.exercises.titles"


def test_a_skill_has_the_titles_of_its_templates():
    found = titles_of("scaling.standard")
    assert found
    assert set(found) <= set(titles().values())
