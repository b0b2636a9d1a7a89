"""The dateline: place and agency before the first sentence of a story.

Shapes met: "PORT ASTER (Reuters) - ", "PORT ASTER, March 3 (AP) — ", "PORT ASTER: ", "(Reuters) - ", "PORT ASTER —",
"Port Aster, 3 mai (AFP) -", "МОСКВА, 3 мая — РИА Новости.", "新华社北京5月3日电", "【本报北京3日电】",
"(서울=연합뉴스)", "【ニューヨーク＝共同】", "MADRID, 3 (EUROPA PRESS)".
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newsclean.data_files import Table, from_toml
from newsclean.folding import fold
from newsclean.metadata.byline_words import byline_words, is_agency, parted
from newsclean.metadata.credit_words import credit_words
from newsclean.metadata.sources import sources
from newsclean.vocabulary import agencies, chrome_phrases

_HEAD = 120  # characters that a dateline takes at the most
_MOST_WORDS = 5  # of the name of one place
_LONGEST_UNSPACED = 12  # characters of a place in Chinese, Japanese or Korean
_UNKNOWN = 3  # letters of an agency that newsclean does not know: "(ewd)"
_LEAST_CAPITALS = 4  # characters of a place that only its capitals tell; "ADT —" is a company
_LEAST_LABELLED = 5  # of one before a colon; "TODO:" is a label
_LEAST_WEEKDAY = 5  # characters of a weekday without a number; "Mo." is a state
_STATE = 5  # characters of a state after the comma: " D.C."

# place and date, agency in brackets, and a dash or a colon
_BRACKETED = re.compile(r"([^()（）\[\]–—―:]{0,90}?)\s*[(（\[]([^()（）\[\]]{2,40})[)）\]][\s,।]*([-–—―−|:.]*)\s*")
_SLASHED = re.compile(r"([^/()]{2,60}?)\s*/([^/()]{2,20})/[\s.]*([-–—―−]*)\s*")  # "МОСКВА, 3 мая. /ТАСС/."
# place and date, a dash with a space before it or a long one
_DASHED = re.compile(r"([^()\[\]:–—―]{2,80}?)\s*(?:[–—―]+|(?<=\s)[-−]+(?=\s))\s*")
_STOPPED = re.compile(r"([^.,।:()]{2,40}),\s*([^.,।:()]{2,30})\s*[।:]\s*")  # "नई दिल्ली, पीटीआई।"
_COLON = re.compile(r"([^()\[\]:!?]{2,60}):\s+")
_AGENCY_AFTER = re.compile(r"([^.()]{2,40})\.\s+")
_EAST_BRACKETED = re.compile(r"[【\[(（〔]\s*([^【】\[\]()（）〔〕]{2,40})\s*[】\])）〕]")
_EAST_BETWEEN = re.compile(r"\s*[=＝·・/／\s]\s*")
_WORD = re.compile(r"[^\W\d_]+")
_PLACES_APART = re.compile(r"[/／,،;]")

_CAPITALS_TO = "\u0590"  # scripts from Hebrew on have none


class Dateline(NamedTuple):
    """`place` as the page writes it, "" where only an agency stands; `agency` by its usual name, None if unknown."""

    place: str
    agency: str | None


class _Words(NamedTuple):
    """Of newsclean/data/datelines.toml. `wire` and `east_date` are what surrounds the place in Chinese and Japanese."""

    no_place: frozenset[str]
    date_particles: frozenset[str]
    place_particles: frozenset[str]
    reporters: tuple[str, ...]
    passed_on: tuple[str, ...]
    wire: re.Pattern[str]
    east_date: re.Pattern[str]
    own_paper: re.Pattern[str]


@cache
def _words() -> _Words:
    return from_toml("datelines.toml", _gathered)


def _gathered(table: Table) -> _Words:
    wired, reports, kinds, own = ("|".join(table[key]) for key in ("wired", "reports", "kinds_of_report", "own_papers"))
    return _Words(
        no_place=frozenset(map(fold, table["no_place"])),
        date_particles=frozenset(table["date_particles"]),
        place_particles=sources().words["particles"].union(table["place_particles"]),
        reporters=tuple(table["reporters"]),
        passed_on=tuple(f" {word} " for word in table["passed_on"]),
        wire=re.compile(rf"([\u3400-\u9fff]{{2,20}})(?:\d{{1,2}}月)?\d{{1,2}}日(?:{wired})"),
        east_date=re.compile(
            rf"(?:\d{{4}}年)?(?:\d{{1,2}}月)?\d{{1,2}}日|(?:{wired})$|(?:{kinds})?(?:{reports})$"
        ),
        own_paper=re.compile(f"^(?:{own})+"),
    )


def split_dateline(paragraph: str) -> Dateline | None:
    """The dateline that opens a paragraph, or None: an ordinary sentence has none.

    >>> split_dateline("PORT ASTER, Norland, March 3 (Reuters) - The harbour froze.")
    Dateline(place='PORT ASTER, Norland', agency='Reuters')
    >>> split_dateline("The harbour (the old one) froze.") is None
    True
    """
    head = paragraph[:_HEAD].lstrip()
    if len(head) < 4:
        return None
    return _eastern(head) or _bracketed(head) or _dashed(head) or _stopped(head) or _before_colon(head)


def _bracketed(head: str) -> Dateline | None:
    """"PORT ASTER (Reuters) - ": the brackets hold an agency or a desk, or the place is in capitals before a dash."""
    match = _BRACKETED.match(head) or _SLASHED.match(head)
    if match is None or not _opens_sentence(head[match.end() :]):
        return None
    place, inside, dash = _without_date(match[1]), match[2], match[3]
    agency = _agency(inside)
    if not match[1].strip(" ,."):
        return Dateline("", agency) if agency and dash else None
    if not _is_place(place):
        return None
    if agency or _is_desk(inside) or (dash and _is_name(inside) and (_is_capitals(place) or _is_abbreviation(inside))):
        return Dateline(place, agency)
    return None


def _dashed(head: str) -> Dateline | None:
    """"PORT ASTER —", and "МОСКВА, 3 мая — РИА Новости.": the place in capitals, or an agency beside it."""
    match = _DASHED.match(head)
    if match is None or not _opens_sentence(head[match.end() :]):
        return None
    place, agency = _without_agency(match[1])
    if agency is None and (after := _AGENCY_AFTER.match(head, match.end())):
        agency = _agency(after[1])
    place = _without_date(place)
    if not _is_place(place) or not (agency or _is_capitals(place)) or _is_label(place):
        return None
    return Dateline(place, agency)


def _stopped(head: str) -> Dateline | None:
    """"नई दिल्ली, पीटीआई।": the agency is known."""
    match = _STOPPED.match(head)
    agency = _agency(match[2]) if match else None
    if match is None or agency is None or not _is_place(match[1].strip()) or not _opens_sentence(head[match.end() :]):
        return None
    return Dateline(match[1].strip(), agency)


def _before_colon(head: str) -> Dateline | None:
    """"NEW DELHI:" in capitals, with letters in lower case after it; not "BREAKING:", "WATCH:"."""
    match = _COLON.match(head)
    if match is None:
        return None
    place, agency = _without_agency(match[1])
    place = _without_date(place)
    rest = head[match.end() :]
    if not _is_capitals(place) or not _is_place(place) or not any(map(str.islower, rest)):
        return None
    first, comma, second = place.partition(",")
    if len(first) < _LEAST_LABELLED or (comma and second.isupper() and len(second) > _STATE):  # "JANE ROE, HOST:"
        return None
    return None if _is_label(place) or not _opens_sentence(rest) else Dateline(place, agency)


def _without_agency(text: str) -> tuple[str, str | None]:
    """"PORT ASTER, AP" as place and agency."""
    place, comma, last = text.strip(" ,").rpartition(",")
    agency = _agency(last) if comma else None
    return (place.rstrip(), agency) if agency else (text, None)


def _is_label(place: str) -> bool:
    """Whether words in capitals before a colon or a dash are "BREAKING", "WATCH", "RELATED" rather than a place."""
    phrases = chrome_phrases()
    if phrases.whole(place) is not None or phrases.lead_in(f"{place}: ") > 0:
        return True
    folded = fold(place)
    return folded in _words().no_place or any(len(word) > 3 and word in _words().no_place for word in folded.split())


def _opens_sentence(rest: str) -> bool:
    """The story's first sentence follows, not the rest of the one before: "NATO — the alliance — said"."""
    first = next((char for char in rest if char.isalnum()), "")
    return not first.islower()


