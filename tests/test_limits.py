"""`Options.max_bytes` and `Options.max_seconds`: what was read so far is given back, with a warning."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsclean import Article, BadOptions, Options, clean_text, extract
from newsclean.tree import parse
from newsclean.walk import walk

STORY = "<h1>Ferry late at Norholm</h1>" + "".join(
    f"<p>The ferry to Norholm left {n} hours late on Monday, its crew said, and the passengers waited on the quay.</p>"
    for n in range(2, 8)
)
LIST = "".join(f"<li><a href=/n/{n}>Swans seen at mill pond number {n}</a></li>" for n in range(300))
PAGE = f"<body><main>{STORY}</main><ul>{LIST}</ul></body>"


def codes(article: Article) -> list[str]:
    return [warning.code for warning in article.warnings]


@pytest.mark.parametrize("page", [PAGE, PAGE.encode(), bytearray(PAGE.encode()), memoryview(PAGE.encode())])
def test_the_first_bytes_are_read_and_the_rest_is_told(page: str | bytes) -> None:
    cut = extract(page, options=Options(max_bytes=len("<body><main>") + len(STORY)))
    assert (cut.text, codes(cut)) == (extract(PAGE).text, ["max_bytes"])
    assert not cut.chrome[1:]


def test_a_page_within_the_limits_is_read_as_without() -> None:
    assert extract(PAGE, options=Options(max_bytes=len(PAGE), max_seconds=3600)) == extract(PAGE)


def test_a_cut_amid_a_character_harms_no_other() -> None:
    page = "<h1>Lødig færge</h1><p>Færgen sejlede for sent fra Nørholm, sagde besætningen på kajen. Æ</p>".encode()
    article = extract(page, options=Options(max_bytes=len(page) - 5))
    assert "Færgen sejlede for sent fra Nørholm" in article.text + article.chrome[-1].text


def test_no_time_gives_what_was_read_until_then() -> None:
    cut = extract(PAGE, options=Options(max_seconds=1e-9))
    assert cut.text == extract(PAGE).text
    assert "max_seconds" in codes(cut)
    assert len(cut.chrome[-1].links) < 300


def test_what_was_walked_before_time_was_over_is_as_it_would_be() -> None:
    root = parse(PAGE).root
    looks = iter([False, False, True])
    cut, whole = walk(root, over=lambda: next(looks)), walk(root)
    assert cut.cut_short
    assert not whole.cut_short
    assert 0 < len(cut.blocks) < len(whole.blocks)
    assert [block.text for block in cut.blocks] == [block.text for block in whole.blocks[: len(cut.blocks)]]
    assert all(0 <= first <= end <= len(cut.blocks) for first, end in cut.spans)


@pytest.mark.parametrize("given", [{"max_bytes": 0}, {"max_bytes": -1}, {"max_seconds": 0}, {"max_seconds": "soon"}])
def test_a_limit_of_nothing_is_refused(given: dict[str, object]) -> None:
    with pytest.raises(BadOptions, match=next(iter(given))):
        Options(**given)


def test_flattened_text_is_cut_too() -> None:
    lines = [f"The ferry left {n} hours late, its crew said." for n in range(2_000)]
    text = "\n".join(["Ferry late at Norholm", *lines])
    first = clean_text(text, options=Options(max_bytes=len("Ferry late at Norholm")))
    assert (first.chrome[0].text, codes(first)) == ("Ferry late at Norholm", ["max_bytes"])
    late = clean_text(text, options=Options(max_seconds=1e-9))
    assert codes(late) == ["max_seconds"]
    spans = [part.span for part in (*late.blocks, *late.chrome)]
    assert 0 < max(end for _, end in filter(None, spans)) < len(text) / 4


@pytest.mark.parametrize("holder", [bytes, bytearray, memoryview])
def test_a_flattened_text_in_bytes_is_cut_whatever_holds_them(holder: Callable[[bytes], bytes]) -> None:
    text = "Ferry late at Norholm\n\nThe ferry left two hours late on Monday, its crew said.\n"
    assert codes(clean_text(holder(text.encode()), options=Options(max_bytes=40))) == ["max_bytes"]
