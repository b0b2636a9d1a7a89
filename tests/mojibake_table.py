"""`python -m tests.mojibake_table` writes the table of encodings into docs/mojibake.md, out of what the code does."""

from __future__ import annotations

from pathlib import Path

import ftfy

from newsclean.mojibake import repair
from newsclean.mojibake.tables import codecs, facts
from tests.misreading import misread

PAGE = Path(__file__).parents[1] / "docs" / "mojibake.md"
START, END = "<!-- table -->\n", "<!-- end of table -->\n"
SAMPLE = "Zoë’s café – “El Niño”"
_ENCODINGS_ONLY = ftfy.TextFixerConfig(
    unescape_html=False, fix_latin_ligatures=False, fix_character_width=False, uncurl_quotes=False,
    fix_c1_controls=False, normalization=None, restore_byte_a0=False, replace_lossy_sequences=False,
)  # fmt: skip


def table() -> str:
    rows = ["| encoding | the sample | ftfy | newsclean |", "|---|---|---|---|"]
    for name in ("windows-1252", *(codec.name for codec in codecs()), *facts()["multi_byte"]):
        broken = misread(SAMPLE, name)
        theirs = ftfy.fix_and_explain(broken, _ENCODINGS_ONLY).text
        rows.append(
            f"| {name} | {shown(broken)} | {outcome(broken, theirs)} | {outcome(broken, repair(broken).text)} |"
        )
    return "\n".join(rows) + "\n"


def shown(text: str) -> str:
    characters = (f"<{ord(it):02X}>" if "\x80" <= it <= "\xa0" or it == "\xad" else it for it in text)
    return f"`{''.join(characters).replace('|', '&#124;')}`"


def outcome(broken: str, found: str) -> str:
    if found == SAMPLE:
        return "whole"
    return "nothing" if found == broken else shown(found)


def written(page: str) -> str:
    before, _, rest = page.partition(START)
    return before + START + table() + END + rest.partition(END)[2]


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text("utf-8")), "utf-8")