def _eastern(head: str) -> Dateline | None:
    """Chinese, Japanese and Korean papers: place, date and agency in one bracket, or run together before 电."""
    if head[0] in "【[(（〔":
        match = _EAST_BRACKETED.match(head)
        if match and any(char > "\u2e80" for char in match[1]):
            return _eastern_parts(match[1])
    elif head[0] > "\u2e80":
        match = _words().wire.match(head)
        if match:
            return _eastern_parts(match[0])
    return None


def _eastern_parts(text: str) -> Dateline | None:
    """Place and agency of what stands in the bracket: at least a date or an agency must be in it."""
    known = _words()
    dated = known.east_date.search(text) is not None
    bare = known.east_date.sub("", known.east_date.sub("", text)).strip(" =＝")
    own = known.own_paper.match(bare)
    if own:
        bare = bare[own.end() :]
    parts = [part for part in _EAST_BETWEEN.split(bare) if part]
    agency = next((named for part in parts if (named := _agency(part))), None)
    if agency is None and len(parts) == 1:
        agency, parts = _glued(parts[0])
    places = [part for part in parts if not _agency(part)]
    place = places[0] if places and not any(word in places[0] for word in known.reporters) else ""
    if fold(place) in credit_words().photo_phrases:  # "[사진=연합뉴스]"
        return None
    separated = "=" in text or "＝" in text
    if len(place) > _LONGEST_UNSPACED or not (agency or (own and dated) or (separated and dated)):
        return None
    return Dateline(place, agency) if agency or place else None


