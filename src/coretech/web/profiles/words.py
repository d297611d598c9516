"""A profile's sections as tables and lists, in the language of the page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from markupsafe import Markup, escape

from coretech.engines.controls.expression import names_in
from coretech.engines.controls.loading import bundled
from coretech.engines.profiles.content import Content, Row
from coretech.engines.profiles.sections import ACTORS, BY_KEY, COMPARISONS, ROLES, SECTIONS, Section
from coretech.kit.sentence import Sentence
from coretech.web.controls.answers import anchor
from coretech.web.controls.words import unit_words
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr

NOT_TOLD = Sentence("來源未載", "not in the source")
SOURCE = Column(Sentence("出處", "Source"))
_HEADINGS = {
    "parameters": (Column(Sentence("參數", "Parameter")), Column(Sentence("門檻", "Threshold")), SOURCE),
    "readiness": (
        Column(Sentence("技術", "Of what")),
        Column(Sentence("誰", "Who")),
        Column(Sentence("等級（1–9）", "Level (1–9)"), numeric=True),
        Column(Sentence("何時", "When")),
        Column(Sentence("依據", "Evidence")),
        SOURCE,
    ),
    "materials": (
        Column(Sentence("名稱", "Name")),
        Column(Sentence("類別", "Role")),
        Column(Sentence("供應國", "Supplier countries")),
        SOURCE,
    ),
    "items": (Column(Sentence("項次", "Item")),),
    "listed": (Column(Sentence("清單", "List")), Column(Sentence("項目", "Item"))),
}
_PLAIN = (Column(Sentence("內容", "What it says")), SOURCE)


@dataclass(frozen=True, slots=True)
class Told:
    """A section as a page draws it."""

    section: Section
    columns: tuple[Column, ...]
    rows: list[list[object]]


def told(content: Content) -> list[Told]:
    """Every section that says anything, in order."""
    found = [(section, content.get(section.key, ())) for section in SECTIONS]
    return [Told(section, columns_of(section), rows_of(section, rows)) for section, rows in found if rows]


def columns_of(section: Section) -> tuple[Column, ...]:
    """The headings of a section's table."""
    return _HEADINGS.get(section.key, _PLAIN)


def rows_of(section: Section, rows: Sequence[Row]) -> list[list[object]]:
    """The rows of a section's table."""
    draw = _ROWS.get(section.key, _plain)
    return [draw(row) for row in rows]


def lines(content: Content) -> list[tuple[str, int | None]]:
    """The chart of readiness: what and who, and the level."""
    rows = content.get(BY_KEY["readiness"].key, ())
    return [
        (f"{tr(row['of_zh'], row['of_en'])} · {_who(row)}", int(row["level"]) if row["level"] else None)
        for row in rows
    ]


def _plain(row: Row) -> list[object]:
    return [tr(row["zh"], row["en"]), row["source"]]


def _parameter(row: Row) -> list[object]:
    unit = say(unit_words(row["unit"])) if row["unit"] else ""
    limit = f"{say(COMPARISONS[row['comparison']])} {row['value']} {unit}" if row["value"] else say(NOT_TOLD)
    return [_measured(row), limit.strip(), row["source"]]


def _measured(row: Row) -> str | Markup:
    """The parameter's name; where a control asks for it, with a way to all that do."""
    name = tr(row["zh"], row["en"])
    kind = next((kind for kind in _asking(row["parameter"])), None)
    if kind is None:
        return name
    return Markup('<a class="govuk-link" href="{}?kind={}">{}</a>').format(
        reverse("controls_matrix"), kind, name
    )


def _asking(parameter: str) -> list[str]:
    return sorted(
        kind
        for regime in bundled()
        for item in regime.items
        if any(parameter in names_in(each.when) for each in item.vintages)
        for kind in item.kinds
    )[-1:]


def _who(row: Row) -> str:
    return tr(row["actor_zh"], row["actor_en"]) or say(NOT_TOLD)


def _readiness(row: Row) -> list[object]:
    kind = say(ACTORS[row["actor_kind"]]) if row["actor_kind"] else ""
    beside = tr("，", ", ").join(filter(None, (kind, row["country"])))
    who = f"{_who(row)}{tr('（', ' (')}{beside}{tr('）', ')')}" if beside else _who(row)
    return [
        tr(row["of_zh"], row["of_en"]),
        who,
        row["level"] or tr("未知", "not known"),
        _when(row["when"]),
        tr(row["evidence_zh"], row["evidence_en"]),
        row["source"],
    ]


def _when(text: str) -> str:
    if not text:
        return say(NOT_TOLD)
    return tr(f"約{text[1:]}", f"about {text[1:]}") if text.startswith("~") else text


def _material(row: Row) -> list[object]:
    name: str | Markup = tr(row["zh"], row["en"])
    if row["commodity"]:
        address = reverse("supply", args=[row["commodity"]])
        name = Markup('<a class="govuk-link" href="{}">{}</a>').format(address, name)
    return [name, say(ROLES[row["role"]]), row["countries"] or say(NOT_TOLD), row["source"]]


def _item(row: Row) -> list[object]:
    address = reverse("register_item", args=[int(row["number"])])
    words = tr(f"第{row['number']}項", f"Item {row['number']}")
    return [Markup('<a class="govuk-link" href="{}">{}</a>').format(address, words)]


def _listed(row: Row) -> list[object]:
    """A list and its item, with a way to it where the controls have it."""
    for regime in bundled():
        for item in regime.items:
            if (regime.id, item.id) == (row["list"], row["code"]):
                address = f"{reverse('controls')}#{anchor(regime, item)}"
                words = f"{item.id} {say(item.label)}"
                link = Markup('<a class="govuk-link" href="{}">{}</a>').format(address, words)
                return [say(regime.label), link]
    return [row["list"], escape(row["code"])]


_ROWS: dict[str, Callable[[Row], list[object]]] = {
    "parameters": _parameter,
    "readiness": _readiness,
    "materials": _material,
    "items": _item,
    "listed": _listed,
}
