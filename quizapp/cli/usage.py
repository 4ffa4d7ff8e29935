"""Runs a command and tells in Korean what cannot be read of it: the one place where the command-line library's errors are shown."""

from __future__ import annotations

import re
import sys

import click

_SENTENCES = (
    (r"No such command (.+?)\.(?: Did you mean (.+?)\?)?", "모르는 명령입니다: {0}", " (비슷한 것: {1})"),
    (r"No such option:? (.+?)(?:\.|$)(?: Did you mean (.+?)\?)?.*", "모르는 옵션입니다: {0}", " (비슷한 것: {1})"),
    (r"Got unexpected extra arguments? \((.+)\)", "쓸 데 없는 인수가 있습니다: {0}", ""),
    (r"Option (.+) requires .+", "{0} 옵션 뒤에 값이 있어야 합니다", ""),
    (r"Option (.+) does not take a value.*", "{0} 옵션에는 값을 쓰지 않습니다", ""),
    (r"Missing command\.", "명령이 빠졌습니다", ""),
    (r"(.+) is not a valid integer\.?", "{0} - 정수가 아닙니다", ""),
    (r"(.+) is not a valid .+", "{0} - 알맞은 값이 아닙니다", ""),
    (r"(.+) is not in the range (.+?)\.", "{0} - 범위를 벗어납니다 ({1})", ""),
    (r"(.+) is not one of (.+?)\.", "{0} - 다음 가운데 하나여야 합니다: {1}", ""),
    (r"(?s)(.+) (?:does not exist|is a file|is a directory|is not readable)\.", "{0} - 쓸 수 없는 파일입니다", ""),
)
"""What the library says, what we say, and what is added where it has a suggestion."""
_KOREAN = re.compile("[가-힣]")


def run() -> None:
    """Runs the command that the process was called with, and leaves with its status."""
    from quizapp.cli.commands import quizapp

    try:
        status = quizapp.main(prog_name="quizapp", standalone_mode=False)
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        is_help = type(error).__name__ == "NoArgsIsHelpError"  # since click 8.2: a group alone shows its help
        click.echo(error.message if is_help else f"quizapp: {told(error)}", err=True)
        sys.exit(error.exit_code)
    if isinstance(status, int):  # of --help and --version; a command itself returns nothing
        sys.exit(status)


def told(error: click.ClickException) -> str:
    """The error as a Korean sentence that names the command's help."""
    context = getattr(error, "ctx", None)
    return f"{_said(error).rstrip('.')}. 도움말: `{context.command_path if context else 'quizapp'} --help`"


def _said(error: click.ClickException) -> str:
    if isinstance(error, click.MissingParameter) and error.param is not None:
        kind = "옵션이" if isinstance(error.param, click.Option) else "인수가"
        return f"{_name(error.param)} {kind} 빠졌습니다"
    if isinstance(error, click.NoSuchOption) and error.possibilities:
        return f"모르는 옵션입니다: {error.option_name} (비슷한 것: {', '.join(error.possibilities)})"
    said = _translated(error.message)
    return f"{_name(error.param)}: {said}" if isinstance(error, click.BadParameter) and error.param is not None else said


def _name(param: click.Parameter) -> str:
    return param.opts[-1] if isinstance(param, click.Option) else param.human_readable_name.upper()


def _translated(message: str) -> str:
    """A sentence of the library; one of our own stays, one that is not known is told in general."""
    if _KOREAN.search(message):
        return message
    for pattern, sentence, suggestion in _SENTENCES:
        if match := re.fullmatch(pattern, message):
            groups = match.groups()
            return sentence.format(*groups) + (suggestion.format(*groups) if suggestion and groups[-1] else "")
    return "명령을 읽을 수 없습니다"
