"""The text of a run of inline content, from its pieces: white space folded, lines kept, words neither cut nor fused."""

from __future__ import annotations

from newsclean.blocks import Shape

LINE_BREAK = "\x1e"  # stands for <br> inside a run; the parser lets no such character through
_NO_PART_OF_A_WORD = ("\xad", "\ufeff", "\u2060")  # soft hyphen, BOM, word joiner


def folded(text: str) -> str:
    """White space folded to one space, none at the ends; soft hyphens and zero-width no-break spaces dropped.

    >>> folded(" The  ferry\\n left. ")
    'The ferry left.'
    """
    if not text.isascii():
        for character in _NO_PART_OF_A_WORD:
            if character in text:
                text = text.replace(character, "")
    return " ".join(text.split())


def run_text(pieces: list[str], shape: Shape) -> str:
    """The text of a block of this shape whose run has these pieces."""
    joined = pieces[0] if len(pieces) == 1 else "".join(pieces)
    if shape is Shape.PREFORMATTED:
        return joined.replace(LINE_BREAK, "\n").strip("\r\n").rstrip()
    if LINE_BREAK not in joined:
        return folded(joined)
    return "\n".join(line for part in joined.split(LINE_BREAK) if (line := folded(part)))


def is_seam(before: str, after: str) -> bool:
    """Whether two words meet without a space at the edge of two inline elements; a drop cap is part of its word."""
    left, right = before[-1:], after[:1]
    if left == ":":
        return right.isalpha()  # a label, and what it labels
    if right.isupper():
        return left.islower() or (left.isalnum() and before[-2:-1].isalnum())
    return (left.isdigit() and right.isalpha()) or (left.isalpha() and right.isdigit())
