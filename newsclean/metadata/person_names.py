"""The names of people in a line of text, one each, apart from jobs, places, agencies and times."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from newsclean.folding import folded_word
from newsclean.metadata.byline_words import byline_words, is_agency, split_prefix
from newsclean.metadata.site_name import SiteName
from newsclean.metadata.sources import sources
from newsclean.vocabulary import fold

# A middle dot between Han letters without spaces joins the parts of a foreign name: "约翰·史密斯".
_PART = re.compile(
    r"\s*[|｜ㅣ•∙⋅●▪■◆,;،؛、，；/／\n()（）【】\[\]]+\s*|\s+-+\s+|\s*[–—]+\s*"
    r"|\s+·\s*|·\s+|(?<![\u3400-\u9fff])·|·(?![\u3400-\u9fff])"
)
_NOT_A_NAME = re.compile(
    r"[@#<>=?!\"“”„|/•:]|(?<![\u3400-\u9fff])·|https?:|www\.|\.(?:com|org|net)\b|\.\.\.|…"
)
_MAIL = re.compile(r"\S{1,80}@\S{1,80}")
_ADDRESS = re.compile(r"\S{0,80}@\S{1,80}")  # of mail, or the name of an account
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\d{4}")
_NUMERIC = re.compile(r"\d{1,4}([-./])\s?\d{1,2}\1\s?\d{2}")
_ASIDE = re.compile(r"\s*[(（\[][^()（）\[\]]{0,60}[)）\]]")
_MOST_WORDS = 5
_LONGEST = 60  # characters
_LONGEST_LABEL = 3  # words of "last updated on" before a date
# Letters of one word of a name in scripts that set no spaces between words, by the first letter.
_WIDEST = (("\u0e00", "\u0e7f", 20), ("\u3041", "\u30ff", 14), ("\u3400", "\u9fff", 6), ("\uac00", "\ud7af", 5))
_HALVES = frozenset({"am", "pm", "a.m.", "p.m."})
_OPENING = 8  # words of a line that a date may take
_GLUED = ("و", "ו")  # "and" in Arabic and Hebrew, written with the next word
_FOREIGN = 20  # letters of a name with a middle dot

NO_SITE = SiteName(frozenset(), frozenset())


def names_in(line: str, site: SiteName = NO_SITE) -> list[str]:
    """The people named in a byline whose prefix has been taken off, in order.

    >>> names_in("Jane Roe and Ali bin Saud, Political Correspondents in Oslo | May 3, 2031")
    ['Jane Roe', 'Ali bin Saud']
    """
    return list(people_in(line, site))


def people_in(line: str, site: SiteName = NO_SITE) -> dict[str, str | None]:
    """The people named in a byline whose prefix has been taken off, in order, and the role that words of its own give.

    >>> people_in("Jane Roe; photographs by Ali Kay")
    {'Jane Roe': None, 'Ali Kay': 'photographer'}
    """
    found: dict[str, str | None] = {}
    if "@" in line:
        line = _MAIL.sub(" ", line)
    for part in _PART.split(_beside_time(_ASIDE.sub(" ", line))):
        role, rest = _own_prefix(part) if found else (None, part)
        for name in _people(rest, site):
            if is_person(name):
                found.setdefault(name, role)
    return found


def _own_prefix(part: str) -> tuple[str | None, str]:
    """Role and rest of a later part that opens with several words, or a word and a colon: "photographs by Ali Kay"."""
    role, rest = split_prefix(part)
    opening = part[: len(part) - len(rest)].strip()
    return (role, rest) if role is not None and (" " in opening or opening[-1:] in ":：") else (None, part)


def is_person(text: str) -> bool:
    """Whether a text can be a person's full name: two to five capitalised words, or one where there are no capitals."""
    words = text.split()
    if not 1 <= len(words) <= _MOST_WORDS or len(text) > _LONGEST or _NOT_A_NAME.search(text):
        return False
    if any(char.isdigit() for char in text) or not any(char.isalpha() for char in text):
        return False
    if is_placeholder(text) or is_agency(text) or is_job(text) or is_name_of_group(text):
        return False
    cased = [word for word in words if _is_cased(word[0])]
    if not cased:
        return len(text) > 1 and (len(words) > 1 or text[0] > "\u2e80") and not any(map(_is_sentence, words))
    if len(cased) < len(words) and any(map(_is_caseless, words)):
        return False  # "LINEで送る": a name is in one script
    if all(word.lower() in _HALVES or word.lower() in sources().zones for word in words):
        return False
    particles = sources().words["particles"]
    small = [word for word in cased if word[0].islower() and not _has_capital(word)]
    if len(words) < 2 or len(words) - len(small) < 2:
        return False
    return all(folded_word(word) in particles for word in small)


