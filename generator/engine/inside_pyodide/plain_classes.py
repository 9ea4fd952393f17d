"""Write out what `@dataclass(frozen=True, slots=True)` would write at each start.

A dataclass composes the source of its methods and compiles it when its module is imported. In a
browser that took a millisecond or more a class, a fifth of Python's start. What is written here
behaves the same, but that neither `dataclasses.fields`, `replace` and the like nor `copy` and
`pickle` know it.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass as _dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WRITTEN_OUT = {"frozen": True, "slots": True}
"""The one kind of dataclass that is written out. Others stay as they are."""
KNOWN = {"dataclass", "field"}
"""What may be imported from `dataclasses`."""


class PlainClassError(ValueError):
    """A module uses dataclasses in a way that cannot be written out."""


@_dataclass(frozen=True)
class _Field:
    name: str
    default: ast.expr | None = None
    factory: ast.expr | None = None
    is_argument: bool = True
    is_compared: bool = True
    is_shown: bool = True


def with_plain_classes(source: str, filename: str) -> ast.Module:
    """Parse a module and write its dataclasses out.

    Args:
        source: The module's source.
        filename: What messages call it.

    Raises:
        PlainClassError: It uses more of `dataclasses` than can be written out.
    """
    tree = ast.parse(source, filename)
    for statement in ast.walk(tree):
        if isinstance(statement, ast.ImportFrom) and statement.module == "dataclasses":
            unknown = sorted({name.name for name in statement.names} - KNOWN)
            if unknown:
                raise PlainClassError(
                    f"{filename}: line {statement.lineno}: {', '.join(unknown)} cannot be used in "
                    "the engine, where dataclasses are written out."
                )
    tree.body = [_plain(statement, filename) for statement in tree.body]
    if not any(_is_dataclass(statement) for statement in ast.walk(tree)):
        tree.body = [
            statement
            for statement in tree.body
            if not (isinstance(statement, ast.ImportFrom) and statement.module == "dataclasses")
        ]
    return ast.fix_missing_locations(tree)


def _plain(statement: ast.stmt, filename: str) -> ast.stmt:
    if not isinstance(statement, ast.ClassDef) or not _is_dataclass(statement):
        return statement
    if statement.bases or statement.keywords or len(statement.decorator_list) > 1:
        return statement
    (decorator,) = statement.decorator_list
    options = {
        keyword.arg: getattr(keyword.value, "value", None)
        for keyword in getattr(decorator, "keywords", [])
    }
    if options != WRITTEN_OUT:
        return statement
    fields, rest = [], []
    for part in statement.body:
        if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
            fields.append(_field_of(part, filename))
        elif not _is_text(part) or part is statement.body[0]:
            rest.append(part)
    has_own = {part.name for part in rest if isinstance(part, ast.FunctionDef)}
    methods = [method for method in _methods(statement.name, fields, has_own) if method.name not in has_own]
    statement.decorator_list = []
    begins_with_text = _is_text(rest[0]) if rest else False
    docstring = [rest.pop(0)] if begins_with_text else []
    statement.body = [*docstring, *_names(fields), *methods, *rest]
    return statement


def _is_dataclass(statement: ast.AST) -> bool:
    if not isinstance(statement, ast.ClassDef):
        return False
    called = (getattr(decorator, "func", decorator) for decorator in statement.decorator_list)
    return any(isinstance(name, ast.Name) and name.id == "dataclass" for name in called)


def _is_text(statement: ast.stmt) -> bool:
    """Whether it is a docstring, of the class or of a field."""
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _field_of(part: ast.AnnAssign, filename: str) -> _Field:
    assert isinstance(part.target, ast.Name)
    name, value = part.target.id, part.value
    if not (isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "field"):
        return _Field(name, default=value)
    given = {keyword.arg: keyword.value for keyword in value.keywords}
    unknown = sorted(str(option) for option in given.keys() - {"default", "default_factory", "init", "repr", "compare"})
    if unknown or value.args:
        raise PlainClassError(f"{filename}: line {part.lineno}: field({', '.join(unknown)}) is not known here.")

    def is_on(option: str) -> bool:
        return bool(getattr(given.get(option), "value", True))

    if is_on("init") and "default_factory" in given:
        raise PlainClassError(
            f"{filename}: line {part.lineno}: a field with a default_factory needs init=False here."
        )
    return _Field(
        name,
        default=given.get("default"),
        factory=given.get("default_factory"),
        is_argument=is_on("init"),
        is_compared=is_on("compare"),
        is_shown=is_on("repr"),
    )


def _names(fields: list[_Field]) -> Iterator[ast.stmt]:
    slots = tuple(field.name for field in fields)
    matched = tuple(field.name for field in fields if field.is_argument)
    yield from ast.parse(f"__slots__ = {slots!r}\n__match_args__ = {matched!r}").body


def _methods(name: str, fields: list[_Field], own: set[str]) -> list[ast.FunctionDef]:
    compared = "".join(f"self.{field.name}, " for field in fields if field.is_compared)
    other = compared.replace("self.", "other.")
    shown = ", ".join(f"{field.name}={{self.{field.name}!r}}" for field in fields if field.is_shown)
    source = f"""
def __eq__(self, other):
    if other.__class__ is not self.__class__:
        return NotImplemented
    return ({compared}) == ({other})
def __hash__(self):
    return hash(({compared}))
def __repr__(self):
    return f"{name}({shown})"
def __setattr__(self, name, value):
    raise AttributeError(f"cannot assign to field {{name!r}}")
def __delattr__(self, name):
    raise AttributeError(f"cannot delete field {{name!r}}")
"""
    methods = [part for part in ast.parse(source).body if isinstance(part, ast.FunctionDef)]
    return [_init(fields, calls_more="__post_init__" in own), *methods]


def _init(fields: list[_Field], *, calls_more: bool) -> ast.FunctionDef:
    arguments = [field for field in fields if field.is_argument]
    lines = [f"    keep(self, {field.name!r}, {field.name})" for field in arguments]
    lines += [
        f"    keep(self, {field.name!r}, FACTORY_{field.name}())"
        for field in fields
        if not field.is_argument and field.factory is not None
    ]
    lines += ["    self.__post_init__()"] if calls_more else []
    names = ", ".join(["self", *(field.name for field in arguments)])
    source = f"def __init__({names}):\n    keep = object.__setattr__\n" + "\n".join(lines)
    (init,) = ast.parse(source).body
    assert isinstance(init, ast.FunctionDef)
    init.args.defaults = [field.default for field in arguments if field.default is not None]
    factories = {f"FACTORY_{field.name}": field.factory for field in fields if field.factory is not None}

    class Filled(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.expr:
            return factories.get(node.id, node)

    filled: ast.FunctionDef = Filled().visit(init)
    return filled
