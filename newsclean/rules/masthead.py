"""The head of the story: headline, kicker, byline and time, and the deck under the headline."""

from __future__ import annotations

from newsclean.blocks import Block, Shape, near_hints
from newsclean.hints import hints
from newsclean.labels import Label, Verdict
from newsclean.metadata.head_line import is_head_line
from newsclean.metadata.written_dates import may_hold_date
from newsclean.rules.view import View

KICKER_ABOVE = 3  # blocks
DECK_BELOW = 12  # blocks between headline and deck
BYLINE_BELOW = 12  # blocks below the headline
BYLINE_MASS = 120
LABEL_WORDS, LABEL_MASS = 4, 40  # of a line above the date that is no sentence
DATE_BELOW = 2  # blocks between such a line and the date
DECK_BEFORE = 4  # a deck is among the first so many blocks of a story


def headline(view: View, block: Block) -> Verdict | None:
    """The block that shows the headline."""
    if block.index == view.clues.headline_block:
        return Verdict(Label.MASTHEAD, "headline")
    return None


def deck(view: View, block: Block) -> Verdict | None:
    """One of the story's first blocks, before its first paragraph, that says what the description says."""
    if block.index not in view.story or block.shape in (Shape.QUOTE, Shape.CAPTION):
        return None
    if view.story_before(block.index) >= DECK_BEFORE:
        return None
    before = [i for i in view.story if i < block.index]
    if any(_is_body(view, i) for i in before):
        return None
    near = near_hints(block)
    table = hints()
    if block.scope.parent is not None and view.measures[block.index].words > 3 and not _is_body(view, block.index):
        if near & table.bit["deck"] and not near & table.bit["body"]:
            return Verdict(Label.DECK, "deck_names", table.spelled(near & table.bit["deck"]))
        if _says_description(view, block) and (block.level or not before):
            return Verdict(Label.DECK, "description", block.text[:60])
    return None


def _is_body(view: View, index: int) -> bool:
    """Whether a block shares its container with two more paragraphs of the story: then it is one of them."""
    block = view.layout.blocks[index]
    holder = block.scope.parent
    if holder is None:
        return True
    first, end = view.layout.spans[holder.index]
    scopes = (view.layout.blocks[i].scope for i in range(first, end) if i in view.story)
    return sum(scope.signature == block.scope.signature for scope in scopes) >= 3


def _says_description(view: View, block: Block) -> bool:
    description = frozenset(view.clues.description.lower().split())
    words = frozenset(block.text.lower().split())
    return bool(description) and len(words & description) >= 0.8 * max(len(words), 1) and len(words) > 4


def deck_above(view: View, block: Block) -> Verdict | None:
    """A sentence between headline and story that markup calls a deck, or that is the description."""
    head = view.clues.headline_block
    if head is None or not head < block.index < view.first or block.index - head > DECK_BELOW or block.hidden:
        return None
    measure = view.measures[block.index]
    if block.shape not in (Shape.PARAGRAPH, Shape.HEADING) or not 20 < measure.mass < 500 or measure.link_density > 0.3:
        return None
    if measure.whole is not None or measure.starts is not None:
        return None
    table = hints()
    near = near_hints(block)
    if near & table.mask("byline", "time", "caption", "share", "kicker"):
        return None
    if _says_description(view, block):
        return Verdict(Label.DECK, "description", block.text[:60])
    if near & table.bit["deck"] and measure.words > 4:
        return Verdict(Label.DECK, "deck_names", table.spelled(near & table.bit["deck"]))
    if _follows_headline(view, block, head) and measure.words > 6 and measure.digits < 0.1:
        return Verdict(Label.DECK, "below_headline", block.text[:60])
    return None


def _follows_headline(view: View, block: Block, head: int) -> bool:
    """Whether a `<p>` or a lesser heading is the next text below the headline, in the same container."""
    title = view.layout.blocks[head].scope
    if block.scope.tag not in ("p", "h2", "h3") or block.scope.parent is not title.parent or block.time:
        return False
    return not any(other.text for other in view.layout.blocks[head + 1 : block.index])


