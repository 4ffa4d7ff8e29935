"""What the learner is told when the app opens."""


def test_a_broken_bank_names_the_first_place_and_the_command_that_shows_all(bank_folder, make_desk):
    (bank_folder / "2_second" / "2-1-1.yaml").write_text("- [\n", encoding="utf-8")
    (bank_folder / "1_first" / "points.yaml").write_text("- 1\n", encoding="utf-8")
    (notice,) = make_desk(bank_folder).notices
    assert "2곳" in notice
    assert "1_first/points.yaml:1" in notice
    assert f"`quizapp bank check --bank {bank_folder}`" in notice


def test_a_sound_bank_needs_no_words(desk, real_desk):
    assert desk.notices == real_desk.notices == []
