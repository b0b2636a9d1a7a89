"""`python -m tests.benchmarks.traps`: pages that real templates and servers produce, and who reads them rightly.

Prints a Markdown table. A trap is passed where the story is there, and what does not belong to it is not.
"""

from __future__ import annotations

import json
from importlib.util import find_spec
from typing import NamedTuple

from tests.benchmarks.peers import MODULES, PARSE, SYSTEMS, Peer, text_of

_ENGLISH = (
    "The morning ferry to Norholm left an hour late on Monday, its crew said, because fog lay over the sound and "
    "the pilot could not see the second of the two lights that he steers by when he leaves the harbour.",
    "Nobody on the quay had been told, and the harbour office opened only when the last of the boats had gone, so"
    " that some forty people with tickets in their hands stood in the rain and asked each other what they should "
    "do.",
    "“We waited as long as we could,” said the captain, who has crossed the sound for more than twenty years and "
    "has left late only twice before, once in a storm and once when a cow had walked onto the ramp.",
    "The next boats were expected to leave on time, the company said, and the tickets of those who had stayed "
    "behind would remain valid for a week, which is as long as the shops of the island can do without what the "
    "ferry brings.",
)
_THAI = (
    "เรือข้ามฟากเที่ยวเช้าออกจากท่าช้าไปหนึ่งชั่วโมงเมื่อวันจันทร์ เพราะมีหมอกหนาปกคลุมช่องแคบ ลูกเรือกล่าว",
    "ผู้โดยสารที่ท่าเรือไม่ได้รับแจ้งล่วงหน้า และสำนักงานท่าเรือเปิดทำการหลังจากเรือลำสุดท้ายออกไปแล้ว",
    "บริษัทแจ้งว่าเที่ยวเรือถัดไปจะออกตรงเวลา และตั๋วโดยสารจะใช้ได้ต่อไปอีกหนึ่งสัปดาห์สำหรับทุกคน",
)
_NAV = '<nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>'


def _page(body: str, head: str = "") -> str:
    head = f'<meta charset="utf-8"><title>Ferry is late</title>{head}'
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def _prose(sentences: tuple[str, ...] = _ENGLISH) -> str:
    return "".join(f"<p>{sentence}</p>" for sentence in sentences)


def _story(inside: str) -> str:
    return _page(f"{_NAV}<main><article><h1>Ferry is late</h1>{inside}</article></main>")


class Trap(NamedTuple):
    """A page, what its text must hold, and what it must not."""

    name: str
    page: bytes
    holds: tuple[str, ...]
    lacks: tuple[str, ...] = ()

    def passed(self, text: str) -> bool:
        flat = " ".join(text.split())
        return all(part in flat for part in self.holds) and not any(part in flat for part in self.lacks)


_BODY = " ".join(_ENGLISH)
_LD = json.dumps({"@type": "NewsArticle", "headline": "Ferry is late", "articleBody": _BODY})
# As a Next.js site holds it: the paragraphs as a string of HTML.
_FIELDS = {"headline": "Ferry is late", "datePublished": "2031-05-05T09:00:00Z", "body": _prose()}
_STATE = json.dumps({"props": {"pageProps": {"article": _FIELDS}}})
_POINTER = '<p>Read more: <a href="/b">Ten bridges that closed this winter</a></p>'
_BOX = '<div class="c-x7"><h3>Most read</h3><ul><li><a href="/c">Baker wins the long race at last</a></li></ul></div>'
TRAPS = (
    Trap("no trap: four paragraphs and a menu", _story(_prose()).encode(), _ENGLISH, ("Sport",)),
    Trap("a “Read more” line amid the story", _story(_prose(_ENGLISH[:2]) + _POINTER + _prose(_ENGLISH[2:])).encode(),
         (_ENGLISH[0], _ENGLISH[3]), ("Ten bridges",)),
    Trap("a box of headlines amid the story", _story(_prose(_ENGLISH[:2]) + _BOX + _prose(_ENGLISH[2:])).encode(),
         (_ENGLISH[0], _ENGLISH[3]), ("Baker wins",)),
    Trap("a first paragraph of the class “teaser-content”",
         _story(f'<div class="teaser-content">{_prose(_ENGLISH[:1])}</div>{_prose(_ENGLISH[1:])}').encode(),
         _ENGLISH[:2]),
    Trap("a section of the class “football-report”",
         _story(f'{_prose(_ENGLISH[:2])}<div class="football-report">{_prose(_ENGLISH[2:])}</div>').encode(), _ENGLISH),
    Trap("UTF-8 that was read as Windows-1252", _story(_prose().replace("“", "â€œ").replace("”", "â€\x9d")).encode(),
         ("“We waited", "could,” said")),
    Trap("one bad byte in a page of UTF-8", _story(_prose()).encode().replace(b"</h1>", b" \xff</h1>", 1),
         ("“We waited",)),
    Trap("</body></html> before the story", _page(f"{_NAV}</body></html><h1>Ferry is late</h1>{_prose()}").encode(),
         _ENGLISH),
    Trap("a thousand nested divs", ("<div>" * 1_000 + _prose() + "</div>" * 1_000).encode(), _ENGLISH[:3]),
    Trap("a story that stands in JSON-LD alone",
         _page(_NAV, f'<script type="application/ld+json">{_LD}</script>').encode(), _ENGLISH[:3]),
    Trap("a story that stands in __NEXT_DATA__ alone",
         _page(f'{_NAV}<script id="__NEXT_DATA__" type="application/json">{_STATE}</script>').encode(), _ENGLISH[:3]),
    Trap("Thai, no language declared", _story(_prose(_THAI)).encode(), _THAI),
)  # fmt: skip


def main() -> None:
    """Print a row a trap, a column a system that is installed."""
    systems: dict[str, Peer] = {
        name: make() for name, make in SYSTEMS.items()
        if name != PARSE and find_spec(MODULES.get(name, name).partition(".")[0])
    }  # fmt: skip
    print(f"| trap | {' | '.join(systems)} |\n{'|---' * (len(systems) + 1)}|")
    for trap in TRAPS:
        marks = ("yes" if trap.passed(text_of(name, system, trap.page)) else "no" for name, system in systems.items())
        print(f"| {trap.name} | {' | '.join(marks)} |", flush=True)


if __name__ == "__main__":
    main()
