"""`python -m tests.benchmarks.mojibake [DIR]`: the repair of mojibake, on ftfy's cases, on real pages, and in time.

ftfy's cases are read from its source distribution, which pip downloads to a temporary folder. DIR holds pages as .html
or .html.gz: every change of their visible text is listed with its count, to be looked at.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import subprocess
import sys
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import ftfy
from lxml import etree

from newsclean import Repaired, repair
from newsclean.decoding import decode
from newsclean.metadata.declared import read_declared
from newsclean.mojibake import Gathered, Need
from newsclean.reading import read
from newsclean.tree import parse
from newsclean.walk import walk
from tests.sentences import SENTENCES

_ENCODINGS_ONLY = ftfy.TextFixerConfig(
    unescape_html=False, remove_terminal_escapes=False, restore_byte_a0=False, replace_lossy_sequences=False,
    fix_c1_controls=False, fix_latin_ligatures=False, fix_character_width=False, uncurl_quotes=False,
    fix_line_breaks=False, remove_control_chars=False, normalization=None,
)  # fmt: skip


# What a hostile or a large page may hold, over and over, on one line.
_UNITS = (
    "Ã", "Ã©", "»É", "É»", "â€™ ", "ж", "\x80", "鈥", "鈥�", "�", "é� ", "├®", "тА", "&amp;#8217;",
    "The ferry waited. ",
    "Le cÅ“ur du vieux pont a cÃ©dÃ© : dix-sept blessÃ©s. ",
)  # fmt: skip


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def ftfy_cases() -> list[dict[str, Any]]:
    """ftfy's published cases, or none where its source distribution cannot be had."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", "ftfy"]
        subprocess.run([*command, "--dest", folder, f"ftfy=={ftfy.__version__}"], check=False, capture_output=True)
        for archive in Path(folder).glob("*.tar.gz"):
            with tarfile.open(archive) as files:
                member = next(name for name in files.getnames() if name.endswith("test_cases.json"))
                opened = files.extractfile(member)
                return json.load(opened) if opened else []
    return []


def kind_of(case: dict[str, Any]) -> str:
    """The file that ftfy's repository keeps a case in; its source distribution has them all in one."""
    label = case["label"].lower()
    if case.get("expect") == "fail":
        return "known failures"
    if "language name" in label:
        return "language names"
    if label.startswith(("negative", "mostly negative", "sort of negative")):
        return "negative"
    return "synthetic" if label.startswith("synthetic") else "in the wild"


def is_told(original: str, wanted: str, repaired: Repaired) -> bool:
    """Whether a text is as wanted, but that what ftfy puts U+FFFD for is decided here, or left and told."""
    lost = re.fullmatch(re.escape(wanted).replace("\ufffd", "(.{1,3})"), repaired.text, re.DOTALL)
    left = " ".join(repaired.unrepaired)
    return lost is not None and all(it in left or it not in original for it in lost.groups())


def report_ftfy_cases() -> None:
    counts: dict[str, Counter[str]] = {}
    for case in ftfy_cases():
        kind = kind_of(case)
        wanted = case.get("fixed-encoding", case["fixed"])
        repaired = repair(case["original"])
        found = repaired.text
        plain = ftfy.fix_and_explain(case["original"], _ENCODINGS_ONLY).text
        tally = counts.setdefault(kind, Counter())
        tally.update({"cases": 1, "newsclean": found == wanted, "ftfy": plain == wanted})
        tally["told"] += found == wanted or is_told(case["original"], wanted, repaired)
        if found != wanted:
            say(f"  not so: {case['label']!r}: {case['original']!r} -> {found!r}, wanted {wanted!r}")
    for kind, tally in counts.items():
        told = f"{tally['told']:3} where U+FFFD may be decided or left and told"
        say(f"{kind:20} newsclean {tally['newsclean']:3} ({told}) ftfy {tally['ftfy']:3} of {tally['cases']}")


