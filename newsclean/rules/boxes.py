"""Boilerplate that words give away: "Related Articles", "Share this", "Sign up for our newsletter"."""

from __future__ import annotations

from newsclean.blocks import Block
from newsclean.hints import hints
from newsclean.labels import UNMISTAKABLE, Label, Verdict
from newsclean.rules.hinted import nearest
from newsclean.rules.sub_headings import heads_prose
from newsclean.rules.view import View
from newsclean.vocabulary import chrome_phrases

LINE = 200  # mass of a row of links
LINKED_REST = 0.8  # share of links below the first line of a box
SHORT = 80  # mass of an entry under "Share", or of an entry of a menu

# These words head a part of a story, too, where prose follows: "Talking points", "In focus", "The series".
_AMBIGUOUS = frozenset({Label.RELATED, Label.POPULAR, Label.LATEST, Label.SHARE})

# What another box may hold as a box of its own; a tag, an author or a teaser there is an entry.
_BOXES_IN_BOXES = frozenset({
    Label.ADVERTISEMENT, Label.COMMENTS, Label.CONSENT, Label.FOOTER, Label.NEWSLETTER, Label.SHARE, Label.SPONSORED,
    Label.SUBSCRIBE,
})  # fmt: skip

_OPENED = frozenset({Label.TAGS, Label.SHARE, Label.RELATED, Label.POPULAR, Label.LATEST, Label.SECTION_LIST})


def by_area(view: View, block: Block) -> Verdict | None:
    """A block of a container that is no story as a whole; its own words may still name it better."""
    found = view.areas.get(block.index)
    if found is not None and view.measures[block.index].whole is Label.ADVERTISEMENT:
        return Verdict(Label.ADVERTISEMENT, "phrase", block.text)
    return found


def by_whole_phrase(view: View, block: Block) -> Verdict | None:
    """A block that is nothing but a phrase which only furniture uses."""
    label = view.measures[block.index].whole
    if label not in UNMISTAKABLE or _in_menu(view, block) or (label in _AMBIGUOUS and heads_prose(view, block)):
        return None
    return Verdict(label, "phrase", block.text)


def by_first_line(view: View, block: Block) -> Verdict | None:
    """A box whose lines only `<br>` sets apart: a phrase that names it, then nothing but links."""
    first, newline, rest = block.text.partition("\n")
    if not newline or len(first) > SHORT or block.link_chars < LINKED_REST * len(rest):
        return None
    label = chrome_phrases().whole(first)
    return Verdict(label, "first_line", first) if label in _OPENED else None


def by_phrase(view: View, block: Block) -> Verdict | None:
    """A block that is a chrome phrase, or opens with one."""
    measure = view.measures[block.index]
    label = measure.whole or measure.starts
    if label is Label.NAVIGATION and (box := view.boxes[block.index]) is not None and box.at == block.index:
        return None  # "See more" over links to stories: see `box_headings`
    if label is None or _in_menu(view, block):
        return None
    return Verdict(label, "phrase", block.text[:60])


def by_links(view: View, block: Block) -> Verdict | None:
    """A row of links that are all called alike ("Facebook Twitter Print"), or that a word opens ("Tags: …")."""
    if not block.anchors or block.level or view.measures[block.index].mass > LINE:
        return None
    if ":" in block.text or "：" in block.text:
        head = block.text.replace("：", ":").partition(":")[0]
        if len(head) < SHORT and (named := chrome_phrases().whole(head)) in _OPENED:
            return Verdict(named, "links_after", head)
    density = view.measures[block.index].link_density
    if density > 0.8 and "#" in block.text and all(a.text.startswith("#") for a in block.anchors):
        return Verdict(Label.TAGS, "hashtags", block.text[:60])
    if len(block.anchors) < 2 or density < 0.5:
        return None
    labels = {chrome_phrases().whole(anchor.text) for anchor in block.anchors}
    label = labels.pop()
    return Verdict(label, "links_alike", block.text[:60]) if not labels and label is Label.SHARE else None


def by_heading(view: View, block: Block) -> Verdict | None:
    """A block under a box heading such as "Most read", unless a container inside the box has a name of its own."""
    box = view.boxes[block.index]
    if box is None or block.index == view.clues.headline_block:
        return None
    heading = view.layout.blocks[box.at].text
    if box.at == block.index:
        return Verdict(_kind(block, box.label), "box_heading", heading)
    if box.label is Label.SHARE and view.measures[block.index].mass > SHORT:
        return None
    named = nearest(view, block)
    if named is not None and named.depth > box.depth and named.verdict.label in _BOXES_IN_BOXES:
        return None
    return Verdict(_kind(block, box.label), "box_heading", heading)


def _kind(block: Block, label: Label) -> Label:
    """Categories in a side column are those of the site, not of the story."""
    side = label is Label.TAGS and block.scope.inherited & hints().bit["aside"]
    return Label.SECTION_LIST if side else label


def _in_menu(view: View, block: Block) -> bool:
    """Whether a block is a short link in a menu or a footer, where every word is just the name of a page."""
    measure = view.measures[block.index]
    if not measure.is_link or measure.mass > SHORT or block.level or measure.whole is Label.SUBSCRIBE:
        return False
    return bool(block.scope.inherited & hints().mask("nav", "footer_tag")) and not view.holds_story(block.scope)
