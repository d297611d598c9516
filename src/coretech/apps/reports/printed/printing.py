"""What the printed reports share: words in one language, tables, figures with their words, and the files."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from coretech.apps.audit.acting import Acting
from coretech.apps.documents.files import MEDIA_TYPES, DocumentFile
from coretech.engines.documents.model import (
    Block,
    Document,
    Facts,
    Figure,
    Heading,
    Language,
    Paragraph,
    Table,
)
from coretech.engines.documents.odt import to_odt
from coretech.engines.documents.pdf import to_pdf
from coretech.engines.documents.text import is_blank
from coretech.kit.refusal import not_found
from coretech.kit.roc import OFFSET
from coretech.kit.sentence import Sentence

DEMONSTRATION = Sentence("含示範資料，非真實數據。", "It holds demonstration data, which is made up.")
NOTHING = Sentence("無。", "None.")
_DRAFT = Sentence("草案", "Draft")
_CHINESE = "壹貳參肆伍陸柒捌玖拾"

Cell = Sentence | str


@dataclass(frozen=True, slots=True)
class Press:
    """A document's language; everything that is said goes through it."""

    language: Language

    def say(self, words: Cell) -> str:
        """The words in the document's language; what was written by people stays as it is."""
        return words if isinstance(words, str) else words.say(self.language)

    def section(self, place: int, name: Sentence) -> Heading:
        """A heading with its number, which counts from 0: 壹、 in Chinese, 1. in English."""
        return Heading(1, self.say(Sentence(f"{_CHINESE[place]}、{name.zh}", f"{place + 1}. {name.en}")))

    def heading(self, words: Cell) -> Heading:
        """A heading below a section's."""
        return Heading(2, self.say(words))

    def prose(self, words: Cell) -> tuple[Paragraph, ...]:
        """A paragraph for each line; blank ones fall away."""
        return tuple(Paragraph(line.strip()) for line in self.say(words).splitlines() if not is_blank(line))

    def note(self, words: Sentence) -> Paragraph:
        """A remark beside the matter, such as how something is reckoned."""
        return Paragraph(self.say(words), "note")

    def facts(self, pairs: Iterable[tuple[Sentence, Cell]]) -> Facts:
        """Names and values; those without a value are left out."""
        told = ((self.say(name), self.say(value)) for name, value in pairs)
        return Facts(tuple((name, value) for name, value in told if not is_blank(value)))

    def table(
        self,
        headings: Sequence[Sentence],
        rows: Iterable[Sequence[Cell]],
        widths: tuple[float, ...] = (),
        caption: Sentence | None = None,
    ) -> Table:
        """A table."""
        return Table(
            headings=tuple(self.say(each) for each in headings),
            rows=tuple(tuple(self.say(cell) for cell in row) for row in rows),
            widths=widths,
            caption="" if caption is None else self.say(caption),
        )

    def figure(self, svg: str, alt: Sentence, caption: Sentence) -> Figure:
        """A chart with the words for who cannot see it; its figures stand in a table as well."""
        return Figure(self.say(alt), svg.encode(), "image/svg+xml", self.say(caption))

    def year(self, year: int) -> Sentence:
        """A ROC year in both calendars."""
        return Sentence(f"民國{year}年（{year + OFFSET}）", f"{year + OFFSET} (ROC {year})")


@dataclass(frozen=True, slots=True)
class Printed:
    """A report before it is set: its title, what it says, the name its file has, and whether it is not final yet."""

    title: Sentence
    blocks: tuple[Block, ...]
    stem: str
    draft: bool = False


def file_of(by: Acting, printed: Printed, form: str, language: Language) -> DocumentFile:
    """The report as ODT to work on or PDF to keep (HTTP 404 for another form)."""
    if form not in MEDIA_TYPES:
        raise not_found("報告只有ODT與PDF格式。", "The report comes as odt or pdf.")
    title = printed.title.say(language)
    document = Document(
        title=title,
        language=language,
        blocks=printed.blocks,
        created=by.at,
        kind=title,
        marking=_DRAFT.say(language) if printed.draft else "",
    )
    content = to_pdf(document) if form == "pdf" else to_odt(document)
    return DocumentFile(f"{printed.stem}.{form}", MEDIA_TYPES[form], content)


def number(value: Decimal | None) -> str:
    """A figure with two places, ``–`` where there is none."""
    return "–" if value is None else f"{value:.2f}"