def _is_sentence(word: str) -> bool:
    """Whether a word is longer than names are in its script: text without spaces."""
    if "·" in word:
        return len(word) > _FOREIGN
    return any(first <= word[0] <= last and len(word) > widest for first, last, widest in _WIDEST)


def is_job(text: str) -> bool:
    """Whether the text names a job, or holds a word that does.

    >>> is_job("Senior Political Editor"), is_job("Jane Roe")
    (True, False)
    """
    folded = fold(text)
    known = byline_words()
    words = folded.split()
    # "Correspondents": two people may share a job, in most European languages with an s
    return folded in known.jobs or any(w in known.job_words or w.removesuffix("s") in known.job_words for w in words)


def is_placeholder(text: str) -> bool:
    """Whether the text is "Staff", "Admin", "Newsroom" and the like."""
    return fold(text) in byline_words().staff and not is_agency(text)


def is_name_of_group(text: str) -> bool:
    """Whether a word in the text says that it names no person: "Team", "Magazine", "Redaktion".

    >>> is_name_of_group("The Example Team"), is_name_of_group("Jane Roe")
    (True, False)
    """
    return not sources().words["not_names"].isdisjoint(text.casefold().split())


def is_suffix(text: str) -> bool:
    """Whether the text belongs to the name before it: "Jr.", "MD", "Ph.D."."""
    suffixes = sources().words["suffixes"]
    return all(re.sub(r"\W", "", word).casefold() in suffixes for word in text.split())


def has_capitals(text: str) -> bool:
    """Whether the text is in a script that has capitals."""
    return any(map(_is_cased, text))


def _people(part: str, site: SiteName) -> Iterator[str]:
    """The pieces of a part between conjunctions, without a job or the site's name after the name."""
    piece: list[str] = []
    tokens = part.split()
    for at, token in enumerate([*tokens, None]):
        glued = token is not None and len(piece) > 1 and at + 1 < len(tokens) and _is_glued(token)
        if token is None or glued or _joins(token):
            yield _trimmed(" ".join(_without_job(_without_site(piece, site))))
            piece = [token[1:]] if token is not None and glued else []
        else:
            piece.append(token)


def _is_glued(token: str) -> bool:
    """Whether a word begins with "and", as Arabic and Hebrew write it, and is no name that begins with the letter."""
    if token[0] not in _GLUED:
        return False
    return len(token) > 2 and not token.startswith(tuple(sources().words["names_with_and"]))


def _trimmed(name: str) -> str:
    """The name without marks at its ends; the full stop of "Jr." and "C.J." stays."""
    name = name.strip(" :-–—'’").lstrip(".")
    last = name.rpartition(" ")[2]
    return name if last.count(".") > 1 or len(last) < 4 else name.rstrip(".")


def _joins(token: str) -> bool:
    """Whether a word stands between two names. "Y." with a capital is an initial, "AND" is not."""
    if token[0].isupper() and (len(token.rstrip(".")) == 1 or not token.isupper()):
        return False
    return token == "&" or folded_word(token) in byline_words().conjunctions


def _without_site(tokens: list[str], site: SiteName) -> list[str]:
    """The name before a place, the site's name or an agency's: "Jane Roe in Oslo", "Jane Roe The Daily Example"."""
    for start in range(2, len(tokens)):
        if tokens[start] in sources().words["prepositions"]:
            return tokens[:start]
        rest = " ".join(tokens[start:])
        if site.names_site(rest) or (is_agency(rest) and (len(rest) > 3 or rest.isupper())):
            return tokens[:start]
    return tokens


