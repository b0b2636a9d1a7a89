"""Scrapy: an item pipeline that adds the Article of the page to each item.

    ITEM_PIPELINES = {"newsclean.engines.scrapy.ArticlePipeline": 300}
"""

from __future__ import annotations

from typing import Any, Self

from newsclean.article import Article
from newsclean.corpora.extras import optional
from newsclean.extract import extract
from newsclean.responses import delivered


class ArticlePipeline:
    """Take the page out of an item, and put its Article, as a dict of JSON types, in.

    The page is what the item holds under `NEWSCLEAN_PAGE_FIELD` ("response" by default): a Scrapy response, which
    brings its URL and content type, or HTML as bytes or string, whose URL is the item's "url". It is replaced by the
    Article under `NEWSCLEAN_ARTICLE_FIELD` ("article"). Items without a page pass as they are.
    """

    def __init__(self, page_field: str = "response", article_field: str = "article") -> None:
        self.page_field, self.article_field = page_field, article_field

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:
        """Make the pipeline with the settings of a crawl."""
        given = crawler.settings
        return cls(given.get("NEWSCLEAN_PAGE_FIELD", "response"), given.get("NEWSCLEAN_ARTICLE_FIELD", "article"))

    def process_item(self, item: Any, spider: Any = None) -> Any:
        """Clean the page of an item.

        Raises:
            WrongInput: what stands in the page's field is nothing that `extract` takes.
        """
        fields = optional("itemadapter", "scrapy").ItemAdapter(item)
        page = fields.get(self.page_field)
        if page is None:
            return item
        fields[self.article_field] = _article(page, fields.get("url")).to_dict()
        if self.article_field != self.page_field:
            del fields[self.page_field]
        return item


def _article(page: Any, url: str | None) -> Article:
    html, of_response, content_type = delivered(page, None, None)
    return extract(html, url=of_response or url, content_type=content_type)
