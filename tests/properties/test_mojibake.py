"""Sound text is never changed; broken text comes back exactly or is left alone; nothing is repaired twice."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.charsets import codec_of, index
from newsclean.mojibake import mend, repair, repair_all
from newsclean.mojibake.tables import codecs, facts
from tests.sentences import SENTENCES

ALL = [sentence for sentences in SENTENCES.values() for sentence in sentences]
LOST = re.compile("[\ufffd\ue000-\uf8ff]")
ENCODINGS = ["iso-8859-1", "windows-1252", *(codec.name for codec in codecs()), *facts()["multi_byte"]]


def misread(text: str, name: str) -> str:
    if name in facts()["multi_byte"]:
        return text.encode().decode(codec_of(name), "replace")
    characters = "".join(map(chr, range(256))) if name == "iso-8859-1" else index(name)
    return "".join(characters[byte] for byte in text.encode())


@pytest.mark.parametrize("language", SENTENCES)
def test_sound_sentences_are_unchanged_alone_and_together(language: str) -> None:
    for sentence in SENTENCES[language]:
        assert mend(sentence).steps == ()
        assert (repair(sentence).text, repair(sentence).unrepaired) == (sentence, ())
    assert [it.text for it in repair_all([*SENTENCES[language], "Hereโ€™s"])][:-1] == list(SENTENCES[language])


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_misread_sentences_come_back_exactly_or_are_left_alone(encoding: str) -> None:
    third = []
    for sentence in ALL:
        broken = misread(sentence, encoding)
        if LOST.search(broken):
            continue
        found = repair(broken).text
        if found not in (sentence, broken):
            third.append((broken, found))
    assert third == []


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_words_misread_twice_or_with_lost_bytes_come_back_exactly_or_are_left_alone(encoding: str) -> None:
    third = []
    for sentence in ALL[::4]:
        for broken in (misread(sentence, encoding), misread(misread(sentence, encoding), encoding)):
            found = repair(broken).text
            known = {*sentence.split(" "), *broken.split(" ")}
            if found not in (sentence, broken):
                third += [(word, encoding, sentence) for word in found.split(" ") if word not in known]
    assert third == []


HOSTILE = st.lists(
    st.sampled_from(["Ã", "Â\xa0", "â€", "\x99", "т", "А", "├", "®", "鈥", "&amp;", "#8217;", "�", " ", "?"]),
    min_size=1,
)


@given(HOSTILE.map("".join), st.integers(1, 1_000_000))
@settings(max_examples=12, derandomize=True, deadline=None)
def test_hostile_strings_of_any_length_are_survived(unit: str, size: int) -> None:
    text = (unit * (size // len(unit) + 1))[:size]
    once = repair(text)
    assert once.undone() == text


@given(st.sampled_from(ALL), st.sampled_from(ALL), st.sampled_from(ENCODINGS))
@settings(max_examples=150, derandomize=True, deadline=None)
def test_repairing_is_idempotent_and_can_be_undone(broken: str, sound: str, encoding: str) -> None:
    text = f"{sound}\n{misread(broken, encoding)} {sound}"
    once = repair(text)
    assert once.undone() == text
    assert repair(once.text).text == once.text
