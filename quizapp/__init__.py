"""quizapp: a terminal app for passing certificate exams, built around an answer log, a question bank and computed exercises."""

__version__ = "0.1.0"
