"""Words and cells that the pages of patents and of trade share."""

from django.urls import reverse
from markupsafe import Markup

from coretech.apps.watch.counts.countries import TAIWAN, country_name
from coretech.apps.watch.counts.tables import Narrowed
from coretech.apps.watch.models import KeptTable
from coretech.engines.watching.trade import Flow
from coretech.kit.sentence import Sentence
from coretech.web.shell.words import say, tr

Kind = KeptTable.Kind
KINDS = {Kind.PATENTS: Sentence("專利", "Patents"), Kind.TRADE: Sentence("貿易", "Trade")}
MEANINGS = {
    "id": Sentence("識別碼", "Identifier"),
    "office": Sentence("受理局", "Office"),
    "year": Sentence("年", "Year"),
    "country": Sentence("申請人國別", "Country of applicant"),
    "class": Sentence("分類", "Class"),
    "hs": Sentence("貨品號列", "Code of goods"),
    "reporter": Sentence("申報國", "Reporter"),
    "partner": Sentence("對手國", "Partner"),
    "flow": Sentence("進出口別", "Flow"),
    "value": Sentence("金額", "Value"),
}
COVERAGE = {
    "patents": Sentence("專利件數", "Patents"),
    "without_office": Sentence("沒有受理局", "Without an office"),
    "without_country": Sentence("沒有申請人國別", "Without a country of an applicant"),
    "without_class": Sentence("沒有分類", "Without a class"),
    "without_year": Sentence("沒有年份", "Without a year"),
    "rows": Sentence("計入的列", "Rows that count"),
    "rows_with_the_world": Sentence("其中全球合計的列", "Of them, sums over the world"),
    "rows_left_out": Sentence("略過的列", "Rows left out"),
}
FLOWS = {
    Flow.IMPORT: Sentence("進口", "Imports"),
    Flow.EXPORT: Sentence("出口", "Exports"),
    Flow.OTHER: Sentence("其他或未載明", "Other or not told"),
}
_WHOLE_FROM = 100
_OFFICES = {
    "EP": Sentence("歐洲專利局", "European Patent Office"),
    "WO": Sentence("WIPO（PCT）", "WIPO (PCT)"),
    "EA": Sentence("歐亞專利局", "Eurasian Patent Office"),
    "AP": Sentence("ARIPO", "ARIPO"),
    "OA": Sentence("OAPI", "OAPI"),
    "GC": Sentence("海灣合作委員會專利局", "Patent Office of the GCC"),
    "EM": Sentence("歐盟智慧財產局", "EU Intellectual Property Office"),
}


def office_name(code: str) -> str:
    """What an office is called: a country's name for a national one."""
    return f"{say(_OFFICES.get(code) or country_name(code))}（{code}）" if code else "–"


def land(code: str) -> Markup | str:
    """A country's name, Taiwan's in bold; what is no code stays as the table has it."""
    name = land_name(code) or "–"
    return Markup("<strong>{}</strong>").format(name) if code == TAIWAN else name


def land_name(code: str) -> str:
    """The same alone, for charts and choices."""
    return say(country_name(code)) if len(code) == len(TAIWAN) else code


def counted_by(found: Narrowed) -> str:
    """Which of a table's rows count, in words."""
    if found.table.technology_id is not None:
        return tr(
            "這份表是為這項技術檢索的，全部計入",
            "the table was searched for this technology: all of it counts",
        )
    codes = tr("、", ", ").join(found.codes)
    if found.table.kind == Kind.PATENTS:
        return tr(f"具有分類 {codes} 的專利", f"patents with one of the classes {codes}")
    return tr(f"貨品號列 {codes}", f"goods under the codes {codes}")


def table_link(table: KeptTable, words: str) -> Markup:
    """Words that lead to a table's page."""
    return Markup('<a class="govuk-link" href="{}">{}</a>').format(
        reverse("watch_table", args=[table.pk]), words
    )


def short(value: float) -> str:
    """An amount with thousands parted; with decimals only where it is small."""
    return f"{value:,.0f}" if value >= _WHOLE_FROM or value == int(value) else f"{value:,.2f}"


def of_whole(part: float, whole: float) -> str:
    """A share as per cent."""
    return f"{100 * part / whole:.1f}%" if whole else "–"
