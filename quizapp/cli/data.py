"""`quizapp db`, `backup`, `restore` and `config`: the learner's own data file."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from quizapp.cli.common import bank_option, json_option, print_json
from quizapp.cli.opening import open_compiled_bank, open_learner_desk


def _data_file(bank: Path | None) -> Path:
    from quizapp.paths import folders

    return folders().database(open_compiled_bank(bank).exam.id)


def _stamp() -> str:
    return datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")


@click.group("db")
def db_group() -> None:
    """풀이 기록 파일."""


@db_group.command("path")
@bank_option
@click.pass_obj
def path(outer: Path | None, bank: Path | None) -> None:
    """기록 파일이 있는 곳."""
    click.echo(_data_file(bank or outer))


@db_group.command("export")
@json_option
@bank_option
@click.pass_obj
def export(outer: Path | None, as_json: bool, bank: Path | None) -> None:
    """모든 답을 한 줄에 하나씩 내보냅니다 (JSON)."""
    del as_json  # there is no other form
    from quizapp.store.answers import log

    print_json(log(open_learner_desk(bank or outer).database))


@db_group.command("check")
@bank_option
@click.pass_obj
def check(outer: Path | None, bank: Path | None) -> None:
    """파일이 온전한지, 기억 상태가 기록과 맞는지 살핍니다."""
    from quizapp.usecases.examine import findings

    found = findings(_data_file(bank or outer))
    for line in found:
        click.echo(line)
    if not found:
        click.echo("이상이 없습니다.")
    sys.exit(bool(found))


@db_group.command("rebuild")
@bank_option
@click.pass_obj
def rebuild(outer: Path | None, bank: Path | None) -> None:
    """기억 상태와 오답노트를 풀이 기록에서 다시 만듭니다."""
    from quizapp.usecases import remember, slips

    database = open_learner_desk(bank or outer).database
    click.echo(f"{remember.rebuild(database)}개의 기억 상태를 다시 만들었습니다.")
    click.echo(f"오답노트에 {slips.rebuild(database)}개가 있습니다.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@bank_option
@click.pass_obj
def backup(outer: Path | None, file: Path | None, bank: Path | None) -> None:
    """기록을 FILE(파일이나 폴더, 없으면 백업 폴더)에 통째로 베낍니다. 이미 있는 파일은 덮어쓰지 않습니다."""
    from quizapp.store.backup import backup_as_asked

    path = open_learner_desk(bank or outer).database.path
    click.echo(f"백업했습니다: {backup_as_asked(path, file, _stamp())}")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@bank_option
@click.pass_obj
def restore(outer: Path | None, file: Path, bank: Path | None) -> None:
    """백업 FILE을 지금의 기록 자리에 되돌립니다. 지금의 기록은 따로 남깁니다."""
    from quizapp.store.restore import restore as put_back

    kept = put_back(file, _data_file(bank or outer), _stamp())
    click.echo(f"되돌렸습니다: {file}" + (f"\n앞의 기록은 여기에 있습니다: {kept}" if kept else ""))


@click.group("config")
def config_group() -> None:
    """설정: 시험일, 하루 공부 시간."""


@config_group.command("list")
@bank_option
@click.pass_obj
def config_list(outer: Path | None, bank: Path | None) -> None:
    """모든 설정."""
    from quizapp.usecases.config import SETTINGS, get

    database = open_learner_desk(bank or outer).database
    for name, setting in SETTINGS.items():
        click.echo(f"{name} = {get(database, name) or '-'}    {setting.meaning}")


@config_group.command("get")
@click.argument("name")
@bank_option
@click.pass_obj
def config_get(outer: Path | None, name: str, bank: Path | None) -> None:
    """설정 하나."""
    from quizapp.usecases.config import get

    click.echo(get(open_learner_desk(bank or outer).database, name))


@config_group.command("set")
@click.argument("name")
@click.argument("value")
@bank_option
@click.pass_obj
def config_set(outer: Path | None, name: str, value: str, bank: Path | None) -> None:
    """설정을 바꿉니다 (예: config set exam-date 2027-04-03)."""
    from quizapp.usecases.config import put, remark

    desk = open_learner_desk(bank or outer)
    click.echo(f"{name} = {put(desk.database, name, value) or '-'}")
    if said := remark(desk, name):
        click.echo(said, err=True)
