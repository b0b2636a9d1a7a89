"""Lists inside a story that are nothing but links: headlines of the same site, or what the sentence above announces."""

from __future__ import annotations

from collections import Counter

from newsclean.addresses import host_of, safe_address
from newsclean.blocks import Block, Scope, enclosing
from newsclean.labels import Label, Verdict
from newsclean.rules.view import View

WHOLE_LINK = 0.95
MOST = 12  # items
HEADLINES = 35  # mass of the items on average; names of products, courses and topics are shorter
HEADLINE = 25  # of the shortest
OWN_LINKS = 3  # links to one host, at the least, that make it the page's own
BOLD = 0.9


def by_list(view: View, block: Block) -> Verdict | None:
    """An item of a list of links right below a block of the story.

    Headlines of the same site that no sentence announces are other stories. What "These are the rules:" announces
    amid the story is all story where the model took a part of it.
    """
    holder = enclosing(block.scope, "ul", "ol")
    if holder is None or holder.parent is None or not view.first < block.index:
        return None
    first, end = view.layout.spans[holder.index]
    items = [other for other in view.layout.blocks[first:end] if other.text]
    if len(items) > MOST or not all(_is_whole_link(view, item) for item in items) or not _is_in_story(view, holder):
        return None
    blocks = view.layout.blocks
    above = next((blocks[i] for i in range(first - 1, -1, -1) if blocks[i].text and not blocks[i].hidden), None)
    if above is None or above.level or view.measures[above.index].bold_share > BOLD:
        return None
    if view.measures[above.index].ends_colon:
        amid = view.story_after(end - 1) and not view.story.isdisjoint(range(first, end))
        return Verdict(Label.MAIN, "announced_links", above.text[-60:]) if amid else None
    masses = [view.measures[item.index].mass for item in items]
    if min(masses) < HEADLINE or sum(masses) < HEADLINES * len(masses):
        return None
    if not all(_is_own(view, item.anchors[0].url) for item in items):
        return None
    return Verdict(Label.RELATED, "link_list", block.text[:60])


def _is_whole_link(view: View, item: Block) -> bool:
    return len(item.anchors) == 1 and view.measures[item.index].link_density >= WHOLE_LINK


def _is_in_story(view: View, holder: Scope) -> bool:
    """Whether the container of a list holds story outside of the list."""
    around, within = (view.layout.spans[scope.index] for scope in (holder.parent or holder, holder))
    return view.story_counts.over(*around) > view.story_counts.over(*within)


def _is_own(view: View, url: str) -> bool:
    """Whether an address is that of another page of the same site."""
    if url.startswith("#") or safe_address(url) is None:
        return False
    host = host_of(url)
    return not host or host in _own_hosts(view)


def _own_hosts(view: View) -> frozenset[str]:
    """The host that most links of the page lead to: its own, whatever address it was given with; none
    where most links name no host.
    """
    remembered = view.remembered
    if remembered.hosts is None:
        hosts = Counter(host_of(anchor.url) or "" for block in view.layout.blocks for anchor in block.anchors)
        remembered.hosts = frozenset(host for host, links in hosts.most_common(1) if links >= OWN_LINKS)
    return remembered.hosts
