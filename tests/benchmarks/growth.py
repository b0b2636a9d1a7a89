"""How the time of an extraction grows with the page: for each shape of page its size is doubled, twice.

Times are of the process, the best of three, so that other work on the machine counts little. A ratio much over 2 means
that some stage is worse than linear in that shape.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

from newsclean import extract

ALLOWED = 2.3
_SENTENCE = "The ferry to Norholm left an hour late on Monday, the crew said, because of fog over the sound. "


def _each(template: str) -> Callable[[int], str]:
    return lambda n: "".join(template.replace("%", str(i)).replace("$", _SENTENCE) for i in range(n))


def _inside(before: str, template: str, after: str) -> Callable[[int], str]:
    each = _each(template)
    return lambda n: f"<p>{_SENTENCE * 4}</p>{before}{each(n)}{after}<p>{_SENTENCE * 4}</p>"


SHAPES: dict[str, Callable[[int], str]] = {
    "paragraphs": _each("<p>$%</p>"),
    "line breaks": _inside("<div>", "$%<br><br>", "</div>"),
    "headings": _each("<h2>Part %</h2><p>$</p>"),
    "list items": _inside("<ul>", "<li>$%</li>", "</ul>"),
    "links": _inside("<ul>", "<li><a href=/s/%>Headline number % of the ferry</a></li>", "</ul>"),
    "boxes": _inside("", "<div><h3>Related</h3><a href=/s/%>Headline number % of the ferry</a></div>", ""),
    "table rows": _inside("<table>", "<tr><td>Norholm %</td><td>$</td></tr>", "</table>"),
    "quotes": _each("<blockquote><p>$%</p></blockquote>"),
    "figures": _inside("", "<figure><img src=/%.jpg><figcaption>Fog %. Photo: Jane Doe</figcaption></figure>", ""),
    "inline elements": _inside("<p>", "<b>$</b> <a href=/%>more</a> % ", "</p>"),
    "microdata": _inside("<div itemscope>", "<i itemprop=author itemscope><b itemprop=name>Jo %</b></i>", "</div>"),
    "credit lines": _inside("", "<p>(Reporting by Jane Doe; Editing by John Roe %)</p>", ""),
    "datelines": _each("<p>By Jane Doe, 12 May 2031</p><time datetime=2031-05-12>12 May</time>"),
    "classes": _each("<p class='a% b-%'>$</p>"),
    "hidden blocks": _inside("<div hidden>", "<p>$%</p>", "</div>"),
    "mojibake": _each("<p>It didnâ€™t matter to the crew â€œin the fogâ€\x9d, it said %.</p>"),
    "repairs of many kinds": _each("<p>It didnâ€™t matter to the crew of cafÃ©% in the fog, it said.</p>"),
    "link lists": _inside("", "<ul><li><a href=/s/%>Headline number % of the ferry</a></li></ul><p>$</p>", ""),
    "tables": _inside("", "<div><table><tr><td>Fog %<td>9<tr><td>Ice<td>2</table></div><p>$</p>", ""),
    "bare names": _inside("", "<div>Ada Quill %</div><div>12 May 2031</div>", ""),
    "last lines": _each("<p>The post % appeared first on The Elm Post. Follow her on Twitter @ada%.</p>"),
    "1,000 levels": lambda n: "<div>" * 1_000 + _each("<p>$%</p>")(n) + "</div>" * 1_000,
    "one text node": lambda n: "<p>" + _SENTENCE * n,
    "one word": lambda n: "<p>" + "x" * (len(_SENTENCE) * n),
    "entities": lambda n: "<p>" + "&amp;&#39; " * (8 * n),
    "ends of the page": lambda n: "<p>Fog</p></body></html>" * n,
}


class Growth(NamedTuple):
    """The seconds that a shape took at each size, and the megabytes of the last."""

    shape: str
    seconds: tuple[float, ...]
    megabytes: float

    @property
    def ratio(self) -> float:
        """The average factor from one size to the next, the sizes being doubled."""
        steps = len(self.seconds) - 1
        return (self.seconds[-1] / self.seconds[0]) ** (1 / steps) if steps else 1.0


def grow(size: int, doublings: int = 2, rounds: int = 3) -> Iterator[Growth]:
    """Time each shape at `size` parts and at its doubles."""
    extract("<p>" + _SENTENCE * 9)  # loads the data files
    for shape, make in SHAPES.items():
        pages = [make(size << step) for step in range(doublings + 1)]
        seconds = tuple(min(_seconds(page) for _ in range(rounds)) for page in pages)
        yield Growth(shape, seconds, len(pages[-1].encode()) / 1e6)


def _seconds(page: str) -> float:
    gc.collect()
    start = time.process_time()
    extract(page)
    return time.process_time() - start


def report(size: int, doublings: int = 2) -> int:
    """Print a line a shape; return how many of them grow faster than allowed."""
    worse = 0
    sys.stdout.write(f"{'shape':18}{'MB':>7}  seconds at {size} parts, and doubled{' ':6}ratio\n")
    for growth in grow(size, doublings):
        too_much = growth.ratio > ALLOWED
        worse += too_much
        times = " ".join(f"{second:9.3f}" for second in growth.seconds)
        sys.stdout.write(f"{growth.shape:18}{growth.megabytes:7.2f}  {times}  x{growth.ratio:.2f}{' !' * too_much}\n")
        sys.stdout.flush()
    return worse
