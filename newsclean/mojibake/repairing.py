"""`newsclean.repair`: mojibake in a text that somebody has already."""

from __future__ import annotations

from dataclasses import dataclass

from newsclean.article import Repair
from newsclean.errors import WrongInput
from newsclean.mojibake.mender import Mender
from newsclean.mojibake.suspicion import suspect


@dataclass(frozen=True, slots=True)
class RepairResult:
    """The repaired text, and each repair once with its count."""

    text: str
    repairs: tuple[Repair, ...]


def repair(text: str) -> RepairResult:
    """Repair mojibake in a text, line by line. Line ends and everything that is no mojibake stay as they are.

    Raises:
        WrongInput: for bytes, and whatever else is no str.

    >>> repair("Okinawaโ€™s").text
    'Okinawa’s'
    """
    if isinstance(text, bytes | bytearray | memoryview):
        raise WrongInput("repair() takes text. Decode the bytes, or give the page's bytes to extract(), which does.")
    if not isinstance(text, str):
        raise WrongInput(f"repair() takes a str, not {type(text).__name__}.")
    mender = Mender(active=suspect(text))
    # Not splitlines, which also cuts at U+0085, a byte of misread characters.
    mended = "\n".join(mender.mend(line) for line in text.split("\n"))
    repairs = (Repair(before=it.before, after=it.after, codec=it.codec, count=it.count) for it in mender.repairs())
    return RepairResult(mended, tuple(repairs))
