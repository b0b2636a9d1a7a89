"""Mojibake: UTF-8 that was read in another encoding, found and repaired word by word.

The only importer of ftfy, which reads a part of it; what ftfy cannot do is read here, from the encodings' own tables.
All of it must run before white space is folded and control characters are dropped: U+0085, U+009D and U+00A0 are bytes
of misread characters, and what `str.strip`, `str.split` or NFKC do to them cannot be undone.
"""

from __future__ import annotations

from newsclean.mojibake.gathered import Gathered
from newsclean.mojibake.line_mending import Mended, Step, mend
from newsclean.mojibake.page_mending import Mender, PageRepair, mend_together
from newsclean.mojibake.repairing import Repaired, repair, repair_all
from newsclean.mojibake.suspicion import Need, suspect
from newsclean.mojibake.text_mender import Mend, as_it_is

__all__ = [
    "Gathered", "Mend", "Mended", "Mender", "Need", "PageRepair", "Repaired", "Step", "as_it_is", "mend",
    "mend_together", "repair", "repair_all", "suspect",
]  # fmt: skip
