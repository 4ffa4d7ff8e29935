"""A computation that is run for the key and shown as code: one function serves as both, so they cannot differ."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Computation:
    """A function of the catalogue with the exercise's own data."""

    function: Callable[..., Any]
    arguments: dict[str, Any]

    def value(self) -> float:
        """What the library returns for this data."""
        return float(self.function(**self.arguments))

    def code(self) -> str:
        """The same computation as a script that prints the value: imports, the data, the function's body."""
        imports, body = _source(self.function)
        data = [f"{name} = {value!r}" for name, value in self.arguments.items()]
        return "\n".join([*imports, *data, *body])


def compute(function: Callable[..., Any], **arguments: Any) -> Computation:
    """The computation of *function* on *arguments*: plain lists and numbers, so that the script can show them.

    The function must be written as a script would be: its imports inside, its last statement a return.
    """
    return Computation(function, arguments)


@cache
def _source(function: Callable[..., Any]) -> tuple[list[str], list[str]]:
    """The import lines and the other lines of a function's body, its return turned into a print."""
    definition = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    last = definition.body[-1] if isinstance(definition, ast.FunctionDef) else None
    if not isinstance(definition, ast.FunctionDef) or not isinstance(last, ast.Return) or last.value is None:
        raise TypeError(f"{function!r} must be a plain function that ends with a return")
    statements = definition.body[:-1]
    if ast.get_docstring(definition) is not None:
        statements = statements[1:]
    imports = [ast.unparse(node) for node in statements if isinstance(node, ast.Import | ast.ImportFrom)]
    body = [ast.unparse(node) for node in statements if not isinstance(node, ast.Import | ast.ImportFrom)]
    return imports, [*body, f"print({ast.unparse(last.value)})"]
