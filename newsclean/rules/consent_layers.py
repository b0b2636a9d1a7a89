"""The layer that asks for leave to track its reader: a container of that name with a button in it."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.blocks import Shape
from newsclean.hints import hints
from newsclean.labels import Label, Verdict
from newsclean.rules.page_parts import Area, PageParts

LARGEST = 3_000  # mass
MOST = 300  # blocks


def consent_layers(page: PageParts) -> Iterator[Area]:
    """Containers named for consent, and dialogs that open with the words of one, with something to press."""
    named = hints().bit["consent"]
    asking = named | hints().bit["dialog"]
    for scope in page.layout.scopes:
        if not scope.own & asking or page.holds_headline(scope) or page.mass_in(scope) > LARGEST:
            continue
        first, end = page.layout.spans[scope.index]
        if end - first > MOST or not any(block.shape is Shape.CONTROL for block in page.layout.blocks[first:end]):
            continue
        spoken = {label for m in page.measures[first:end] for label in (m.whole, m.starts)}
        if scope.own & named or Label.CONSENT in spoken:
            yield Area(first, end, Verdict(Label.CONSENT, "consent_layer", scope.signature[:60]))
