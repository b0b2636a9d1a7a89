"""datatrove: a pipeline step in the place of its trafilatura extractor.

    LocalPipelineExecutor(pipeline=[WarcReader("warcs"), NewscleanExtractor(), JsonlWriter("articles")], tasks=8).run()
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from newsclean.corpora.batches import clean_batch
from newsclean.corpora.extras import optional
from newsclean.corpora.settings import Columns, Wanted

optional("datatrove", "datatrove")
from datatrove.pipeline.base import PipelineStep  # noqa: E402  # after the check, which names the extra

BATCH = 16


class NewscleanExtractor(PipelineStep):  # type: ignore[misc]  # a base of type Any
    """Clean each document: its HTML becomes the story, and `metadata["article"]` the wanted fields of the Article.

    Documents without a story, and those that `wanted` drops, go no further. They are counted as "dropped", pages that
    could not be cleaned as "failed".
    """

    type = "🛢 - EXTRAC"
    name = "📰 newsclean"
    _requires_dependencies = ("pyarrow",)

    def __init__(self, wanted: Wanted | None = None) -> None:
        super().__init__()
        given = wanted or Wanted()
        self.wanted = given.model_copy(update={"fields": Wanted(fields=(*given.fields, "text")).fields})

    def run(self, data: Iterable[Any], rank: int = 0, world_size: int = 1) -> Iterator[Any]:
        """Yield the documents that hold a story, in their order."""
        documents = iter(data)
        while some := list(islice(documents, BATCH)):
            self.stat_update("total", value=len(some))
            with self.track_time():
                rows = self._rows(some)
            for number, document in enumerate(some):
                if self._filled(document, rows.get(str(number))):
                    self.stat_update("forwarded")
                    self.update_doc_stats(document)
                    yield document

    def _rows(self, documents: list[Any]) -> dict[str, dict[str, Any]]:
        """The rows of the documents, by their places in the batch: an id of theirs may come twice."""
        from pyarrow import RecordBatch

        pages = {"id": [str(number) for number in range(len(documents))],
                 "html": [document.text for document in documents],
                 "url": [document.metadata.get("url") for document in documents]}  # fmt: skip
        cleaned = clean_batch(RecordBatch.from_pydict(pages), wanted=self.wanted, columns=Columns())
        return {values["id"]: values for values in cleaned.to_pylist()}

    def _filled(self, document: Any, values: dict[str, Any] | None) -> bool:
        if values is not None and values["failure"]:
            self.stat_update("failed")
            return False
        if values is None or not values["text"]:
            self.stat_update("dropped")
            return False
        document.text = values["text"]
        document.metadata["article"] = {name: values[name] for name in self.wanted.fields if name != "text"}
        return True
