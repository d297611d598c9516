"""What a document may not be."""

import datetime as dt

import pytest

from coretech.engines.documents.model import Document, Figure, Heading, Run, Table, plain
from coretech.engines.documents.text import printable
from tests.engines.documents.samples import CREATED


@pytest.mark.parametrize("title", ["", "  ", "\u0001", "\x7f", "\u200d\ufe0f\u3000"])
def test_a_title_that_nobody_would_see_is_refused(title: str) -> None:
    with pytest.raises(ValueError, match="title needs words"):
        Document(title, "en", (), CREATED)


def test_a_time_of_creation_without_its_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Document("Minutes", "en", (), dt.datetime(2025, 12, 1))  # noqa: DTZ001 - this is what is refused


def test_an_empty_heading_is_refused() -> None:
    with pytest.raises(ValueError, match="heading needs words"):
        Heading(1, " ")


def test_a_row_shorter_than_the_headings_is_refused() -> None:
    with pytest.raises(ValueError, match="2 headings"):
        Table(("a", "b"), (("1", "2"), ("1",)))


def test_a_table_without_headings_is_refused() -> None:
    with pytest.raises(ValueError, match="0 headings"):
        Table((), ())


@pytest.mark.parametrize("widths", [(1.0,), (1.0, 2.0, 3.0)])
def test_as_many_widths_as_headings_are_wanted(widths: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="2 headings"):
        Table(("a", "b"), (), widths=widths)


def test_as_many_alignments_as_headings_are_wanted() -> None:
    with pytest.raises(ValueError, match="2 headings"):
        Table(("a", "b"), (), alignment=("start",))


@pytest.mark.parametrize("width", [0.0, -1.0, float("inf"), float("nan")])
def test_a_column_has_a_width(width: float) -> None:
    with pytest.raises(ValueError, match="positive"):
        Table(("a", "b"), (), widths=(1.0, width))


def test_a_figure_without_words_for_who_cannot_see_it_is_refused() -> None:
    with pytest.raises(ValueError, match="alternative text"):
        Figure("", b"", "image/png")


@pytest.mark.parametrize("width", [0.0, 1.01, float("nan")])
def test_a_figure_fits_between_the_margins(width: float) -> None:
    with pytest.raises(ValueError, match="share"):
        Figure("a chart", b"", "image/png", width=width)


def test_the_words_of_a_text_are_those_of_its_runs() -> None:
    assert plain((Run("決議：", bold=True), Run("通過"))) == plain("決議：通過") == "決議：通過"


def test_only_what_a_file_cannot_hold_is_left_out_of_a_text() -> None:
    assert printable("甲\x00乙\ud800丙\ufffe\t丁\r\n戊\u2028己\x0b𠮷😀") == "甲乙丙\t丁\n戊\n己\n𠮷😀"