def _without_job(tokens: list[str]) -> list[str]:
    """The name before a job: "Jane Roe Senior Border Reporter", where markup set them apart.

    What stands between a name of two words and the job says more about the job: a department, a paper.
    """
    known = byline_words()
    first = 2 if tokens and has_capitals(tokens[0]) else 1
    for start in range(first, len(tokens)):
        rest = fold(" ".join(tokens[start:]))
        if rest in known.jobs or (tokens[start].islower() and is_job(rest)):
            break
    else:
        return tokens
    if not has_capitals(tokens[0]) or tokens[start].islower():
        return tokens[:start]
    words = [fold(token) for token in tokens[:start]]
    department = next((at for at in range(2, start) if words[at] in known.job_vocabulary), start)
    if department == start and not any(len(word) < 3 or word in sources().words["particles"] for word in words):
        department = 2
    return tokens[:department]


def before_time(line: str) -> str:
    """The text up to its first number, the month or weekday before the number taken off too.

    >>> before_time("Jane Roe, Friday, May 3, 2031, 5:12 p.m.")
    'Jane Roe,'
    """
    number = _DIGIT.search(line)
    if number is None:
        return line
    tokens = line[: number.start()].replace("\n", " \n ").split(" ")
    tokens.pop()  # the number's own word: "3rd", "(3"
    complete = _names_month(line[number.start() :])
    while tokens:
        count = _words_of_date(tokens, complete)
        if not count:
            break
        del tokens[-count:]
    return " ".join(tokens)


def _beside_time(line: str) -> str:
    """The text before the date; that after it where the line opens with one: "3 May 2031 · Jane Roe"."""
    before = before_time(line)
    if before.strip() or before == line:
        return before
    words = line.split(" ")
    last = max((at for at, word in enumerate(words[:_OPENING]) if _DIGIT.search(word)), default=-1)
    dates = byline_words().dates
    if not any(folded_word(word) in dates or _YEAR.search(word) for word in words[: last + 1]):
        return before
    return split_prefix(" ".join(words[last + 1 :]))[1]


def _names_month(after: str) -> bool:
    """Whether a date that opens with a number has its month behind it: "3 May 2031", "2031. május 3.", "2031-05-03"."""
    words = after.split(" ")
    behind = words[1:4] if _YEAR.match(words[0]) else words[1:3]
    return _NUMERIC.match(after) is not None or any(folded_word(word) in byline_words().months for word in behind)


def _words_of_date(tokens: list[str], complete: bool) -> int:
    """How many of the last words belong to the date after them: a month, a weekday, "last updated on".

    A complete date needs no month before it: "Márta 2031. május 3." opens with a name.
    """
    dates = byline_words().dates
    if complete and tokens[-1] and folded_word(tokens[-1]) in byline_words().months:
        return 0
    for count in range(min(_LONGEST_LABEL, len(tokens)), 1, -1):
        if all(map(folded_word, tokens[-count:])) and fold(" ".join(tokens[-count:])) in dates:
            return count
    # after a mark stands a name, though it may look like a month: "Jane May | 3 May 2031"
    return int(not tokens[-1] or folded_word(tokens[-1]) in dates)


def named_part(line: str) -> str:
    """What of a byline can hold names: not its time, nor an address, a job, or what follows a preposition.

    >>> named_part("Jane Roe, Political Editor in Oslo, 3 May"), named_part("Jane Roe | jroe@example.org | @janeroe")
    ('Jane Roe', 'Jane Roe')
    """
    tokens = _beside_time(_ADDRESS.sub(" ", line) if "@" in line else line).split(" ")
    prepositions = sources().words["prepositions"]
    end = next((at for at in range(1, len(tokens)) if tokens[at] in prepositions), len(tokens))
    parts = _PART.split(" ".join(tokens[:end]))
    asides = sources().words["asides_after_names"]
    named = (part for part in parts if part and part.partition(" ")[0] not in asides and not is_job(part))
    return " ".join(named).strip()


def _is_cased(char: str) -> bool:
    return char.isupper() or char.islower() or unicodedata.category(char) == "Lt"


def _is_caseless(word: str) -> bool:
    return unicodedata.category(word[0]) == "Lo"


def _has_capital(word: str) -> bool:
    return any(char.isupper() for char in word[1:])