def pages(folder: Path) -> Iterator[tuple[Path, bytes]]:
    for path in sorted(folder.rglob("*.html*")):
        yield path, gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def report_changes(folder: Path) -> None:
    changes: Counter[tuple[str, str, str, str]] = Counter()
    first: dict[tuple[str, str, str, str], str] = {}
    broken: Counter[str] = Counter()
    total = 0
    for path, data in pages(folder):
        total += 1
        mender = read(data).mender
        for each in mender.repairs():
            key = (each.tier, each.codec, each.before, each.after)
            changes[key] += each.count
            first.setdefault(key, path.name)
        broken.update(mender.unrepaired())
    say(f"{total} pages, {len(changes)} changes of {sum(changes.values())} words")
    for (tier, codec, before, after), count in changes.most_common():
        say(f"{count:6} {tier:9} {codec:13} {before!r} -> {after!r}  {first[tier, codec, before, after]}")
    say(f"left as broken: {len(broken)}: {list(broken)[:40]!r}")


def seconds(work: Callable[[], object], rounds: int = 3) -> float:
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def report_page_ratios(folder: Path, most: int = 150) -> None:
    """Of clean pages: their visible text against ftfy, and the look at their texts against the parse of their bytes."""
    found = list(pages(folder))
    ours = theirs = parsing = looks = 0.0
    shares = []
    for _, data in found[:: max(1, len(found) // most)]:
        text = decode(data).text
        root = parse(text).root
        gathered = Gathered()
        read_declared(root, gathered.see)
        walk(root, gathered.see)
        if gathered.need() is Need.READING:
            continue
        visible = "\n".join(gathered.texts)
        ours += seconds(lambda visible=visible: repair(visible))
        theirs += seconds(lambda visible=visible: ftfy.fix_text(visible), rounds=1)
        raw = text.encode("utf-8", "replace")
        parse_ = seconds(lambda raw=raw: etree.fromstring(raw, etree.HTMLParser(encoding="utf-8", huge_tree=True)))
        look = seconds(gathered.need)
        looks, parsing = looks + look, parsing + parse_
        shares.append(look / parse_)
    shares.sort()
    if shares:
        say(f"clean pages: {theirs / ours:.0f} times as fast as ftfy")
        say(f"the look at a page's texts: {looks / parsing:.1%} of lxml's parse")
        say(f"a page: median {shares[len(shares) // 2]:.1%}, nine in ten under {shares[len(shares) * 9 // 10]:.1%}")


def report_broken_ratios() -> None:
    """Lines of words in a random order, no two lines alike."""
    chance = random.Random(1)
    for language in ("en", "fr", "de", "pl", "ru", "ja"):
        words = [word for sentence in SENTENCES[language] for word in sentence.split()]
        lines = (" ".join(chance.choices(words, k=25)) for _ in range(150))
        text = "\n".join(lines).encode().decode("latin-1")
        mine, its = seconds(lambda text=text: repair(text)), seconds(lambda text=text: ftfy.fix_text(text))
        say(f"broken text, {language}: {its / mine:.2f} times as fast as ftfy")


def report_growth(longest: int = 10_000_000) -> None:
    for unit in _UNITS:
        sizes = [longest // 100, longest // 10, longest]
        texts = [unit * (size // len(unit)) for size in sizes]
        times = [seconds(lambda text=text: repair(text), rounds=1) for text in texts]
        its = seconds(lambda text=texts[0]: ftfy.fix_text(text), rounds=1)
        told = " ".join(f"{size}: {time:.3f} s" for size, time in zip(sizes, times, strict=True))
        say(f"{unit!a:22} {told} ({its / times[0]:.1f} times as fast as ftfy)")


if __name__ == "__main__":
    repair("Hereâ€™s")
    report_ftfy_cases()
    if sys.argv[1:]:
        report_changes(Path(sys.argv[1]))
        report_page_ratios(Path(sys.argv[1]))
    report_broken_ratios()
    report_growth(int(sys.argv[2]) if sys.argv[2:] else 10_000_000)
