"""The videos of the story."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsclean.addresses import absolute_url, base_of, host_of
from newsclean.article import Video
from newsclean.blocks import Shape
from newsclean.labels import Label
from newsclean.metadata.article_node import bare_address
from newsclean.metadata.declared import Declared
from newsclean.metadata.found import Found
from newsclean.metadata.json_ld import as_text
from newsclean.metadata.labelled import NO_PARTS, Parts
from newsclean.metadata.sources import sources

_MOST = 20


def find_videos(
    declared: Declared, parts: Parts = NO_PARTS, url: str | None = None, canonical: str | None = None
) -> Found[tuple[Video, ...]] | None:
    """Players in the story, JSON-LD's videos and og:video, each address once; no provider is the page's own site."""
    base, own = base_of(declared.base, url), host_of(canonical or url)
    videos: dict[str, Video] = {}
    evidence: list[str] = []
    for found in _candidates(declared, parts):
        address = absolute_url(found.value.url, base)
        if address and bare_address(address) not in videos:
            host = host_of(address)
            provider = host if host != own else None
            videos[bare_address(address)] = Video(url=address, caption=found.value.caption, provider=provider)
            evidence.append(found.evidence)
    return Found(tuple(videos.values())[:_MOST], evidence[0]) if videos else None


def _candidates(declared: Declared, parts: Parts) -> Iterator[Found[Video]]:
    for block in parts.get(Label.MEDIA, ()):
        if block.shape is Shape.EMBED and block.media and _is_player(block.media.url):
            yield Found(Video(url=block.media.url), "visible:embed")
    for value in declared.from_articles("video"):
        for item in value if isinstance(value, list) else [value]:
            yield from _from_json_ld(declared.referred(item))
    for node in declared.pages:
        if "videoobject" in node.types:
            yield from _from_json_ld(node.data)
    for name, text in declared.from_meta("video"):
        yield Found(Video(url=text), f"meta:{name}")


def _from_json_ld(video: Any) -> Iterator[Found[Video]]:
    if isinstance(video, str):
        yield Found(Video(url=video), "json_ld:video")
    elif isinstance(video, dict):
        address = next((t for key in ("contentUrl", "embedUrl", "url") if (t := as_text(video.get(key)))), None)
        if address:
            yield Found(Video(url=address, caption=as_text(video.get("name"))), "json_ld:video")


def _is_player(url: str | None) -> bool:
    """Whether an embed's host, or its file, is one that plays videos."""
    if not url:
        return False
    bare = bare_address(url if "//" in url else f"//{url}").lstrip("/")
    if bare.endswith((".mp4", ".m3u8", ".webm", ".mov")):
        return True
    labels = set(bare.partition("/")[0].split("."))
    return not labels.isdisjoint(sources().words["video_hosts"]) or "/video" in bare