def _glued(text: str) -> tuple[str | None, list[str]]:
    """An agency and a place without a mark between them: "新华社北京", "北京共同"."""
    for length in range(min(len(text), 8), 1, -1):
        if agency := _agency(text[:length]):
            return agency, [text[length:]] if text[length:] else []
        if agency := _agency(text[-length:]):
            return agency, [text[:-length]] if text[:-length] else []
    return None, [text]


def _agency(text: str) -> str | None:
    folded = fold(text)
    if folded in agencies():
        return agencies()[folded]
    for mark in ("/", ",", " - ", *_words().passed_on):  # "AP/dpa": the first counts
        first, found, _ = folded.partition(mark)
        if found and first.strip() in agencies():
            return agencies()[first.strip()]
    return None


def _without_date(text: str) -> str:
    """The text up to a date: "PORT ASTER, March 3", "Port Aster, le 3 mai", "MADRID, 3"."""
    words = text.split()
    if not words:
        return ""
    dates, particles = byline_words().dates, _words().date_particles
    count = len(words)
    while count > 1:  # the first word is never the date
        bare = fold(words[count - 1])
        if bare and bare not in dates and bare not in particles and not any(map(str.isdigit, bare)):
            break
        count -= 1
    dropped = words[count:]
    if not any(any(map(str.isdigit, word)) for word in dropped):
        weekday = words[count - 1].endswith(",") and all(len(word) >= _LEAST_WEEKDAY for word in dropped)
        count = count if weekday else len(words)  # "Rio de Janeiro", "KANSAS CITY, Mo."
    place = " ".join(words[:count]).strip(" ,")
    last = place.rpartition(" ")[2]
    # "Ore.", "D.C." keep their stop; a long word ends a sentence with it
    return place.rstrip(".") if len(last) > 5 and "." not in last[:-1] else place


def _is_place(text: str) -> bool:
    """Up to three names of places of up to five words, each with a capital where the script has them."""
    parts = _places(text)
    return len(parts) <= 4 and fold(parts[0]) not in byline_words().dates and all(map(_is_place_name, parts))


def _places(text: str) -> list[str]:
    return [place for piece in _PLACES_APART.split(text) for place in parted(piece)]


def _is_place_name(name: str) -> bool:
    words = name.split()
    if not 1 <= len(words) <= _MOST_WORDS or any(map(str.isdigit, name)) or any(mark in name for mark in "\"“”«»!?;@#"):
        return False
    particles = _words().place_particles
    if not _is_capital(words[0]) or is_agency(name):
        return False
    return all(_is_capital(word) or fold(word) in particles for word in words[1:])


def _is_capital(word: str) -> bool:
    bare = word.lstrip("'’(")
    return bool(bare) and bare[0].isalpha() and not bare[0].islower()


def _is_capitals(text: str) -> bool:
    """Whether the first name of the text is in capitals, in a script that has them: "KYIV, Ukraine"."""
    first = _places(text)[0]
    return len(first) >= _LEAST_CAPITALS and first.isupper() and any(len(word) > 2 for word in _WORD.findall(first))


def _is_name(text: str) -> bool:
    """One to three words that begin with capitals, or an abbreviation."""
    words = text.split()
    return 0 < len(words) <= 3 and (all(map(_is_capital, words)) or _is_abbreviation(text))


def _is_desk(text: str) -> bool:
    """Whether the text names a desk, in scripts without capitals: "(ویب ڈیسک)". A job stands behind a person's name."""
    folded, known = fold(text), byline_words()
    return text[0] > _CAPITALS_TO and " " in folded and folded in known.staff and folded not in known.jobs


def _is_abbreviation(text: str) -> bool:
    """A small agency as papers without capitals print it: "(ewd)". In capitals it may be a party: "Jane Roe (EWD)"."""
    return text.islower() and text.isalpha() and len(text) == _UNKNOWN
