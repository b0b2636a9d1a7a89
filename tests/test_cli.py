"""The command line, run as a user runs it: streams, formats, exit codes, locales."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

import newsclean
from newsclean.article import Article

STORY = "Am Montag zählte das Hafenamt die Boote, und die Wärterin schrieb sie „alle“ in ihr Buch. "
PAGE = f"""<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Größere Boote</title></head><body>
<nav><a href="/">Start</a> <a href="/sport">Sport</a></nav>
<article><h1>Größere Boote</h1>{f"<p>{STORY * 3}</p>" * 4}</article>
<aside><h3>Related articles</h3><ul><li><a href="/netze">Netze geflickt</a></li></ul></aside></body></html>"""
NO_STORY = "<html><body><nav><a href='/'>Start</a></nav></body></html>"
COMMAND = [sys.executable, "-c", "from newsclean.cli import main; main()"]


def newsclean_command(
    *arguments: str, cwd: Path, stdin: bytes = b"", setting: tuple[str, str] = ("LC_ALL", "C.UTF-8")
) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "LANG": "C", setting[0]: setting[1]}
    return subprocess.run([*COMMAND, *arguments], cwd=cwd, input=stdin, capture_output=True, env=environment)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "boats.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "latin.html").write_bytes(
        PAGE.replace('charset="utf-8"', 'charset="windows-1252"').encode("windows-1252")
    )
    (tmp_path / "empty.html").write_text(NO_STORY, encoding="utf-8")
    return tmp_path


class TestExtract:
    def test_text_is_the_story_and_nothing_else(self, folder: Path) -> None:
        done = newsclean_command("extract", "boats.html", cwd=folder)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.decode() == newsclean.extract(PAGE.encode()).text + "\n"
        assert "Netze" not in done.stdout.decode()

    @pytest.mark.parametrize("arguments", [[], ["-"]])
    def test_stdin(self, folder: Path, arguments: list[str]) -> None:
        done = newsclean_command("extract", *arguments, cwd=folder, stdin=PAGE.encode())
        assert (done.returncode, done.stdout) == (0, newsclean_command("extract", "boats.html", cwd=folder).stdout)

    def test_bytes_are_read_as_bytes(self, folder: Path) -> None:
        done = newsclean_command("extract", "latin.html", cwd=folder)
        assert "zählte" in done.stdout.decode("utf-8")

    @pytest.mark.parametrize("locale", [("LC_ALL", "C"), ("PYTHONIOENCODING", "ascii"), ("PYTHONUTF8", "0")])
    def test_utf_8_whatever_the_locale(self, folder: Path, locale: tuple[str, str]) -> None:
        done = newsclean_command("extract", "boats.html", cwd=folder, setting=locale)
        assert done.returncode == 0
        assert "„alle“" in done.stdout.decode("utf-8")

    def test_json_is_the_article_as_it_is(self, folder: Path) -> None:
        done = newsclean_command("extract", "--format", "json", "boats.html", cwd=folder)
        assert Article.model_validate_json(done.stdout) == newsclean.extract(PAGE.encode())

    def test_json_of_several_pages_is_one_list(self, folder: Path) -> None:
        done = newsclean_command("extract", "--format", "json", "boats.html", "gone.html", "latin.html", cwd=folder)
        assert [page["title"] for page in json.loads(done.stdout)] == ["Größere Boote"] * 2
        only_failures = newsclean_command("extract", "--format", "json", "gone.html", "gone.html", cwd=folder)
        assert json.loads(only_failures.stdout) == []

    def test_jsonl_is_a_line_a_page_in_order(self, folder: Path) -> None:
        done = newsclean_command("extract", "--format", "jsonl", "boats.html", "empty.html", "latin.html", cwd=folder)
        titles = [Article.model_validate_json(line).title for line in done.stdout.splitlines()]
        assert (titles[0], len(titles), titles[2]) == ("Größere Boote", 3, "Größere Boote")

    def test_a_form_feed_between_the_texts_of_two_pages(self, folder: Path) -> None:
        done = newsclean_command("extract", "boats.html", "latin.html", cwd=folder)
        text = newsclean.extract(PAGE.encode()).text
        assert done.stdout.decode() == f"{text}\n\f\n{text}\n"

    @pytest.mark.parametrize("format_", ["text", "markdown", "html"])
    def test_metadata_and_chrome_are_there_when_asked_for(self, folder: Path, format_: str) -> None:
        plain = newsclean_command("extract", "--format", format_, "boats.html", cwd=folder).stdout.decode()
        both = newsclean_command(
            "extract", "--format", format_, "--with-metadata", "--with-chrome", "boats.html", cwd=folder
        ).stdout.decode()
        assert "Netze geflickt" not in plain
        assert "confidence" not in plain
        assert both.index("confidence") < both.index("zählte") < both.index("Netze geflickt")

    def test_markdown_and_html_are_the_renderings_of_the_article(self, folder: Path) -> None:
        article = newsclean.extract(PAGE.encode())
        for format_, written in [("markdown", article.to_markdown()), ("html", article.to_html())]:
            done = newsclean_command("extract", "--format", format_, "boats.html", cwd=folder)
            assert done.stdout.decode() == written + "\n"

    def test_text_is_left_as_it_is_where_no_repair_is_wanted(self, folder: Path) -> None:
        (folder / "broken.html").write_text(PAGE.replace("zählte", "zÃ¤hlte"), "utf-8")
        mended = newsclean_command("extract", "broken.html", cwd=folder).stdout.decode()
        left = newsclean_command("extract", "--no-repair", "broken.html", cwd=folder).stdout.decode()
        assert ("zählte" in mended, "zÃ¤hlte" in left) == (True, True)

    def test_a_file_that_fails_is_named_and_the_others_go_on(self, folder: Path) -> None:
        (folder / "sub").mkdir()
        done = newsclean_command("extract", "gone.html", "sub", "boats.html", cwd=folder)
        assert done.returncode == 1
        assert "zählte" in done.stdout.decode()
        assert done.stderr.decode().splitlines() == [
            "newsclean: gone.html: No such file or directory",
            "newsclean: sub: Is a directory",
        ]

    def test_a_page_without_a_story_is_said_and_fails_only_when_strict(self, folder: Path) -> None:
        done = newsclean_command("extract", "empty.html", cwd=folder)
        assert (done.returncode, done.stdout) == (0, b"\n")
        assert done.stderr.startswith(b"newsclean: empty.html: no story")
        strict = newsclean_command("extract", "--strict", "empty.html", "boats.html", cwd=folder)
        assert strict.returncode == 1
        assert strict.stderr.startswith(b"newsclean: empty.html: no story")
        assert "zählte" in strict.stdout.decode()

    @pytest.mark.parametrize("flags", [[], ["--text"]])
    def test_a_file_that_is_no_page_fails_and_data_formats_still_say_what_it_is(
        self, folder: Path, flags: list[str]
    ) -> None:
        (folder / "boats.html.gz").write_bytes(gzip.compress(PAGE.encode()))
        done = newsclean_command("extract", *flags, "boats.html.gz", cwd=folder)
        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr.startswith(b"newsclean: boats.html.gz: this is gzip, not ")
        assert done.stderr.endswith(b": decompress it first\n")
        data = newsclean_command("extract", *flags, "--format", "json", "boats.html.gz", cwd=folder)
        assert (data.returncode, data.stderr) == (1, done.stderr)
        assert Article.model_validate_json(data.stdout).charset.name == "binary"

    def test_html_given_as_text_is_told(self, folder: Path) -> None:
        done = newsclean_command("extract", "--text", "boats.html", cwd=folder)
        assert done.stderr.startswith(b"newsclean: boats.html: this looks like HTML")
        assert done.returncode == 0

    def test_url_makes_links_absolute(self, folder: Path) -> None:
        done = newsclean_command(
            "extract", "--format", "json", "--url", "https://hafen.example/a/b", "boats.html", cwd=folder
        )
        assert [link["url"] for link in json.loads(done.stdout)["related"]] == ["https://hafen.example/netze"]

    def test_output_goes_to_a_file(self, folder: Path) -> None:
        done = newsclean_command("extract", "boats.html", "-o", "out.txt", cwd=folder)
        assert (done.returncode, done.stdout) == (0, b"")
        assert "zählte" in (folder / "out.txt").read_text(encoding="utf-8")

    @pytest.mark.parametrize("format_", ["text", "json"])
    def test_what_a_file_held_stays_where_no_page_could_be_read(self, folder: Path, format_: str) -> None:
        (folder / "out").write_text("of yesterday", "utf-8")
        done = newsclean_command("extract", "gone.html", "--format", format_, "-o", "out", cwd=folder)
        assert (done.returncode, (folder / "out").read_text("utf-8")) == (1, "of yesterday")

    def test_what_a_file_held_stays_where_the_disk_is_full(self, folder: Path) -> None:
        import resource

        (folder / "out.json").write_text("of yesterday", "utf-8")
        arguments = ["extract", "boats.html", "--format", "json", "-o", "out.json"]
        limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (100, 100))
        done = subprocess.run([*COMMAND, *arguments], cwd=folder, capture_output=True, preexec_fn=limit)
        assert (done.returncode, done.stderr) == (1, b"newsclean: out.json: File too large\n")
        assert (folder / "out.json").read_text("utf-8") == "of yesterday"
        assert not list(folder.glob(".*"))

    def test_a_file_that_is_replaced_keeps_its_place_and_permissions(self, folder: Path) -> None:
        (folder / "real.txt").write_text("of yesterday", "utf-8")
        (folder / "real.txt").chmod(0o600)
        (folder / "link.txt").symlink_to("real.txt")
        assert newsclean_command("extract", "boats.html", "-o", "link.txt", cwd=folder).returncode == 0
        assert (folder / "link.txt").is_symlink()
        assert "zählte" in (folder / "real.txt").read_text("utf-8")
        assert (folder / "real.txt").stat().st_mode & 0o777 == 0o600

    @pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="no /dev/stdout here")
    def test_devices_and_pipes_are_written_to_as_they_are(self, folder: Path) -> None:
        text = newsclean.extract(PAGE.encode()).text + "\n"
        assert newsclean_command("extract", "boats.html", "-o", "-", cwd=folder).stdout.decode() == text
        assert newsclean_command("extract", "boats.html", "-o", "/dev/stdout", cwd=folder).stdout.decode() == text
        assert newsclean_command("extract", "boats.html", "-o", "/dev/null", cwd=folder).returncode == 0
        os.mkfifo(folder / "pipe")
        with subprocess.Popen(["cat", "pipe"], cwd=folder, stdout=subprocess.PIPE) as reader:
            newsclean_command("extract", "boats.html", "-o", "pipe", cwd=folder)
            assert reader.communicate()[0].decode() == text

    @pytest.mark.parametrize(
        "arguments",
        [
            ["--format", "pdf", "boats.html"],
            ["--mode", "greedy", "boats.html"],
            ["--no-such-option"],
            ["--url", "https://hafen.example/", "boats.html", "latin.html"],
            ["boats.html", "-o", "boats.html"],
            ["-", "boats.html", "-"],
        ],
    )
    def test_wrong_usage(self, folder: Path, arguments: list[str]) -> None:
        done = newsclean_command("extract", *arguments, cwd=folder)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"Error:" in done.stderr
        assert (folder / "boats.html").read_text(encoding="utf-8") == PAGE

    def test_no_file_at_a_terminal_is_wrong_usage(self, folder: Path) -> None:
        leader, terminal = os.openpty()
        done = subprocess.run([*COMMAND, "extract"], cwd=folder, stdin=terminal, capture_output=True, timeout=60)
        os.close(leader)
        os.close(terminal)
        assert done.returncode == 2
        assert b"Give a FILE" in done.stderr

    def test_a_reader_that_leaves_early_is_no_matter(self, folder: Path) -> None:
        reader, writer = os.pipe()
        os.close(reader)
        arguments = ["extract", "--format", "jsonl", *["boats.html"] * 3]
        done = subprocess.run([*COMMAND, *arguments], cwd=folder, stdout=writer, stderr=subprocess.PIPE)
        os.close(writer)
        assert done.stderr == b""

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
    def test_a_full_disk_is_a_failure(self, folder: Path) -> None:
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run([*COMMAND, "extract", "boats.html"], cwd=folder, stdout=full, stderr=subprocess.PIPE)
        assert done.returncode == 1
        assert done.stderr == b"newsclean: stdout: No space left on device\n"


class TestRepair:
    def test_text_in_text_out_nothing_else_touched(self, folder: Path) -> None:
        text = "\ufeffItâ€™s “fine”\r\nﬁve  spaces\t\n\n"
        done = newsclean_command("repair", cwd=folder, stdin=text.encode())
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.decode() == text.removeprefix("\ufeff").replace("â€™", "’")

    def test_verbose_says_what_was_repaired_on_stderr(self, folder: Path) -> None:
        (folder / "note.txt").write_text("Itâ€™s late.", encoding="utf-8")
        done = newsclean_command("repair", "-v", "note.txt", cwd=folder)
        assert done.stdout.decode() == "It’s late."
        assert "â€™" in done.stderr.decode()
        assert "’" in done.stderr.decode()

    @pytest.mark.parametrize("name", ["gone.txt", "latin.html"])
    def test_a_file_that_is_not_utf_8_text_is_named(self, folder: Path, name: str) -> None:
        done = newsclean_command("repair", name, cwd=folder)
        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr.decode().startswith(f"newsclean: {name}: ")


class TestProgram:
    def test_version(self, folder: Path) -> None:
        done = newsclean_command("--version", cwd=folder)
        assert done.stdout.decode() == f"newsclean {newsclean.__version__}\n"

    def test_version_loads_no_parser_and_no_model(self, folder: Path) -> None:
        program = (
            "import sys\nfrom newsclean.cli import main\nmain(['--version'], standalone_mode=False)\n"
            "print({'lxml', 'pydantic', 'ftfy'} & set(sys.modules))"
        )
        done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[-1] == "set()"

    def test_wrong_command(self, folder: Path) -> None:
        assert newsclean_command("extrude", "boats.html", cwd=folder).returncode == 2


class TestExplain:
    def test_a_line_a_block_without_colours_in_a_pipe(self, folder: Path) -> None:
        done = newsclean_command("explain", "boats.html", cwd=folder)
        assert (done.returncode, done.stderr) == (0, b"")
        lines = done.stdout.decode().splitlines()
        assert any(line.startswith("related") and line.endswith("Netze geflickt") for line in lines)
        assert lines[-1].startswith("4 of ")
        assert "\x1b" not in done.stdout.decode()

    @pytest.mark.parametrize(("setting", "coloured"), [(("TERM", "xterm"), True), (("NO_COLOR", "1"), False)])
    def test_colours_at_a_terminal_unless_unwanted(
        self, folder: Path, setting: tuple[str, str], coloured: bool
    ) -> None:
        leader, terminal = os.openpty()
        environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
        environment |= {"TERM": "xterm", setting[0]: setting[1]}
        done = subprocess.run([*COMMAND, "explain", "empty.html"], cwd=folder, stdout=terminal, env=environment)
        os.close(terminal)
        shown = os.read(leader, 10_000)
        os.close(leader)
        assert done.returncode == 0
        assert (b"\x1b[" in shown) is coloured

    def test_why(self, folder: Path) -> None:
        done = newsclean_command("explain", "boats.html", "--why", "netze GEFLICKT", cwd=folder)
        assert done.stdout.decode().startswith("dropped as related: “Netze geflickt”\n  rule box_heading: ")

    def test_json(self, folder: Path) -> None:
        done = newsclean_command("explain", "--json", "-", cwd=folder, stdin=PAGE.encode())
        assert newsclean.Explanation.model_validate_json(done.stdout) == newsclean.explain(PAGE.encode())

    @pytest.mark.parametrize(
        ("arguments", "code", "message"),
        [
            (["gone.html"], 1, "newsclean: gone.html: No such file or directory"),
            (["boats.html", "--why", "Zeppelin"], 1, "newsclean: boats.html: 'Zeppelin' is not on this page"),
            (["boats.html", "--why", "Boote", "--json"], 2, "choose one"),
        ],
    )
    def test_what_cannot_be_done_is_said(self, folder: Path, arguments: list[str], code: int, message: str) -> None:
        done = newsclean_command("explain", *arguments, cwd=folder)
        assert (done.returncode, done.stdout) == (code, b"")
        assert message in done.stderr.decode()

    def test_report(self, folder: Path) -> None:
        done = newsclean_command("explain", "boats.html", "--html", "report.html", cwd=folder)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        assert (folder / "report.html").read_text(encoding="utf-8") == newsclean.explain(PAGE.encode()).to_html() + "\n"

    def test_a_report_that_cannot_be_written(self, folder: Path) -> None:
        done = newsclean_command("explain", "boats.html", "--html", "gone/report.html", cwd=folder)
        assert done.returncode == 1
        assert done.stderr == b"newsclean: gone/report.html: No such file or directory\n"
        itself = newsclean_command("explain", "boats.html", "--html", "boats.html", cwd=folder)
        assert itself.returncode == 2
        assert (folder / "boats.html").read_text(encoding="utf-8") == PAGE


class TestDiff:
    def test_two_pages(self, folder: Path) -> None:
        (folder / "after.html").write_text(PAGE.replace("Größere", "Kleinere"), encoding="utf-8")
        done = newsclean_command("diff", "boats.html", "after.html", cwd=folder)
        assert done.returncode == 0
        assert "~ title: Größere Boote → Kleinere Boote" in done.stdout.decode().splitlines()
        assert newsclean_command("diff", "--exit-code", "boats.html", "after.html", cwd=folder).returncode == 1

    def test_two_sets_of_options_for_one_page(self, folder: Path) -> None:
        same = newsclean_command("diff", "boats.html", "--options", "mode=recall", cwd=folder)
        assert (same.returncode, same.stdout) == (0, b"")
        piped = newsclean_command("diff", "-", "--options", "mode=recall", cwd=folder, stdin=PAGE.encode())
        assert (piped.returncode, piped.stdout) == (0, b"")

    @pytest.mark.parametrize(
        ("arguments", "code", "message"),
        [
            (["gone.html"], 2, "newsclean: gone.html: No such file or directory"),
            (["boats.html", "gone.html", "--exit-code"], 2, "newsclean: gone.html: No such file or directory"),
            (["empty.html", "--options", "strict=yes"], 2, "newsclean: empty.html: no story on this page"),
            (["-", "-"], 2, "stdin can be read once"),
            (["boats.html", "--options", "mode"], 2, "write an option as NAME=VALUE"),
            (["boats.html", "--options", "mode=greedy"], 2, "mode: Input should be"),
        ],
    )
    def test_what_cannot_be_compared_is_said(self, folder: Path, arguments: list[str], code: int, message: str) -> None:
        done = newsclean_command("diff", *arguments, cwd=folder)
        assert (done.returncode, done.stdout) == (code, b"")
        assert message in done.stderr.decode()
