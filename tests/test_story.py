"""The story's blocks as typed parts."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsclean import extract
from newsclean.article import Embed, Figure, Table, Update

PROSE = "<p>The market at Vester opened at five on Friday with forty stalls, two more than last year, in the rain.</p>"


def test_entries_with_times_become_updates() -> None:
    entry = "<div class='e'><time datetime='2031-05-03T1{n}:00:00Z'>1{n}.00</time><h2>{head}</h2>{prose}</div>"
    entries = "".join(entry.format(n=n, head=f"Stall {n} opens", prose=PROSE) for n in range(4, 0, -1))
    article = extract(f"<body><h1>Market live: all the stalls</h1><div>{entries}</div></body>")
    updates = [block for block in article.blocks if isinstance(block, Update)]
    assert article.kind == "live_blog"
    assert [update.time for update in updates] == [datetime(2031, 5, 3, hour, tzinfo=UTC) for hour in (14, 13, 12, 11)]
    assert updates[0].text.startswith("Stall 4 opens\nThe market at Vester")


def test_the_counter_of_a_slide_is_no_part_of_its_caption() -> None:
    figure = "<figure><img src='/1.jpg'><figcaption>1/7 Two stalls at dawn.</figcaption></figure>"
    article = extract(f"<body><h1>Market at dawn</h1><div>{PROSE}{figure}{PROSE}</div></body>")
    assert [block.caption for block in article.blocks if isinstance(block, Figure)] == ["Two stalls at dawn."]


def test_a_table_in_the_story_keeps_its_rows() -> None:
    table = "<table><tr><th>Stall</th><th>Loaves</th></tr><tr><td>Brask</td><td>61</td></tr></table>"
    article = extract(f"<body><h1>Bread sells out at the market</h1><div>{PROSE}{PROSE}{table}{PROSE}</div></body>")
    assert [block.rows for block in article.blocks if isinstance(block, Table)] == [
        (("Stall", "Loaves"), ("Brask", "61"))
    ]


@pytest.mark.parametrize("wrapper", ["<div class='table-responsive'>{}</div>", "<figure><div>{}</div></figure>"])
@pytest.mark.parametrize("caption", ["", "<caption>Loaves</caption>"])
def test_a_small_table_amid_the_story_stays_whole_in_whatever_wraps_it(wrapper: str, caption: str) -> None:
    cells = (("Brask", "61", "rye"), ("Holm", "58", "wheat"), ("Lind", "none", "rye"))
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)
    table = wrapper.format(f"<table>{caption}<tbody>{rows}</tbody></table>")
    story = f"<article><h1>Bread sells out at the market</h1>{PROSE}{PROSE}{table}{PROSE}{PROSE}</article>"
    article = extract(f"<body><nav><a href=/>Home</a> <a href=/news>News</a></nav>{story}</body>")
    (found,) = [block for block in article.blocks if isinstance(block, Table)]
    assert found.rows == cells
    assert ("Loaves" in article.text) == bool(caption)


@pytest.mark.parametrize("mark", ["hidden", "style='display: none'"])
def test_what_the_page_hides_amid_its_story_is_no_part_of_it(mark: str) -> None:
    hidden = f"<div {mark}><p>We are at the market for you from four in the morning daily, and write at noon.</p></div>"
    article = extract(f"<article><h1>Bread sells out at the market</h1>{PROSE}{PROSE}{hidden}{PROSE}</article>")
    assert "daily" not in article.text
    assert len(article.blocks) == 3


def test_a_post_of_another_site_is_an_embed() -> None:
    post = (
        "<blockquote class='twitter-tweet'><p>Forty stalls, and somebody has brought a goose.</p>"
        "<a href='https://twitter.com/vester/status/1'>May 3</a></blockquote>"
    )
    article = extract(f"<body><h1>Goose at the market</h1><div>{PROSE}{PROSE}{post}{PROSE}</div></body>")
    embeds = [block for block in article.blocks if isinstance(block, Embed)]
    assert [embed.provider for embed in embeds] == ["twitter.com"]



def test_a_quotation_is_no_embed_because_the_container_around_the_story_is_named_like_one() -> None:
    said = "We shall dredge the basin before the winter, and the ferries will pay for it, she told the board."
    words = "The harbour board voted on Tuesday to dredge the inner basin, and to pay for it with a levy."
    story = f"<p>{words}</p><blockquote>{said}</blockquote><p>{words}</p>"
    assert said in extract(f"<h1>Basin</h1><div class='instagram-media'>{story}</div>").text
