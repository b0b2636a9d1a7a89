"""A dict that nobody writes to: part of a frozen model, written out and pickled like any other."""

from __future__ import annotations

from typing import Any, Generic, NoReturn, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class ReadOnlyDict(dict[Key, Value], Generic[Key, Value]):
    """A dict whose every way of writing raises TypeError. A `types.MappingProxyType` could not be pickled.

    >>> found = ReadOnlyDict({"title": "json_ld"})
    >>> found == {"title": "json_ld"}, found | {"url": "given"}
    (True, {'title': 'json_ld', 'url': 'given'})
    >>> found["title"] = "mine"
    Traceback (most recent call last):
    ...
    TypeError: this is read-only: write to a copy, dict(…)
    """

    __slots__ = ()

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError("this is read-only: write to a copy, dict(…)")

    __setitem__ = __delitem__ = __ior__ = update = setdefault = pop = popitem = clear = _refuse

    def __reduce__(self) -> tuple[type[ReadOnlyDict[Key, Value]], tuple[dict[Key, Value]]]:
        return type(self), (dict(self),)
