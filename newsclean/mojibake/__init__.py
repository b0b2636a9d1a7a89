"""Mojibake: UTF-8 that was read in another encoding, found and repaired word by word.

The only importer of ftfy, which reads most of it; what ftfy cannot do is read here, from the encodings' own tables. All
of it must run before white space is folded and control characters are dropped: U+0085, U+009D and U+00A0 are bytes of
misread characters, and what `str.strip`, `str.split` or NFKC do to them cannot be undone.
"""

from __future__ import annotations

from newsclean.mojibake.mender import Mender, Repaired
from newsclean.mojibake.mending import Step, mend
from newsclean.mojibake.repairing import RepairResult, repair
from newsclean.mojibake.suspicion import suspect

__all__ = ["Mender", "RepairResult", "Repaired", "Step", "mend", "repair", "suspect"]
