"""Names and values that the pages of an item sum up."""

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from markupsafe import Markup

from coretech.apps.register.models import Announcement, ItemVersion, LegislatureReport, Scan
from coretech.apps.register.scanning import scans_of
from coretech.kit.sentence import Sentence
from coretech.readers.files import Kind
from coretech.web.shell.dates import both_dates, words_of_date
from coretech.web.shell.words import say, tr

Row = tuple[Sentence, str]

SCANS = {Kind.PDF.media_type: "PDF", Kind.PNG.media_type: "PNG", Kind.JPEG.media_type: "JPEG"}


def name_rows(version: ItemVersion) -> list[Row]:
    """The name as announced, as corrected where the source prints it damaged, and in English."""
    printed = chinese(version.name_announced)
    english = (
        Sentence("英文名稱（本站譯名，無法律效力）", "English name (our translation, without legal force)"),
        Markup('<span lang="en">{}</span>').format(version.name_en),
    )
    if not version.damaged:
        return [(Sentence("公告名稱", "Name as announced"), printed), english]
    return [
        (Sentence("來源所印名稱（缺損）", "Name as the source prints it (damaged)"), printed),
        (Sentence("更正後名稱", "Name as corrected"), chinese(version.name_zh)),
        (
            Sentence("更正依據", "Corrected by"),
            Markup('<span lang="en">{}</span>').format(version.name_source),
        ),
        english,
    ]


def announcement_rows(announcement: Announcement) -> list[Row]:
    """The announcement that brought a version: number, days and source."""
    number = announcement.document_number or tr("來源未載明", "Not given in the source")
    rows = [
        (Sentence("公告文號", "Document number"), number),
        (Sentence("審議會決議日", "Decided by the council on"), both_dates(announcement.decided_on)),
        (Sentence("公告日", "Announced on"), both_dates(announcement.announced_on)),
        (Sentence("生效日", "In force from"), both_dates(announcement.effective_on)),
    ]
    report = LegislatureReport.objects.filter(announcement=announcement).first()
    if report is not None:
        told = f"{words_of_date(report.sent_on)}　{report.document_number}"
        rows.append((Sentence("送立法院備查", "Reported to the Legislative Yuan"), told))
    scan = next(iter(scans_of(announcement)), None)
    if scan is not None:
        rows.append(
            (Sentence("公告掃描檔", "Scan of the announcement"), scan_link(scan, announcement.edition))
        )
    if announcement.source:
        rows.append(
            (Sentence("資料來源", "Source"), Markup('<span lang="en">{}</span>').format(announcement.source))
        )
    return rows


def item_rows(version: ItemVersion, authority: Sentence) -> list[Row]:
    """Whose the item is, its scope where it was announced with one, and its sector."""
    scope = tr(version.scope_zh, version.scope_en or version.scope_zh)
    return [
        *([(Sentence("範疇", "Scope"), scope)] if scope else []),
        (Sentence("主管機關", "Authority"), say(authority)),
        (Sentence("領域", "Sector"), say(version.sector.name)),
    ]


def scan_link(scan: Scan, edition: int) -> Markup:
    """A link to the scan, with what kind of file it is and how large."""
    address = reverse("announcement_scan", args=[edition, scan.pk])
    kind, size = SCANS[scan.media_type], filesizeformat(scan.size)
    what = tr(f"（{kind}，{size}）", f" ({kind}, {size})")
    return Markup('<a class="govuk-link" href="{}">{}</a>{}').format(address, scan.file_name, what)


def chinese(text: str) -> Markup:
    """Chinese words, marked as such for a reader of the English page."""
    return Markup('<span lang="zh-Hant-TW">{}</span>').format(text)
