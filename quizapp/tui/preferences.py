"""The learner's settings as the app follows them: theme, motion, the key for a guess."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from textual.app import App

from quizapp.store.database import Database
from quizapp.tui.commands import COMMANDS, Command
from quizapp.tui.keys import either_layout
from quizapp.usecases import config

UNSURE = "unsure"
USUAL_KEY = "0"


def follow(app: App[Any], database: Database) -> None:
    """Has *app* follow the settings that are not the theme."""
    app.animation_level = "none" if config.is_on(database, "reduced-motion") else "full"
    key = config.get(database, "unsure-key")
    app.set_keymap(
        {f"{screen}.{one.action}": either_layout(one.keys) for screen in COMMANDS for one in commands(screen, key) if one.name == UNSURE}
    )


def follow_theme(app: App[Any], database: Database) -> None:
    """Shows the theme of the settings."""
    app.theme = config.get(database, "theme")


def commands(screen: str, key: str) -> tuple[Command, ...]:
    """The commands of a screen, a guess marked by the learner's own *key*."""
    if key == USUAL_KEY:
        return COMMANDS[screen]
    return tuple(_rekeyed(one, key) if one.name == UNSURE else one for one in COMMANDS[screen])


def _rekeyed(command: Command, key: str) -> Command:
    return replace(command, keys=",".join([key, *command.keys.split(",")[1:]]), shown_key=key)
