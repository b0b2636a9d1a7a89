"""The models of the sites of a corpus, where `--site-models` asks for them: a file a host in `site-models/`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import quote

from newsclean.addresses import host_of
from newsclean.corpora.records import Record
from newsclean.corpora.settings import Job
from newsclean.options import Options
from newsclean.site_model import SiteModel, keys_of_page, keys_of_text

FOLDER: Final = "site-models"


def model_for(job: Job, url: str | None) -> SiteModel | None:
    """The model of the site that a page is of; None where the job has none for it."""
    host = host_of(url) if job.site_models else None
    return _read(str(root_of(job) / name_of(host))) if host else None


@lru_cache(maxsize=256)
def _read(path: str) -> SiteModel | None:
    try:
        return SiteModel.from_json(Path(path).read_bytes())
    except FileNotFoundError:
        return None


def keys_of(record: Record, options: Options) -> frozenset[str]:
    """What a page shows, as a model counts it."""
    if record.text is not None:
        return keys_of_text(record.text, options)
    return keys_of_page(record.html or b"", record.content_type, options, url=record.url)


def root_of(job: Job) -> Path:
    """The folder of the models."""
    return Path(job.output) / FOLDER


def name_of(host: str) -> str:
    """The file of a host's model."""
    return f"{quote(host, safe='', errors='replace')[:200]}.json"
