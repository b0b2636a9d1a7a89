"""A short run of every fuzz target over changed seeds, the same each time; and what longer runs have found."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from tests.fuzz.targets import PARAGRAPH, TARGETS
from tests.golden import CORPUS, slugs

ROUNDS = 150

SEEDS = {
    "page": [(CORPUS / slug / "page.html").read_bytes()[:6_000] for slug in slugs()[::6]],
    "markup": [bytes(range(256)), bytes([4, 200, 104, 1, 170, 101] * 20)],
    "json-ld": [b'{"@type":"Person","name":"Jane Roe"}', b'["a",{"b":[1,null]}]', b'"2031-05-03T10:00:00+02:00"'],
    "charset": [b"windows-1252\0caf\xe9", b"shift_jis\0\x83\x65", b"utf-16\0\xff\xfea\0", b"gb18030\0\x81\x30"],
    "text": ["Okinawaโ€™s cafÃ© 鈥檚".encode(), f"{PARAGRAPH}\nAsia|Business\nBy Jane Roe\n3 May 2031".encode()],
}

FOUND: dict[str, list[bytes]] = {
    # a control that is taken out joined two words, and the second repair met another line
    "text": [b"G\xbb\xaekina\x7fa\xe0\x84\xa2s caf\xc3\x83\xc2\xa9 \xe9\x88\xa5\xe6\xaa\x9a"],
}
"""By target, inputs that once broke a promise."""


def changed(seed: bytes, chance: random.Random) -> bytes:
    """The seed with some bytes flipped, doubled, dropped or moved."""
    data = bytearray(seed)
    for _ in range(chance.randint(1, 8)):
        at, to = sorted(chance.randrange(len(data) + 1) for _ in "ab")
        match chance.randrange(4):
            case 0:
                data[at:at] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 4)))
            case 1:
                del data[at : min(to, at + 40)]
            case 2:
                data[at:at] = data[at : min(to, at + 200)]
            case 3 if at < len(data):
                data[at] ^= 1 << chance.randrange(8)
    return bytes(data)


def inputs(target: str) -> Iterator[bytes]:
    chance = random.Random(target)
    yield from FOUND.get(target, ())
    for round_ in range(ROUNDS):
        yield changed(SEEDS[target][round_ % len(SEEDS[target])], chance)


@pytest.mark.parametrize("target", TARGETS)
def test_no_input_breaks_a_promise(target: str) -> None:
    assert [TARGETS[target](data) for data in inputs(target)].count(None) >= ROUNDS
