"""Bytes -> text, the first step of a page's journey.

The order, each step a name in `Decoded.decided_by`:

1. `bom`: a byte order mark; also UTF-16 without one, where every other byte of the markup is NUL.
2. `utf-8`: strictly valid UTF-8 beats every declaration. ASCII with the escapes of ISO-2022-JP is that instead.
3. `utf-8 with errors`: a few bad bytes in UTF-8. Throwing such a page into another encoding breaks all the rest of it.
4. `http`, `meta`: the declared encoding, by the labels of the WHATWG Encoding Standard, if the bytes fit it.
5. `detector`: see `newsclean.charset_detector`.
6. `default`: windows-1252, as browsers do.

Bytes that an encoding leaves undefined become the C1 control of the same number where the standard says so, as in
browsers; else U+FFFD.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from newsclean.article import PageWarning
from newsclean.charset_detector import fit, guess
from newsclean.charsets import by_label, decode_as, index, is_single_byte

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"PK\x03\x04", "zip"),
    (b"(\xb5/\xfd", "zstd"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf'\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"OggS\x00", "ogg"),
    (b"ID3\x02", "mp3"),
    (b"ID3\x03", "mp3"),
    (b"ID3\x04", "mp3"),
    (b"fLaC\x00", "flac"),
    (b"\x1aE\xdf\xa3", "webm"),
    (b"FLV\x01", "flv"),
    (b"\x00asm", "wasm"),
    (b"\x00\x00\x01\x00", "ico"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"{\\rtf", "rtf"),
    (b"%!PS-Adobe", "postscript"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),  # .doc, .xls, .ppt
    (b"\x7fELF", "elf"),
    (b"SQLite format 3\x00", "sqlite"),
)
# Letters alone: a text may open with them ("BZhaus AG"), so that what follows them in such a file is looked at, too.
_LETTERS = re.compile(
    rb"(?P<bzip2>BZh[1-9](?:1AY&SY|\x17rE8P\x90))"  # a block, or the end of an empty file
    rb"|(?P<gif>GIF8[79]a(?:.{0,6}[\x00-\x08]|\Z))"  # its sizes
    rb"|(?P<woff>wOF[F2].{4}\x00)",  # the length of a file under 16 MB
    re.DOTALL,
)
_LEAST_OF_TEXT = 9  # bytes under it stand in no text; the highest byte of a size is one, up to 150 MB
_COMPRESSED = frozenset({"gzip", "zip", "zstd", "bzip2", "xz", "7z", "rar"})
_RIFF = {b"WEBP": "webp", b"WAVE": "wav", b"AVI ": "avi"}
_BRANDS = {b"avif": "avif", b"heic": "heic", b"heix": "heic", b"mif1": "heic", b"qt  ": "mov"}

_PRESCAN = 32_768  # bytes; the standard asks for 1,024, and pages put declarations later than that
_META = re.compile(
    rb"<!--.*?(?:-->|\Z)|<meta[\s/](?P<meta>[^<]{0,1024})|\A\s*<\?xml\s(?P<xml>[^<>]{0,200})", re.I | re.S
)
# Also "-->UTF-8", and quotes that were escaped or doubled: up to eight bytes of litter before the label.
_LABEL = re.compile(rb"""charset["']?\s*=[^\w>]{0,4}(?:--+>)?\s*(?P<label>\w[\w.:-]*)""", re.I)
_XML_LABEL = re.compile(rb"""encoding\s*=\s*["']?\s*(?P<label>\w[\w.:-]*)""", re.I)
_HTTP_LABEL = re.compile(r"""charset\s*=\s*["']?\s*(?P<label>\w[\w.:-]*)""", re.I)
_ISO_2022_JP = re.compile(rb"\x1b(?:\$[@B]|\([BJ])")

_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 4_000  # characters looked at to tell binary data from text
_SEVERAL = 5  # control characters: a page that was padded or broken has one or two
_UNREADABLE = 0.05  # share of control characters that makes a text none
_TAGS = re.compile("</?[a-zA-Z][a-zA-Z0-9]{0,12}[ >]")
_TAGS_OF_A_PAGE = 5

