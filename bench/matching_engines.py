"""The same question asked of search engines: the catalogue indexed by words of rjieba, each project a query."""

from collections.abc import Callable, Sequence

import bm25s
import rjieba
import tantivy

Found = list[list[int]]
"""For each project the places of its best items."""

Search = Callable[[Sequence[str]], Found]


def tantivy_search(items: Sequence[str], top: int) -> Search:
    """Tantivy: an index in memory, BM25."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("words", tokenizer_name="whitespace")
    builder.add_integer_field("place", stored=True)
    index = tantivy.Index(builder.build())
    writer = index.writer()
    for place, item in enumerate(items):
        writer.add_document(tantivy.Document(words=" ".join(_words(item)), place=place))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def search(texts: Sequence[str]) -> Found:
        queries = (index.parse_query(" ".join(_words(text)), ["words"]) for text in texts)
        return [
            [searcher.doc(at)["place"][0] for _, at in searcher.search(each, top).hits] for each in queries
        ]

    return search


def bm25s_search(items: Sequence[str], top: int) -> Search:
    """Bm25s: scores of all words ready beforehand, as sparse arrays."""
    engine = bm25s.BM25()
    engine.index([_words(item) for item in items], show_progress=False)

    def search(texts: Sequence[str]) -> Found:
        places, _ = engine.retrieve([_words(text) for text in texts], k=top, show_progress=False)
        return [list(map(int, each)) for each in places]

    return search


def _words(text: str) -> list[str]:
    return [word.lower() for word in rjieba.cut(text) if word.isalnum()]
