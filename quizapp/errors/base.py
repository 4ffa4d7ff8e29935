"""The class of every failure that is told to a person."""


class QuizappError(Exception):
    """A failure with a Korean sentence that says what happened and what to do."""