_BEYOND_ASCII = bytes(range(0x80, 0x100))
_ASCII = bytes(range(0x80))
_HANDFUL = 8  # bad bytes forgiven whatever their share, if there are this many times as many sound bytes:
_EVIDENCE = 2
_FORGIVEN = 10  # one bad byte in so many sound sequences is forgiven; legacy text holds fewer sound than bad ones
_DOUBTFUL = 20  # more than one bad byte in so many characters refutes a declared encoding
_CONTRADICTION = 0.35  # how much better another encoding must fit to overrule a declared one
_FEWEST_LETTERS = 40  # bytes beyond ASCII, below which nothing overrules a declaration
_CONVINCING = 0.55  # fit below which the detector is not believed


class Decoded(NamedTuple):
    """Text, the WHATWG name of the encoding it was read with, and the step that decided it."""

    text: str
    charset: str
    decided_by: str
    warnings: tuple[PageWarning, ...] = ()


def foreign(data: bytes) -> str | None:
    """The format of bytes that are no text at all, by their first bytes: "pdf", "png", "gzip" …; else None.

    >>> foreign(b"%PDF-1.7 ..."), foreign(b"<html>")
    ('pdf', None)
    """
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    if letters := _LETTERS.match(data):
        return letters.lastgroup
    if data[:4] == b"RIFF" and data[7:8] < bytes((_LEAST_OF_TEXT,)):
        return _RIFF.get(data[8:12])
    if data[4:8] == b"ftyp" and data[0] < _LEAST_OF_TEXT:
        return _BRANDS.get(data[8:12], "mp4")
    return None


def is_binary(text: str) -> bool:
    r"""Whether a decoded text is that of a file that is none, by its many kinds of control characters.

    What holds several tags is a page, whatever litters it.

    >>> is_binary("\x01\x8b\x02c\x03\x04\x7f\x11" * 20), is_binary("<p>Café \x96 open</p>")
    (True, False)
    """
    sample = text[:_SAMPLE]
    found = _CONTROLS.findall(sample)
    if len(found) <= _UNREADABLE * len(sample) or len(set(found)) < _SEVERAL:
        return False
    return len(_TAGS.findall(sample)) < _TAGS_OF_A_PAGE


def refusal(kind: str, wanted: str = "HTML") -> str:
    """What to say of a file of a foreign format.

    >>> refusal("gzip")
    'this is gzip, not HTML: decompress it first'
    """
    return f"this is {kind}, not {wanted}{': decompress it first' if kind in _COMPRESSED else ''}"


def decode(data: bytes, content_type: str | None = None) -> Decoded:
    """Decode a page. Any bytes give a text.

    Args:
        data: the page as it was received, decompressed.
        content_type: the HTTP header of that name, if known; only its charset parameter counts.

    >>> decode("Café “Luna”".encode("utf-8"), "text/html; charset=iso-8859-1")[:3]
    ('Café “Luna”', 'utf-8', 'utf-8')
    >>> decode(b"It\\x92s here", "text/html; charset=latin1")[:3]
    ('It’s here', 'windows-1252', 'http')
    """
    marked = _by_mark(data)
    if marked:
        return marked
    if b"\x1b" in data and data.isascii() and _ISO_2022_JP.search(data):
        said = dict(reversed(_declared(data, content_type))).get("iso-2022-jp", "detector")
        return _with_warnings(decode_as(data, "iso-2022-jp"), "iso-2022-jp", said)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", "utf-8")
    except UnicodeDecodeError:
        return _utf_8_with_errors(data) or _by_declaration(data, _declared(data, content_type)) or _by_detection(data)


def _by_mark(data: bytes) -> Decoded | None:
    for mark, name in _BOMS:
        if data.startswith(mark):
            body = data[len(mark) :]
            if name != "utf-8":
                return _with_warnings(body.decode(name, "replace"), name, "bom")
            text, warnings = _lenient_utf_8(body)
            return Decoded(text, "utf-8", "bom", warnings)
    head = data[:2048]
    if 0 not in head:
        return None
    for name, letters, nuls in (("utf-16-le", head[::2], head[1::2]), ("utf-16-be", head[1::2], head[::2])):
        if nuls.count(0) * 2 > len(nuls) and b"<" in letters and not letters.count(0):
            return _with_warnings(data.decode(name, "replace"), name, "detector")
    return None


