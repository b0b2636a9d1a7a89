"""`explain`: what it says of a page is what `extract` did, and it says so of every sentence."""

from __future__ import annotations

import ast
import pickle
from pathlib import Path
from typing import Any

import pytest

import newsclean
from newsclean.explain import Explanation, WordsNotFound, explain
from newsclean.explain.explanation import meanings
from newsclean.explain.leanings import moves
from newsclean.explain.wording import answer_in_words
from newsclean.features import PageFeatures
from newsclean.reading import read
from newsclean.scoring import weights

PROJECT = Path(__file__).parents[2]
SENTENCE = "The morning ferry to Norholm left an hour late on Monday, its crew said, because of fog over the sound. "
STORY = "<h1>Ferry is late</h1>" + f"<p>{SENTENCE * 3}</p>" * 4


def page(name: str) -> bytes:
    [path] = (PROJECT / "corpus").glob(f"{name}/*/page.html")
    return path.read_bytes()


DROPPED = [
    ("anchor-local-paper", "Read more: East Tesk council opens", "related", "lead_in"),
    ("anchor-local-paper", "Get the morning's five stories from our newsroom", "newsletter", "form_box"),
    ("anchor-local-paper", "Pilots count twice as many foreign hulls", "related", "headed_box"),
    ("anchor-local-paper", "© 2025 The Kestrel Bay Herald", "footer", "phrase"),
    ("anchor-local-paper", "Norvale sends home 640 Teskan marines after four", "masthead", "headline"),
    ("comments-heavy", "Jeżdżę tamtędy codziennie od dwudziestu lat", "comments", "entries_alike"),
    ("drupal-node", "She attended all three schools", "author_bio", "author_box"),
    ("aspnet-form", "فوز شباب السدر بهدف", "latest", "headed_box"),
    ("infinite-scroll", "Leitor tem sete dias para devolver", "other", "another_story"),
    ("wordpress-theme/en-allotment-appeal", "Tagged allotments, Cuckoo Lane", "tags", "names"),
]
KEPT = [
    ("anchor-local-paper", "The marines had asked to leave and boarded", "main", "score"),
    ("anchor-local-paper", "(Reporting by Tomas Arkwell", "credit", "credit_line"),
    ("anchor-local-paper", "A Norvalian patrol boat passes the breakwater", "caption", "named_caption"),
    ("amp-page", "ο φαρος λιγα λεπτα μετα τις οκτω", "caption", "figcaption"),
    ("comments-heavy", "Do końca miesiąca ruchem będzie kierować policja.", "main", "among_paragraphs"),
    ("comments-heavy", "Po szesnastu miesiącach budowy", "deck", "deck_names"),
    ("drupal-node", "Three boards voted on Monday night. Two said yes", "deck", "description"),
    ("drupal-node", "Somebody has brought pie", "main", "embedded_post"),
    ("live-blog", "What we know so far", "main", "opening_heading"),
    ("live-blog", "Sea wall breached at Pell Sands", "main", "live_entry"),
]


def explained(name: str) -> Explanation:
    folder, _, slug = name.partition("/")
    return explain((PROJECT / "corpus" / folder / slug / "page.html").read_bytes() if slug else page(folder))


@pytest.mark.parametrize(("name", "words", "label", "rule"), DROPPED)
def test_why_names_the_rule_that_dropped_a_sentence(name: str, words: str, label: str, rule: str) -> None:
    explanation = explained(name)
    answer = explanation.why(words)
    assert (label, rule) in {(block.label.value, block.rule) for block in answer.blocks if not block.kept}
    assert rule in answer_in_words(answer)


@pytest.mark.parametrize(("name", "words", "label", "rule"), KEPT)
def test_why_names_the_rule_that_kept_a_sentence(name: str, words: str, label: str, rule: str) -> None:
    answer = explained(name).why(words)
    assert answer.kept
    assert (label, rule) in {(block.label.value, block.rule) for block in answer.blocks if block.kept}


def test_the_article_is_that_of_extract_and_every_path_leads_to_its_words() -> None:
    html = page("drupal-node")
    explanation = explain(html, url="https://herald.example/1")
    assert explanation.article == newsclean.extract(html, url="https://herald.example/1")
    root = read(html).root
    for block in explanation.blocks:
        [element] = root.xpath(block.xpath)
        assert "".join(block.text.split()) in "".join("".join(element.itertext()).split())