def byline(view: View, block: Block) -> Verdict | None:
    """A short line right below the headline that its own names call a byline or a time, and that is no sentence.

    Or one that names the author and nothing else, or what the author does.
    """
    if block.index in view.clues.author_lines:
        return Verdict(Label.MASTHEAD, "author_line", block.text[:60])
    head = view.clues.headline_block
    if head is None or not head < block.index <= head + BYLINE_BELOW or block.level:
        return None
    measure = view.measures[block.index]
    if measure.mass > BYLINE_MASS or measure.is_prose or measure.ends_sentence:
        return None
    own = (block.hints | block.scope.own | (hints().bit["time"] if block.time else 0)) & hints().mask("byline", "time")
    return Verdict(Label.MASTHEAD, "byline_names", hints().spelled(own)) if own else None


def by_words(view: View, block: Block) -> Verdict | None:
    """A line between the headline and the first prose that is nothing but a byline, a date, an agency, "5 min read"."""
    head = view.clues.headline_block
    measure = view.measures[block.index]
    if head is None or block.level or measure.mass > BYLINE_MASS:
        return None
    if any(view.measures[i].is_prose for i in range(head + 1, block.index)):
        return None
    if measure.whole is Label.MASTHEAD or is_head_line(block.text):
        return Verdict(Label.MASTHEAD, "head_line", block.text[:60])
    return Verdict(Label.MASTHEAD, "above_date", block.text[:60]) if _is_above_date(view, block) else None


def _is_above_date(view: View, block: Block) -> bool:
    """Whether a few words stand between the headline and the line with the date: a place, a section, a label."""
    measure = view.measures[block.index]
    if measure.words > LABEL_WORDS or measure.mass > LABEL_MASS or measure.ends_sentence or measure.ends_colon:
        return False
    if block.shape is not Shape.PARAGRAPH:
        return False
    below = view.layout.blocks[block.index + 1 : block.index + 1 + DATE_BELOW]
    return any(may_hold_date(other.text) and is_head_line(other.text) for other in below)


def named(view: View, block: Block) -> Verdict | None:
    """A line between headline and story, or close by, that names call a byline or a time."""
    head = view.clues.headline_block
    if head is None or view.first < 0 or view.measures[block.index].mass > 300:
        return None
    own = (block.hints | block.scope.own | (hints().bit["time"] if block.time else 0)) & hints().mask("byline", "time")
    if own and head - 6 <= block.index <= max(view.first, head + 12):
        return Verdict(Label.MASTHEAD, "head_names", hints().spelled(own))
    names = block.hints | block.scope.own
    if head < block.index < view.first and names & hints().bit["caption"]:
        return Verdict(Label.MASTHEAD, "source_line")  # "Reuters"; a caption stands beside its picture
    if head - KICKER_ABOVE <= block.index < head and names & hints().mask("kicker", "tags") and _beside(view, block):
        return Verdict(Label.MASTHEAD, "kicker_names")
    return None


def _beside(view: View, block: Block) -> bool:
    """Whether the headline is in the same container as a block, or in the one around that."""
    head = view.clues.headline_block
    holder = block.scope
    for _ in range(2):
        first, end = view.layout.spans[holder.index]
        if head is not None and first <= head < end:
            return True
        if holder.parent is None:
            return False
        holder = holder.parent
    first, end = view.layout.spans[holder.index]
    return head is not None and first <= head < end and end - first < 15


def time_alone(view: View, block: Block) -> Verdict | None:
    """Nothing but a time, above the story or inside it: that of an entry of a live blog."""
    if not block.time or view.measures[block.index].mass > 40 or not block.index <= view.last:
        return None
    head = view.clues.headline_block
    if head is None or block.index < head - 6 or not any(c.isdigit() for c in block.text):
        return None
    return Verdict(Label.MASTHEAD, "time", block.time)


def before_story(view: View, block: Block) -> Verdict | None:
    """What stands between headline and story and is no box of its own: byline, time, place."""
    head = view.clues.headline_block
    if head is None or view.first < 0 or view.measures[block.index].mass > 300:
        return None
    table = hints()
    near = near_hints(block)
    if head < block.index < view.first:
        return Verdict(Label.MASTHEAD, "under_headline")
    named = near & table.mask("byline", "time", "headline", "kicker")
    if named and head - 6 <= block.index <= view.last:
        return Verdict(Label.MASTHEAD, "head_names", table.spelled(named))
    return None
