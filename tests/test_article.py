"""The models: what they hold, and that they come back from JSON, pickle and copies as they were."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from pydantic import ValidationError

from newsclean.article import (
    Article,
    Author,
    Charset,
    Chrome,
    Credit,
    Deck,
    Embed,
    Figure,
    Heading,
    Image,
    Link,
    List,
    PageWarning,
    Paragraph,
    Preformatted,
    PullQuote,
    Quote,
    Repair,
    Table,
    Update,
    Video,
)

KOLKATA = timezone(timedelta(hours=5, minutes=30))


def article(**fields: Any) -> Article:
    return Article(**{"charset": Charset(name="utf-8", decided_by="bom"), **fields})


def full_article() -> Article:
    """An Article with something in every field and a block of every type."""
    picture = Image(url="https://news.example/ferry.jpg", caption="The ferry", credit="Ida Holm", alt="a ferry")
    return article(
        kind="live_blog",
        reason="why",
        title="Ferry back in service",
        deck="After nine days.",
        kicker="Transport",
        authors=[Author(name="Ida Holm", url="https://news.example/ida", role="photographer")],
        published=datetime(2024, 12, 19, 7, 30, tzinfo=KOLKATA),
        modified=date(2024, 12, 20),
        dateline="PORT ELM",
        agency="Wire",
        credits=["(Reporting by Ida Holm)"],
        publisher="The Elm Post",
        section="Region",
        tags=["ferries"],
        language="en-GB",
        url="https://news.example/ferry",
        lead_image=picture,
        images=[picture],
        videos=[Video(url=None, caption="Arrival", provider="Clips")],
        access="metered",
        truncated=True,
        blocks=[
            Deck(text="After nine days.", xpath="/html/body/p[1]"),
            Paragraph(text="The ferry sails again."),
            Heading(text="Why it stopped", level=3),
            List(text="wind\nice", items=["wind", "ice"], ordered=True),
            Quote(text="We waited."),
            PullQuote(text="It was cold."),
            Table(text="Day\tBoats", rows=[["Day", "Boats"], ["Mon"]]),
            Figure(text="The ferry. Ida Holm", images=[picture], caption="The ferry.", credit="Ida Holm"),
            Embed(text="A post", url="https://posts.example/1", provider="Posts"),
            Preformatted(text="  07:00\n  09:00"),
            Credit(text="(Reporting by Ida Holm)"),
            Update(text="First sailing full.", time=datetime(2024, 12, 19, 9, 0, tzinfo=UTC)),
        ],
        chrome=[
            Chrome(
                kind="related",
                heading="Related",
                text="Related\nMore",
                links=[Link(text="More", url="/more", kind="related")],
                xpath="/html/body/aside",
                rule="related.whole",
            )
        ],
        text_source="json_ld",
        repairs=[Repair(before="â€™", after="’", codec="windows-1252", count=2, xpath="/html/body/p[2]", at=(4,))],
        confidence=0.93,
        evidence={"title": "json_ld"},
        warnings=[PageWarning(code="nesting_cut", detail="deeper than 2,048")],
    )


def related(*links: tuple[str, str], kind: Any = "related") -> Chrome:
    return Chrome(kind=kind, text="x", links=[Link(text=text, url=url, kind=kind) for text, url in links])


class TestRoundTrip:
    @pytest.mark.parametrize("indent", [None, 2])
    def test_json_gives_an_equal_article(self, indent: int | None) -> None:
        original = full_article()
        assert Article.model_validate_json(original.model_dump_json(indent=indent)) == original

    def test_every_field_is_filled_in_the_article_that_goes_round(self) -> None:
        empty = article()
        assert [name for name in Article.model_fields if getattr(full_article(), name) == getattr(empty, name)] == [
            "charset"
        ]

    def test_dict_gives_an_equal_article_and_is_plain_json(self) -> None:
        original = full_article()
        assert Article.model_validate(json.loads(json.dumps(original.to_dict()))) == original

    def test_json_carries_text_and_related_for_its_readers(self) -> None:
        data = json.loads(full_article().to_json())
        assert data["text"].startswith("After nine days.")
        assert data["related"] == [{"text": "More", "url": "/more", "kind": "related"}]

    @pytest.mark.parametrize(
        "moment",
        [
            date(2024, 12, 19),
            datetime(2024, 12, 19, tzinfo=UTC),
            datetime(2024, 12, 19, 23, 59, 59, 120000, tzinfo=KOLKATA),
        ],
    )
    def test_a_day_stays_a_day_and_midnight_stays_a_time_in_its_zone(self, moment: date) -> None:
        again = Article.model_validate_json(article(published=moment).to_json()).published
        assert again == moment
        assert type(again) is type(moment)
        if isinstance(moment, datetime) and isinstance(again, datetime):
            assert again.utcoffset() == moment.utcoffset()

    def test_an_update_without_a_time_of_day_stays_so(self) -> None:
        update = Update(text="Noon.", time=date(2024, 12, 19))
        assert Update.model_validate_json(update.model_dump_json()) == update

    def test_evidence_is_as_frozen_as_its_article(self) -> None:
        original = full_article()
        for again in (original, pickle.loads(pickle.dumps(original)), original.model_copy(deep=True), article(),
                      Article.model_validate_json(original.to_json())):  # fmt: skip
            evidence: Any = again.evidence
            with pytest.raises(TypeError, match="read-only"):
                evidence["title"] = "mine"
            with pytest.raises(TypeError, match="read-only"):
                evidence |= {"title": "mine"}
            with pytest.raises(TypeError, match="read-only"):
                evidence.clear()
            assert again.model_dump()["evidence"] == evidence == again.to_dict()["evidence"]

    def test_pickle_gives_an_equal_article_before_and_after_its_text_was_read(self) -> None:
        original = full_article()
        assert pickle.loads(pickle.dumps(original)) == original
        assert original.text
        again = pickle.loads(pickle.dumps(original))
        assert (again, again.text, again.related) == (original, original.text, original.related)


class TestDerived:
    def test_equality_and_hash_do_not_see_what_was_read(self) -> None:
        read, unread = full_article(), full_article()
        before = hash(read)
        assert read.text
        assert read.related
        assert read == unread
        assert hash(read) == hash(unread) == before

    def test_articles_go_into_sets_although_evidence_is_a_dict(self) -> None:
        assert len({full_article(), full_article(), article(title="Other")}) == 2

    def test_a_changed_copy_has_its_own_text(self) -> None:
        original = article(blocks=[Paragraph(text="Old.")])
        assert original.text == "Old."
        assert original.model_copy(update={"blocks": (Paragraph(text="New."),)}).text == "New."

    def test_str_and_bool(self) -> None:
        assert str(article(blocks=[Paragraph(text="Words.")])) == "Words."
        assert article(blocks=[Paragraph(text="Words.")])
        assert not article(title="Headline alone", blocks=[Figure(text="A picture")])

    def test_related_has_each_page_once_first_place_longest_text(self) -> None:
        chrome = [
            related(("", "/a"), ("Ferry", "/a"), ("Ferry back in service", "/a"), ("7", "/a#comments")),
            related(("Ice", "/b"), kind="popular"),
            related(("Ferry", "/a"), ("Wind", "/c"), kind="latest"),
            related(("Home", "/"), kind="navigation"),
        ]
        assert [tuple(link) for link in (vars(each).values() for each in article(chrome=chrome).related)] == [
            ("Ferry back in service", "/a", "related"),
            ("Ice", "/b", "popular"),
            ("Wind", "/c", "latest"),
        ]

    def test_links_within_the_page_stay_apart(self) -> None:
        chrome = [related(("One", "#one"), ("Two", "#two"))]
        assert [link.url for link in article(chrome=chrome).related] == ["#one", "#two"]


class TestContract:
    def test_frozen(self) -> None:
        with pytest.raises(ValidationError, match="frozen"):
            full_article().title = "Other"

    def test_an_unknown_field_is_an_error(self) -> None:
        with pytest.raises(ValidationError, match="extra_forbidden"):
            article(headline="No such field")

    @pytest.mark.parametrize(("field", "value"), [("kind", "novel"), ("access", "paid"), ("confidence", 1.01)])
    def test_a_value_outside_the_contract_is_an_error(self, field: str, value: object) -> None:
        with pytest.raises(ValidationError):
            article(**{field: value})
