"""Two themes of one language: one accent; right and wrong differ in hue and lightness, and always carry a sign as well."""

from __future__ import annotations

from textual.theme import Theme

from quizapp.usecases import config

DARK = Theme(
    name=config.NIGHT,
    dark=True,
    primary="#7aa2f7",
    accent="#7aa2f7",
    foreground="#d5d9e5",
    background="#16181f",
    surface="#1b1e27",
    panel="#252936",
    success="#7fd1a8",
    warning="#e5c07b",
    error="#ff8f80",
    variables={"muted": "#9aa1b5"},
)

LIGHT = Theme(
    name=config.DAY,
    dark=False,
    primary="#1f4fbf",
    accent="#1f4fbf",
    foreground="#1d2230",
    background="#fbfbf8",
    surface="#f2f2ec",
    panel="#e4e4dc",
    success="#0b6b43",
    warning="#7a5200",
    error="#b3261e",
    variables={"muted": "#565d70"},
)

THEMES = (DARK, LIGHT)
