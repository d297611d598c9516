"""The scan log and its quarterly report: entries written and entries that tell themselves, files, and who may read."""

import csv
import datetime as dt
import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from coretech.apps.watch.operations.log_scan import Looked, log_scan
from coretech.apps.watch.scanning.exporting import COLUMNS, Format, written
from coretech.apps.watch.scanning.quarterly import Quarter, quarterly
from coretech.apps.watch.scanning.quarterly_report import Tongue, report_file
from coretech.apps.watch.scanning.scans import Origin, Wanted, looks
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import lists_factories
from tests.factories import signals_factories as made

pytestmark = pytest.mark.usefixtures("stage")
acting = factories.acting
NOTHING = replace(made.LOOKED, topic="", field="量子感測", found="", links=(), region="home")
QUARTER = Quarter(2025, 2)


def text_of(odt: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(odt)) as package:
        return "".join(ET.fromstring(package.read("content.xml")).itertext())  # noqa: S314 - our own document


def test_a_look_is_written_down_with_what_was_found_or_that_nothing_was() -> None:
    made.logged()
    made.logged(NOTHING)
    found = looks(acting(made.OFFICER))

    assert [each.what.zh for each in found if each.found is None] == ["量子感測"]
    assert [each.href for each in found if each.found] == [f"/signals/{made.TOPIC}/"]
    assert {each.who.zh for each in found} != {"系統"}


def test_lists_taken_in_and_assessments_tell_themselves_and_bundled_lists_do_not() -> None:
    lists_factories.staged()
    lists_factories.imported(lists_factories.named("Chips"))
    made.assessed("none")
    found = {each.origin: each for each in looks(acting(made.OFFICE))}

    assert set(found) == {Origin.LIST, Origin.ASSESSMENT}
    assert found[Origin.LIST].href == "/lists/XX-1/"
    assert found[Origin.ASSESSMENT].found is None


@pytest.mark.parametrize(
    ("wanted", "many"),
    [
        (Wanted(), 2),
        (Wanted(words="IEEE"), 0),
        (Wanted(words="eprint"), 2),
        (Wanted(words="標準草案"), 1),
        (Wanted(found="no"), 1),
        (Wanted(found="yes", region="home"), 0),
        (Wanted(origin="list"), 0),
        (Wanted(first=factories.DAY, last=factories.DAY), 2),
        (Wanted(first=factories.DAY + dt.timedelta(days=1)), 0),
    ],
)
def test_the_log_is_narrowed_by_words_days_and_what_was_found(wanted: Wanted, many: int) -> None:
    made.logged()
    made.logged(NOTHING)
    assert len(looks(acting(made.OFFICE), wanted)) == many


@pytest.mark.parametrize(
    "wrong",
    [
        {"field": "兩者都填"},
        {"topic": ""},
        {"topic": "item-99"},
        {"region": "moon"},
        {"looked_on": factories.DAY + dt.timedelta(days=1)},
        {"sources": " "},
        {"sources": "x" * 5001},
        {"links": ("javascript:alert(1)",)},
        {"links": ("https://a b/",)},
        {"links": ("https://[",)},
        {"links": ("https://example.org/",) * 21},
    ],
)
def test_an_entry_that_says_too_little_or_too_much_is_refused(wrong: dict[str, object]) -> None:
    assert made.status_of(log_scan, acting(made.OFFICE), replace(made.LOOKED, **wrong)) == 422  # type: ignore[arg-type]  # fields by name


def test_the_office_writes_the_log_officers_read_it_and_nobody_else_does() -> None:
    assert made.status_of(log_scan, acting(made.OFFICER), made.LOOKED) == 403
    assert made.status_of(looks, acting("member-05")) == 403
    assert made.status_of(quarterly, acting("public"), QUARTER) == 403


def test_the_log_is_written_as_a_table_with_every_look() -> None:
    made.logged()
    made.logged(NOTHING)
    table = written(looks(acting(made.OFFICE)), Format.CSV).decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(table)))

    assert tuple(lines[0]) == COLUMNS
    assert {(each["what_zh"], each["nothing_found"]) for each in lines} >= {("量子感測", "yes")}
    assert len(lines) == 2
    assert written(looks(acting(made.OFFICE)), Format.ODS)[:2] == b"PK"


def test_quarters_end_where_the_next_begins() -> None:
    days = [(Quarter(2025, each).first, Quarter(2025, each).last) for each in range(1, 5)]

    assert days[0] == (dt.date(2025, 1, 1), dt.date(2025, 3, 31))
    assert days[3] == (dt.date(2025, 10, 1), dt.date(2025, 12, 31))
    assert Quarter.of(dt.date(2025, 1, 1)).before == Quarter(2024, 4)
    for wrong in ((2025, 5), (2025, 0), (1999, 1)):
        with pytest.raises(Refused):
            Quarter(*wrong)


def test_the_quarterly_report_reads_back_with_looks_signals_and_assessments() -> None:
    made.moved()
    made.logged()
    made.logged(NOTHING)
    made.assessed()
    by = acting(made.OFFICE)
    zh = report_file(by, QUARTER, "odt", Tongue("zh-Hant-TW", both=True))
    en = text_of(report_file(by, QUARTER, "odt", Tongue("en")).content)
    text = text_of(zh.content)

    assert zh.name == "scan-report-2025-Q2.odt"
    for words in ("科技掃描季報", "壹、掃描紀錄", "IACR ePrint", "沒有發現", made.REASONS, "建議提報"):
        assert words in text
    assert "後量子密碼保護技術（" in text
    assert "尚未計算指標" in text
    assert "Quarterly technology scan, Q2 2025" in en
    assert "Judged to stand to" in en
    with pytest.raises(Refused):
        report_file(by, QUARTER, "docx", Tongue("en"))


def test_a_quarter_without_anything_says_so_and_a_running_one_is_a_draft() -> None:
    looked = text_of(report_file(acting(made.OFFICE), Quarter(2020, 1), "odt", Tongue("zh-Hant-TW")).content)

    assert looked.count("本季沒有紀錄") == 3
    assert quarterly(acting(made.OFFICE), QUARTER).run is None


def test_a_look_may_be_at_a_field_that_is_no_technology_of_any_list() -> None:
    row = made.logged(Looked("both", factories.DAY, "期刊", field="  腦機介面 "))
    assert (row.name.zh, row.topic) == ("腦機介面", "")
