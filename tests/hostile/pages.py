"""Pages that nobody should have to meet, made by code: what a crawl of millions holds, and what an enemy would send.

Each is a name and a page. Around or among the hostile part stands one small story; `SWALLOWED` names the pages on which
no reader would see it either, or not as a story.
"""

from __future__ import annotations

import json
from typing import Final

FIRST = "The morning ferry to Norholm left an hour late on Monday, its crew told passengers who waited on the quay."
LAST = "By noon the fog had lifted over the sound, and the second boat sailed as the timetable had promised it would."
STORY = f"<h1>Ferry leaves late</h1><p>{FIRST}</p><p>The warden counted nine cars and one horse.</p><p>{LAST}</p>"


def _page(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head><title>Ferry leaves late</title>{head}</head><body>{body}</body></html>"


def _around(before: str, after: str = "") -> str:
    return _page(f"{before}<main>{STORY}</main>{after}")


def _beside(hostile: str) -> str:
    return _page(f"<main>{STORY}</main><div>{hostile}</div>")


def _ld(text: str) -> str:
    return _page(f"<main>{STORY}</main>", f'<script type="application/ld+json">{text}</script>')


_NESTING: dict[str, str | bytes] = {
    "divs nested": _around("<div>" * 40_000, "</div>" * 40_000),
    "divs never closed": _around("<div>" * 40_000),
    "spans nested in a paragraph": _beside("<p>" + "<span>x" * 20_000),
    "lists nested": _beside("<ul><li>x" * 5_000),
    "tables nested": _beside("<table><tr><td>x" * 2_000),
    "quotes nested": _beside("<blockquote>x" * 5_000),
    "fonts nested": _around("<font color=red>" * 20_000),
    "bold nested": _beside("<b>x" * 20_000),
    "links nested": _beside("<a href=/x>y" * 5_000),
    "forms nested": _around("<form>" * 5_000),
    "buttons left open": _around("<button>" * 500),
    "paragraphs in paragraphs": _beside("<p>x" * 20_000),
    "headings in headings": _beside("<h2>x" * 5_000),
    "bold and italic crossed": _beside("<b>x<i>y</b>z</i>" * 4_000),
    "links and paragraphs crossed": _beside("<a href=/x><p>y</a></p>" * 4_000),
    "table content out of place": _beside("<table>x<b>y<tr>z<td>w</b>" * 2_000),
    "custom elements nested": _around("<x-a>" * 10_000),
    "items in definitions": _around("<li>w<dd>" * 3_000),
    "brackets in attributes": _around("<div a=<>" * 4_000),
    "svg nested": _beside("<svg><g>" * 5_000),
}

_UNCLOSED: dict[str, str | bytes] = {
    "items unclosed": _beside("<ul>" + "<li>x" * 40_000),
    "cells unclosed": _beside("<table>" + "<tr><td>x" * 20_000),
    "comment unclosed": _beside("<!-- x") + "y" * 1_000,
    "script unclosed": _beside("<script>x") + "y" * 1_000,
    "style unclosed": _beside("<style>x") + "y" * 1_000,
    "title unclosed": f"<html><head><title>Ferry leaves late<body>{STORY}",
    "textarea unclosed": _beside("<textarea>x"),
    "select unclosed": _beside("<select><option>x"),
    "attribute unclosed": _beside('<div title="x') + "y" * 1_000,
    "tag unclosed": _beside("<div") + "<" * 1_000,
    "cdata unclosed": _beside("<![CDATA[ x"),
    "all unclosed": "<html><head><title>Ferry leaves late</title><body><main>" + STORY.replace("</p>", ""),
    "closed before opened": _around("</p></div></table></body></html>" * 2_000),
    "brackets only": _beside("<" * 50_000),
    "ampersands only": _beside("&" * 50_000),
}

_SHAPES: dict[str, str | bytes] = {
    "plaintext": _beside("<plaintext>x</plaintext></div>"),
    "xmp": _beside("<xmp><p>x</xmp>"),
    "frameset": f"<html><frameset><frame src=/a><noframes>{STORY}</noframes></frameset></html>",
    "no body tag": f"<!doctype html><html lang=en><meta charset=utf-8><title>Ferry</title><main>{STORY}</main>",
    "no body tag, a header first": f"<!doctype html><link rel=x href=y><header>x</header><article>{STORY}</article>",
    "icons and line breaks": _beside("<i class=icon></i>" * 5_000 + "<br>" * 5_000),
    "two bodies": f"<html><body class=a><p>x</p></body><body class=b>{STORY}</body></html>",
    "three pages in one file": _page("x") + _page(STORY) + _page("y"),
    "text after the end": _page(STORY) + "<p>Colophon</p>" * 100,
    "no tags at all": f"{FIRST}\n\n{LAST}",
    "story in noscript": _page(f"<div id=app></div><noscript><main>{STORY}</main></noscript>"),
    "story in a template": _page(f"<x-story><template shadowrootmode=open><main>{STORY}</main></template></x-story>"),
    "foreign content": _beside(f"<svg><foreignObject><p>{'x ' * 100}</p></foreignObject><title>y</title></svg>"),
    "mathml": _beside("<math><annotation-xml encoding='text/html'><p>x</p></annotation-xml></math>" * 100),
    "conditional comments": _around("<!--[if IE]><p>old</p><![endif]--><!--[if !IE]><!--><p>new</p><!--<![endif]-->"),
    "odd comments": _around("<!--><p>a</p><!---><p>b</p><!-- -- --><p>c</p><!--a--!><p>d</p>"),
    "processing instructions": _around("<?xml version='1.0'?><?php echo '<p>x</p>' ?>" * 100),
    "iframe with a page in it": _beside("<iframe srcdoc='<h1>x</h1><script>y</script>'></iframe>" * 100),
    "objects in objects": _beside("<object data=x><embed src=y>" * 500),
    "a table of colspans": _beside("<table><tr><td colspan=9000000000000000 rowspan=9e99>x</table>"),
    "a table of many cells": _beside(f"<table>{('<tr>' + '<td>1' * 50) * 400}</table>"),
    "many options": _beside(f"<select>{'<option>x' * 20_000}</select>"),
    "headings only": _beside("".join(f"<h2>Heading {n}</h2>" for n in range(4_000))),
    "many first headings": _beside("".join(f"<h1>Other {n}</h1>" for n in range(500))),
    "line breaks only": _beside("x<br>" * 20_000),
    "siblings": _beside("<i></i>" * 100_000),
    "empty paragraphs": _beside("<p></p>" * 50_000),
    "links": _beside("".join(f"<a href=/n/{n}>Swans at pond {n}</a>" for n in range(10_000))),
    "one paragraph many times": _page(f"<main>{STORY}</main>" + f"<p>{LAST}</p>" * 3_000),
    "attributes": _beside(f"<div {' '.join(f'a{n}=x' for n in range(10_000))}>x</div>"),
    "a long attribute": _beside(f"<div title='{'x' * 2_000_000}'>x</div>"),
    "many class names": _beside(f"<div class='{' '.join(f'c{n}' for n in range(50_000))}'>x</div>"),
    "class names of one letter": _beside(f"<div class='{'-' * 100_000}{'aB' * 50_000}'>x</div>"),
    "one id for all": _beside("<div id=story>x</div>" * 5_000),
    "an address that is none": _page(f"<main>{STORY}</main><a href='//[x'>x</a>", "<base href='http://[x'>"),
    "styles": _beside("<p style='" + "display:block;" * 20_000 + "'>x</p>"),
}

_BYTES: dict[str, str | bytes] = {
    "nulls": _page(STORY).replace(" ", "\0 ").encode(),
    "nulls in names": _around("<d\0iv cl\0ass=x>").encode(),
    "controls": _beside("".join(map(chr, range(1, 32))) * 500).encode(),
    "marks of byte order amid the text": _page(STORY.replace("<p>", "<p>\ufeff")).encode("utf-8-sig"),
    "utf-16 little": _page(STORY).encode("utf-16"),
    "utf-16 big without a mark": _page(STORY).encode("utf-16-be"),
    "utf-32": _page(STORY).encode("utf-32"),
    "utf-7 bait": _page(STORY + "+ADw-script+AD4-alert(1)+ADw-/script+AD4-", "<meta charset=utf-7>").encode(),
    "a charset that lies": _page(STORY + "æøå", "<meta charset=utf-16>").encode(),
    "a charset that is none": _page(STORY + "æøå", "<meta charset='\"><script>'>").encode(),
    "charset told late": _page(STORY + "æøå", f"<!--{'x' * 10_000}--><meta charset=windows-1252>").encode("cp1252"),
    "encodings mixed": _page(STORY).encode() + "<p>før</p>".encode("cp1252") + "<p>før</p>".encode(),
    "bytes that are no text": _page(STORY).encode() + bytes(range(128, 256)) * 200,
    "lone surrogates": _beside("x\ud800y\udfffz" * 1_000),
    "directions overridden": _beside("\u202e\u2066\u200f" * 5_000 + "x"),
    "marks on one letter": _beside("x" + "\u0301" * 50_000),
    "letters without width": _beside("\u200b\u200c\u200d\u2060" * 20_000),
    "private letters": _beside("\ue000\uf8ff\U000f0000" * 5_000),
    "letters of four bytes": _beside("\U0001f986\U00020000" * 20_000),
}

_ENTITIES: dict[str, str | bytes] = {
    "references": _beside("&amp;" * 50_000),
    "references to nothing": _beside("&#0;&#xD800;&#x110000;&#99999999999999;&nothing;&amp" * 2_000),
    "references escaped again": _beside("&amp;amp;amp;amp;#8217;" * 2_000),
    "a billion laughs": '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
    + _page(f"{STORY}<p>&c;</p>"),
    "an entity of a file": '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + _page(f"{STORY}<p>&x;</p>"),
    "an entity of the network": '<!DOCTYPE html [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]>' + _page(STORY),
    "a doctype from the network": '<!DOCTYPE html PUBLIC "x" "http://127.0.0.1:9/x.dtd">' + _page(STORY),
}

_METADATA: dict[str, str | bytes] = {
    "json-ld nested": _ld("[" * 10_000 + "]" * 10_000),
    "json-ld never closed": _ld('{"@type":"NewsArticle","headline":["' * 2_000),
    "json-ld long": _ld('{"@type":"NewsArticle","x":"' + "y" * 3_000_000 + '"}'),
    "json-ld with keys twice": _ld('{"@type":"NewsArticle",' + '"headline":"x",' * 5_000 + '"headline":"Ferry"}'),
    "json-ld of no numbers": _ld('{"@type":"NewsArticle","wordCount":NaN,"position":1e999,"datePublished":-Infinity}'),
    "json-ld of many stories": _ld(json.dumps([{"@type": "NewsArticle", "headline": f"{n}"} for n in range(3_000)])),
    "json-ld of wrong types": _ld('{"@type":7,"headline":{"a":1},"author":[[["x"]],null,3],"datePublished":["x"]}'),
    "json-ld that points to itself": _ld('{"@id":"#a","@type":"NewsArticle","author":{"@id":"#a"}}'),
    "meta elements": _page(f"<main>{STORY}</main>", "<meta property='article:tag' content=x>" * 10_000),
    "dates of no calendar": _page(f"<main>{STORY}</main>", "<meta name=date content='99999-99-99T99:99:99'>" * 100),
}

# One for each kind of pattern in the code: what would make it try again and again.
_BAIT: dict[str, str | bytes] = {
    "white space": _beside(" \n\t" * 500_000 + "x"),
    "spaces that do not break": _beside("\xa0" * 200_000 + "x"),
    "one long word": _beside("x" * 1_000_000),
    "one long text of words": _beside("ferry " * 200_000),
    "digits and points": _beside("1." * 50_000),
    "numbers and slashes": _beside("12/" * 50_000),
    "months": _beside("May 3 " * 20_000),
    "clocks": _beside("10:30 " * 20_000),
    "bylines": _beside("By " * 30_000),
    "names": _beside("Jane Roe, " * 20_000),
    "capitals": _beside("A, B (C) - " * 10_000),
    "datelines": _page(f"<main>{STORY}<p>{'NORHOLM, ' * 5_000}(Agency) - x</p></main>"),
    "parentheses": _beside("(" * 50_000),
    "brackets and quotes": _beside("[\"'«“" * 20_000),
    "dashes": _beside("– — - " * 20_000),
    "copyright signs": _beside("© " * 30_000),
    "at signs": _beside("a@" * 50_000),
    "addresses": _beside("http://" * 20_000),
    "chrome phrases": _beside("Read more: Related articles " * 5_000),
    "bars": _beside("Asia|" * 20_000),
    "mojibake": _beside("Ã" * 100_000),
    "mojibake of quotes": _beside("â€™ â€œ " * 10_000),
    "photo credits": _beside("Photo: AP/" * 10_000),
    "sentences": _beside("x. " * 50_000),
}

PAGES: Final[dict[str, str | bytes]] = {
    **_NESTING, **_UNCLOSED, **_SHAPES, **_BYTES, **_ENTITIES, **_METADATA, **_BAIT,
}  # fmt: skip

SWALLOWED: Final = frozenset({
    "title unclosed",  # the whole page is its title
    "frameset",  # browsers show the frames
    "no tags at all",
})  # fmt: skip
