"""`python -m tests.model_reference`: docs/article.md, written from the models and the docstrings of their fields.

A test fails where the page no longer says what the models say.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

from newsclean import article as models

PAGE = Path(__file__).parents[1] / "docs" / "article.md"
INTRODUCTION = """# The Article, field by field

What `extract` and `clean_text` give back: frozen pydantic models, which `to_json()` writes and
`Article.model_validate_json` reads. A field that the page does not tell is `None` or empty.
[Metadata](metadata.md) tells where each value is taken from, [labels](labels.md) what the kinds of chrome are.

*This page is written from the models: `python -m tests.model_reference`.*
"""
PARTS = ("Chrome", "Link", "Author", "Image", "Video", "Charset", "Repair", "PageWarning")
BLOCKS = tuple(model.__name__ for model in get_args(get_args(models.Block)[0]))
COMMON = ("type", "text", "xpath", "span")  # of every block


class Field:
    """A field of a model as its source has it: name, type, default, and the docstring below it."""

    def __init__(self, node: ast.AnnAssign, below: ast.stmt | None) -> None:
        assert isinstance(node.target, ast.Name)
        self.name = node.target.id
        self.type = ast.unparse(node.annotation)
        self.default = _default(node.value)
        is_string = isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
        self.meaning = " ".join(str(below.value.value).split()) if is_string else ""  # type: ignore[union-attr]


def _default(value: ast.expr | None) -> str:
    """What a field is where the page says nothing.

    >>> _default(None), _default(ast.parse("Field(default=0.0, ge=0.0)", mode="eval").body)
    ('', '0.0')
    """
    if isinstance(value, ast.Call):
        named = {word.arg: ast.unparse(word.value) for word in value.keywords}
        return named.get("default", "{}" if "default_factory" in named else "")
    return ast.unparse(value) if value is not None else ""


def classes() -> dict[str, ast.ClassDef]:
    """The classes of newsclean/article.py."""
    tree = ast.parse(Path(models.__file__).read_text(encoding="utf-8"))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}


def fields(node: ast.ClassDef) -> list[Field]:
    """The fields of a class, in their order."""
    below = [*node.body[1:], None]
    return [Field(each, after) for each, after in zip(node.body, below, strict=True) if isinstance(each, ast.AnnAssign)]


def derived(node: ast.ClassDef) -> list[str]:
    """A row for each value that is derived from the fields, and written out with them."""
    methods = {each.name: each for each in node.body if isinstance(each, ast.FunctionDef)}
    return [
        _row(name, ast.unparse(methods[name].returns or ast.Constant(None)), "derived",
             (ast.get_docstring(methods[name]) or "").partition("\n\n")[0])
        for name in models.DERIVED
    ]  # fmt: skip


def _row(*cells: str) -> str:
    name, kind, default, meaning = (" ".join(cell.split()).replace("|", r"\|") for cell in cells)
    return f"| `{name}` | {_code(_literal(kind))} | {_code(default)} | {meaning} |"


def _literal(kind: str) -> str:
    """A type as people write it.

    >>> _literal("Literal['free', 'locked']")
    '"free", "locked"'
    """
    return re.sub(r"Literal\[(.*?)\]", lambda match: match[1].replace("'", '"'), kind)


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def _table(head: str, rows: list[str]) -> str:
    return "\n".join([head, re.sub(r"[^|]+", "---", head), *rows, ""])


def _docstring(node: ast.ClassDef) -> str:
    """The words of a docstring without its examples."""
    return (ast.get_docstring(node) or "").partition("\n\n>>>")[0]


def _models(known: dict[str, ast.ClassDef], names: Sequence[str], common: Sequence[str] = ()) -> str:
    rows = []
    for name in names:
        own = (f"`{each.name}: {_literal(each.type)}`" for each in fields(known[name]) if each.name not in common)
        meaning = " ".join(_docstring(known[name]).split()).replace("\\\\n", "\\n")
        rows.append(f"| `{name}` | {', '.join(own)} | {meaning} |".replace(" | None", r" \| None"))
    return _table("| type | fields of its own | meaning |" if common else "| type | fields | meaning |", rows)


def _kinds() -> str:
    lists: dict[str, Any] = {"kind": models.PageKind, "chrome": models.ChromeKind}
    return "\n".join(
        f"- {title}: {', '.join(f'`{value}`' for value in get_args(lists[key]))}."
        for key, title in (("kind", "`Article.kind`"), ("chrome", "`Chrome.kind`"))
    )


def page() -> str:
    """The whole page."""
    known = classes()
    article = [_row(each.name, each.type, each.default, each.meaning) for each in fields(known["Article"])]
    sections = [
        INTRODUCTION,
        _docstring(known["Article"]) + "\n",
        _table("| field | type | default | meaning |", [*article, *derived(known["Article"])]),
        f"`Moment` is an aware `datetime`, or a `date` where the page gives no time.\n\n{_kinds()}\n",
        "## Blocks\n\nEach has a `type`, its `text`, and the `xpath` of its element; one of a flattened text\n"
        f"has `span`, offsets of its first character and past its last.\n\n{_models(known, BLOCKS, COMMON)}",
        "## Chrome, links and other parts\n\n" + _models(known, PARTS),
    ]
    return "\n".join(sections).rstrip() + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
