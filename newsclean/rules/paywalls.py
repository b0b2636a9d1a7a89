"""The box at the end of a story that asks to pay for the rest of it, where the fitted model took it for the end."""

from __future__ import annotations

from typing import Final

from newsclean.blocks import Block
from newsclean.labels import Label, Verdict
from newsclean.metadata.access import asks_to_pay
from newsclean.rules.view import View

LONGEST: Final = 300  # characters of a line that asks
BOX: Final = 5  # blocks of a box below such a line


def at_end(view: View, block: Block) -> Verdict | None:
    """A line that asks to pay or to log in, or one below it in a box of their own."""
    if len(block.text) > LONGEST:
        return None
    if asks_to_pay(block.text):
        return Verdict(Label.SUBSCRIBE, "paywall", block.text[:60])
    for above in reversed(view.layout.blocks[max(0, block.index - BOX) : block.index]):
        if above.text and len(above.text) <= LONGEST and asks_to_pay(above.text) and _in_its_box(view, above, block):
            return Verdict(Label.SUBSCRIBE, "paywall", above.text[:60])
    return None


def _in_its_box(view: View, line: Block, block: Block) -> bool:
    """Whether a container that begins with a line holds a block, too."""
    spans = view.layout.spans
    holder = line.scope if spans[line.scope.index][1] > line.index + 1 else line.scope.parent
    if holder is None:
        return False
    first, end = spans[holder.index]
    opens = all(not other.text or other.hidden for other in view.layout.blocks[first : line.index])
    return opens and block.index < end