def _declared(data: bytes, content_type: str | None) -> list[tuple[str, str]]:
    """The encodings that the page is said to have, the one to believe first, each with the step that says so."""
    declared = []
    header = _HTTP_LABEL.search(content_type or "")
    if header and (name := by_label(header["label"])):
        declared.append((name, "http"))
    if name := _prescan(data[:_PRESCAN]):
        declared.append((name, "meta"))
    return declared


def _prescan(head: bytes) -> str | None:
    """The encoding of the first `<meta>` or XML declaration that names a known one, outside comments."""
    for match in _META.finditer(head):
        label = None
        if match["xml"] is not None:
            label = _XML_LABEL.search(match["xml"])
        elif match["meta"] is not None:
            attributes = match["meta"]
            start = attributes.lower().find(b"charset", 0, (attributes.find(b">") + 1) or len(attributes))
            label = _LABEL.match(attributes, start) if start >= 0 else None
        if label and (name := by_label(label["label"].decode("ascii", "replace"))):
            return name
    return None


def _utf_8_with_errors(data: bytes) -> Decoded | None:
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    sound = len(text) - len(data.translate(None, _BEYOND_ASCII)) - bad
    # Bytes after the first of each sound sequence: one of three bytes is stronger evidence than one of two, which
    # legacy text holds by accident. U+FFFD itself has two.
    evidence = len(text.encode()) - len(text) - 2 * bad
    if bad * _FORGIVEN > sound and (bad > _HANDFUL or bad * _EVIDENCE > evidence):
        return None
    text, warnings = _lenient_utf_8(data)
    return Decoded(text, "utf-8", "utf-8 with errors", warnings)


def _lenient_utf_8(data: bytes) -> tuple[str, tuple[PageWarning, ...]]:
    """UTF-8 whose stray bytes are read as windows-1252 punctuation where they are that, and else as U+FFFD."""
    text, used = codecs.utf_8_decode(data, _STRAY_BYTES, False)
    warnings = []
    if bad := data.decode("utf-8", "replace").count("\ufffd") - data.count(b"\xef\xbf\xbd") - (used < len(data)):
        detail = f"{bad} bytes or cut sequences in UTF-8 text were read as windows-1252 punctuation or U+FFFD"
        warnings.append(PageWarning(code="bad_bytes", detail=detail))
    if used < len(data):
        warnings.append(PageWarning(code="cut_character", detail="the page ends within a character, which was dropped"))
    return text, tuple(warnings)


def _read_stray_byte(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start]
    if error.end - error.start == 1 and 0x80 <= byte <= 0xA0:
        character = index("windows-1252")[byte]
        if character >= "\xa0":
            return character, error.end
    return "\ufffd", error.end


_STRAY_BYTES = "newsclean.stray_bytes"
codecs.register_error(_STRAY_BYTES, _read_stray_byte)


def _by_declaration(data: bytes, declared: list[tuple[str, str]]) -> Decoded | None:
    for name, step in declared:
        if name.startswith("utf-"):
            continue  # had its chance
        text = decode_as(data, name)
        if _plausible(data, text, name):
            return _with_warnings(text, name, step)
    return None


def _plausible(data: bytes, text: str, name: str) -> bool:
    """Whether bytes may be of a declared encoding: few undefined ones, and no other encoding that fits far better."""
    beyond_ascii = len(data.translate(None, _ASCII))
    if text.count("\ufffd") * _DOUBTFUL > beyond_ascii:
        return False
    if not is_single_byte(name) or beyond_ascii < _FEWEST_LETTERS:
        return True
    rival = guess(data)
    return rival is None or rival.fit - fit(data, name) < _CONTRADICTION


def _by_detection(data: bytes) -> Decoded:
    guessed = guess(data)
    if guessed is None or guessed.fit < _CONVINCING:
        return Decoded(decode_as(data, "windows-1252"), "windows-1252", "default")
    return _with_warnings(decode_as(data, guessed.name), guessed.name, "detector")


def _with_warnings(text: str, name: str, step: str) -> Decoded:
    bad = text.count("\ufffd")
    warnings = (PageWarning(code="bad_bytes", detail=f"{bad} bytes mean nothing in {name}"),) if bad else ()
    return Decoded(text, name, step, warnings)
