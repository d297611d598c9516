"""Whatever people write, both printers print it."""

from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from coretech.engines.documents.model import (
    Alignment,
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Item,
    Language,
    Numbered,
    PageBreak,
    Paragraph,
    Run,
    Signatures,
    Style,
    Table,
    Text,
)
from coretech.engines.documents.odt import to_odt
from coretech.engines.documents.pdf import to_pdf
from coretech.engines.documents.text import is_blank, printable
from tests.engines.documents.reading import odt_texts, pdf_text, texts
from tests.engines.documents.samples import CREATED

Each = TypeVar("Each")
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=40)
WORDS = st.text("國家核心關鍵技術會議紀錄通過aBz09#*_$<&\\@`{}[]=/-~^'\"", min_size=1, max_size=20)
LANGUAGES: st.SearchStrategy[Language] = st.sampled_from(["zh-Hant-TW", "en"])
STYLES: st.SearchStrategy[Style] = st.sampled_from(["body", "note", "small", "centred"])
SIDES: st.SearchStrategy[Alignment] = st.sampled_from(["start", "centre", "end"])


def tuples(of: st.SearchStrategy[Each], most: int = 3) -> st.SearchStrategy[tuple[Each, ...]]:
    return st.lists(of, max_size=most).map(tuple)


@st.composite
def tables(draw: st.DrawFn, words: st.SearchStrategy[str], text: st.SearchStrategy[Text]) -> Table:
    columns = draw(st.integers(1, 4))
    row = st.tuples(*[text] * columns)
    return Table(
        draw(st.tuples(*[words] * columns)),
        draw(tuples(row)),
        draw(words),
        draw(st.tuples(*[st.floats(0.5, 4)] * columns)),
        draw(st.tuples(*[SIDES] * columns)),
    )


def documents(words: st.SearchStrategy[str]) -> st.SearchStrategy[Document]:
    seen = words.filter(lambda text: not is_blank(text))
    text: st.SearchStrategy[Text] = words | tuples(st.builds(Run, words, st.booleans()))
    items = tuples(st.builds(Item, text, tuples(text)))
    blocks: st.SearchStrategy[Block] = st.one_of(
        st.builds(Heading, st.sampled_from([1, 2, 3]), seen),
        st.builds(Paragraph, text, STYLES),
        st.builds(Facts, tuples(st.tuples(words, text))),
        tables(words, text),
        st.builds(Numbered, items),
        st.builds(Bullets, items),
        st.builds(Signatures, tuples(words)),
        st.just(PageBreak()),
    )
    named = dict.fromkeys(("subject", "author", "kind", "marking", "footer"), words)
    return st.builds(Document, seen, LANGUAGES, tuples(blocks, most=6), st.just(CREATED), **named)


@settings(deadline=None, max_examples=60)
@given(documents(ANYTHING))
def test_any_text_in_any_block_is_in_the_odt(document: Document) -> None:
    assert {printable(text) for text in texts(document)} <= odt_texts(to_odt(document))


@settings(deadline=None, max_examples=150)
@given(documents(ANYTHING))
def test_any_text_in_any_block_gives_a_pdf(document: Document) -> None:
    made = to_pdf(document)
    assert made.startswith(b"%PDF-")
    assert to_pdf(document) == made


@settings(deadline=None, max_examples=60)
@given(documents(WORDS))
def test_words_and_marks_in_any_block_can_be_read_out_of_the_pdf(document: Document) -> None:
    read = pdf_text(to_pdf(document))
    assert [text for text in texts(document) if text not in read] == []
