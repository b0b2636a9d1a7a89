"""What differs between two Articles."""

from __future__ import annotations

from typing import Any

import pytest

from newsclean import Options, WrongInput, compare, extract

PROSE = "The harbour office counted the boats on Monday, and the keeper wrote them all down in her book. "
PAGE = f"<h1>Boats</h1>{f'<p>{PROSE * 2}</p>' * 4}<h3>Related stories</h3><ul><li><a href=/b>Nets mended</a></ul>"


def test_a_page_does_not_differ_from_itself_nor_from_one_in_more_wrappers() -> None:
    assert compare(extract(PAGE), extract(PAGE)) == ()
    moved = compare(extract(PAGE), extract(f"<div><div>{PAGE}</div></div>"))
    assert {change.field for change in moved} <= {"confidence"}


def test_what_came_went_and_changed() -> None:
    edited = PAGE.replace("<h1>Boats</h1>", "<h1>Boats gone</h1>").replace("Nets mended", "Nets torn")
    storm = "<p>A storm took the boats on Tuesday, the keeper said, and she closed the book.</p>"
    edited = edited.replace("<h3>", f"{storm}<h3>")
    changes = {(change.field, change.kind): change for change in compare(extract(PAGE), extract(edited))}
    assert changes["title", "changed"].after == "Boats gone"
    assert changes["blocks", "added"].after.startswith("paragraph: A storm took")
    assert ("related: Related stories\nNets mended", "related: Related stories\nNets torn") in {
        (change.before, change.after) for change in compare(extract(PAGE), extract(edited))
    }


def test_two_sets_of_options() -> None:
    page = PAGE.replace("Nets", "Netâ€™s")
    [change] = (c for c in compare(extract(page), extract(page, options=Options(repair=False))) if c.field == "repairs")
    assert change.kind == "removed"


def test_very_many_parts_are_compared() -> None:
    one = extract("<h1>Boats</h1>" + f"<p>{PROSE}</p>" * 5_000)
    other = one.model_copy(update={"blocks": (*one.blocks[:2], *one.blocks[3:])})
    assert [change.kind for change in compare(one, other)] == ["removed"]


@pytest.mark.parametrize("given", ["a page", b"", None])
def test_what_is_no_article_is_refused(given: Any) -> None:
    with pytest.raises(WrongInput, match="extract the pages first"):
        compare(extract(PAGE), given)
