"""What the commands share: options, and output for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

bank_option = click.option("--bank", "bank", type=click.Path(path_type=Path), help="다른 문제은행 폴더")
json_option = click.option("--json", "as_json", is_flag=True, help="프로그램이 읽을 꼴로 (한 줄에 하나)")
plain_option = click.option("--plain", is_flag=True, help="화면 대신 글로 (파이프, 화면 읽기 프로그램)")
topic_option = click.option("--topic", "topics", multiple=True, metavar="CODE", help="출제기준 코드, 여러 번 쓸 수 있음 (예: 3-2)")
seed_option = click.option("--seed", type=click.IntRange(0, 2**31 - 1), help="같은 번호면 같은 문제")


def print_json(rows: Iterable[dict[str, Any]]) -> None:
    """One object a line."""
    for row in rows:
        click.echo(json.dumps(row, ensure_ascii=False))