def test_it_is_written_as_json_and_read_again() -> None:
    explanation = explain(STORY)
    assert Explanation.model_validate_json(explanation.to_json()) == explanation
    assert [block.features["words"] for block in explanation.blocks] == [3, 60, 60, 60, 60]


def test_leanings_add_up_to_the_log_odds_of_the_model() -> None:
    reading = read(page("anchor-local-paper"))
    some = [block.index for block in reading.layout.blocks if block.text]
    columns = PageFeatures(reading.layout, reading.measures, reading.clues).columns(some)
    forest, rows = weights(), list(zip(*columns, strict=True))
    odds = [forest._first.odds(*row) + forest._rest.odds(*row) for row in rows]
    mean = sum(odds) / len(odds)
    moved = [sum(each.values()) for each in moves(rows)]
    assert moved == pytest.approx([each - mean for each in odds])


def test_a_score_under_the_threshold_is_told_beside_the_rule_that_named_the_block() -> None:
    answer = str(explained("drupal-node").why("She attended all three schools"))
    assert "dropped as author_bio" in answer
    assert "under the 0.45 that main content needs" in answer


def test_words_over_two_blocks_give_both() -> None:
    page = STORY + "<p>The quay was empty, the keeper wrote.</p><p>Nobody had told the gulls about the fog.</p>"
    assert [block.text[:8] for block in explain(page).why("the keeper wrote. Nobody had").blocks] == [
        "The quay", "Nobody h",
    ]  # fmt: skip


def test_words_that_only_the_metadata_has_are_told_with_their_source() -> None:
    answer = explain('<meta property="og:site_name" content="The Norholm Post">' + STORY).why("norholm post")
    assert (answer.blocks, answer.kept) == ((), False)
    assert answer.elsewhere[0].startswith("publisher (from ")


def test_a_story_from_json_ld_is_told() -> None:
    answer = explained("json-ld-only").why("Die Alte Wehrbrücke bleibt bis mindestens Ende Oktober")
    assert "blocks (from json_ld)" in answer.elsewhere


@pytest.mark.parametrize(
    ("html", "words", "message"),
    [
        (STORY, "the zeppelin", "'the zeppelin' is not on this page"),
        (STORY, "The morning ferry sank", "though 'the morning ferry' is: ask for fewer words"),
        (STORY, " … ", "holds no words"),
        ("", "ferry", "shows no text at all"),
        (b"%PDF-1.7", "ferry", "shows no text at all"),
    ],
)
def test_words_that_are_not_there_are_an_error_that_helps(html: str | bytes, words: str, message: str) -> None:
    with pytest.raises(WordsNotFound, match=message) as caught:
        explain(html).why(words)
    assert isinstance(caught.value, newsclean.NewscleanError)


def test_nothing_of_a_page_reaches_the_terminal_but_its_words() -> None:
    text = str(explain(STORY + "<p>The \x9b31m keeper &#27;]0;title&#7; wrote \u202eit all down.</p>"))
    assert text.count("\n") == 6
    assert all(char.isprintable() or char == "\n" for char in text)


def test_every_rule_has_its_meaning() -> None:
    given = set()
    for path in (PROJECT / "newsclean").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Verdict":
                given |= {arg.value for arg in node.args[1:2] if isinstance(arg, ast.Constant)}
    assert len(given) > 40
    assert given - set(meanings()) == set()
    assert meanings().keys() - given == {"names", "element"}  # their names are handed on as values


def test_nobody_writes_to_what_a_block_showed_the_model() -> None:
    explanation = explain(STORY)
    block = next(block for block in explanation.blocks if block.features)
    with pytest.raises(TypeError, match="read-only"):
        block.features["words"] = 1.0  # type: ignore[index]
    copied = pickle.loads(pickle.dumps(explanation))
    assert copied == explanation == Explanation.model_validate_json(explanation.to_json())
    assert copied.blocks[block.index].features == block.features


@pytest.mark.parametrize("words", [5, None, b"ferry"])
def test_words_are_asked_for_as_a_str(words: Any) -> None:
    with pytest.raises(newsclean.WrongInput, match="why takes some words"):
        explain(STORY).why(words)


@pytest.mark.parametrize("options", [{}, {"mode": "recall"}, 0, ""])
def test_options_are_those_of_extract(options: Any) -> None:
    with pytest.raises(newsclean.BadOptions, match=r"give newsclean\.Options"):
        explain(STORY, options=options)
