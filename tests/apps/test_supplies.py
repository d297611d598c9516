"""Returns filed: one act a batch, all of a file or nothing, and what was restated stays beside the new."""

import datetime as dt
from decimal import Decimal

import pytest

from coretech.apps.audit.models import Act
from coretech.apps.audit.queries import audit
from coretech.apps.supplies.bundled import load_commodities, missing_commodities
from coretech.apps.supplies.comparing import compared
from coretech.apps.supplies.models import Batch, Commodity, CoverStandard, ImportOrigin, SupplyReturn
from coretech.apps.supplies.operations.file_returns import file_returns, read
from coretech.apps.supplies.state import state_of
from coretech.kit.refusal import Refused
from coretech.readers.supplies import RowError
from tests import factories
from tests.factories import audit_factories
from tests.factories import supplies_factories as supplies

pytestmark = pytest.mark.usefixtures("stage")

MAY = dt.date(2025, 5, 1), dt.date(2025, 5, 31)


@pytest.fixture(autouse=True)
def _staged(stage: None) -> None:  # noqa: ARG001 - asked for, not read
    supplies.staged()


def faults(*lines: supplies.Cells, year: int | None = None) -> tuple[RowError, ...]:
    return read(supplies.officer(), supplies.given(lines, year)).faults


def test_the_bundled_commodities_are_written_once_with_their_lines() -> None:
    assert (Commodity.objects.count(), missing_commodities(), load_commodities()) == (24, [], False)
    gas = CoverStandard.objects.filter(commodity__slug="natural-gas")
    assert [(int(each.days), each.line) for each in gas] == [(7, 2494), (8, 2494), (11, 2048)]
    assert Act.objects.filter(kind="supply.bundled").count() == 1


def test_a_file_is_one_act_and_one_batch() -> None:
    acts = Act.objects.count()
    batch = supplies.filed(supplies.steady(count=3))
    act = Act.objects.latest("seq")

    assert Act.objects.count() - acts == 1
    assert (act.kind, act.public["rows"], act.public["restating"]) == ("supply.filed", 3, 0)
    assert act.public["rows_sha256"] == batch.rows_sha256
    assert "coal" not in str(act.public)


def test_what_is_stored_is_what_was_written_in_the_file() -> None:
    supplies.filed(
        [supplies.line("coal", *MAY, stock="1,234.5", imports=80, origins="澳洲:50；印尼:30", note="盤點")]
    )
    row = SupplyReturn.objects.get()

    assert (row.stock, row.imports, row.consumption) == (Decimal("1234.5"), Decimal(80), None)
    assert (row.start, row.end, row.line, row.note) == (*MAY, 2, "盤點")
    assert [(each.origin, int(each.quantity)) for each in row.origins.all()] == [("澳洲", 50), ("印尼", 30)]


def test_another_unit_of_the_same_sort_is_converted_and_said_so() -> None:
    line = supplies.line("coal", *MAY, stock=5000) | {"unit": "公斤"}
    supplies.filed([line])

    assert SupplyReturn.objects.values_list("stock", "converted_from").get() == (Decimal(5), "公斤")


def test_a_restated_period_keeps_the_old_return_and_takes_its_origins_along() -> None:
    supplies.filed([supplies.line("coal", *MAY, stock=10, imports=9, origins="澳洲:9")])
    supplies.filed([supplies.line("coal", *MAY, stock=12, imports=9, origins="印尼:9")])
    old, new = SupplyReturn.objects.order_by("pk")

    assert (new.restates, old.stock, new.stock) == (old, Decimal(10), Decimal(12))
    assert ImportOrigin.objects.count() == 2
    assert state_of(supplies.commodity(), supplies.DAY).cover.stock == 12


def test_the_same_file_twice_is_refused_and_a_row_unchanged_is_passed_over() -> None:
    lines = supplies.steady(count=2)
    supplies.filed(lines)
    with pytest.raises(Refused, match="nothing to record"):
        supplies.filed(lines)
    batch = supplies.filed([lines[0], lines[1] | {"stock": 41}])

    assert batch.rows == 1


def test_one_wrong_row_keeps_the_whole_file_out() -> None:
    lines = [*supplies.steady(count=2), supplies.line("coal", *MAY, stock=-1)]
    by = supplies.officer()
    with pytest.raises(Refused) as refused:
        file_returns(by, read(by, supplies.given(lines)))

    assert (refused.value.status, Batch.objects.count(), SupplyReturn.objects.count()) == (422, 0, 0)


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"stock": -5}, "stock"),
        ({"stock": "=A1+3"}, "stock"),
        ({"unit": "公秉"}, "unit"),
        ({"commodity": "unobtainium"}, "commodity"),
        ({"period_end": dt.date(2025, 5, 30)}, "period_end"),
        ({"period_start": dt.date(2025, 6, 1), "period_end": dt.date(2025, 6, 30)}, "period_end"),
        ({"reporter": "nobody"}, "reporter"),
    ],
    ids=[
        "negative",
        "formula",
        "other sort of unit",
        "unknown",
        "half a month",
        "not over",
        "no such reporter",
    ],
)
def test_what_is_wrong_is_named_by_line_and_column(changed: dict[str, object], column: str) -> None:
    (found,) = faults(supplies.line("coal", *MAY, stock=5) | changed)

    assert (found.line, found.column) == (2, column)


def test_a_file_of_the_wrong_year_is_named_as_such() -> None:
    (found,) = faults(supplies.line("coal", *MAY, stock=5), year=2024)

    assert "check the year" in found.sentence.en


def test_another_agencys_commodity_is_an_error_of_its_row() -> None:
    by = factories.acting(supplies.OFFICER, dt.date(2025, 6, 20))
    stranger = factories.acting("agency-moda", supplies.DAY)
    lines = supplies.given([supplies.line("coal", *MAY, stock=5)])

    assert read(by, lines).faults == ()
    assert "no officer" in read(stranger, lines).faults[0].sentence.en


@pytest.mark.parametrize("username", ["public", "office", "member-05", "administrator"])
def test_only_officers_file(username: str) -> None:
    by = factories.acting(username, supplies.DAY)
    with pytest.raises(Refused) as refused:
        read(by, supplies.given([supplies.line("coal", *MAY, stock=5)]))

    assert refused.value.status == 403


def test_what_was_agreed_to_is_what_is_written() -> None:
    by = supplies.officer()
    found = read(by, supplies.given([supplies.line("coal", *MAY, stock=5)]))
    seen = compared(found.rows).digest
    supplies.filed([supplies.line("coal", *MAY, stock=7)])

    with pytest.raises(Refused) as refused:
        file_returns(by, found, seen)
    assert refused.value.status == 409


def test_reporters_are_added_up_and_a_period_counts_once_all_have_told_it() -> None:
    supplies.reporter("a", start=dt.date(2025, 4, 1))
    supplies.reporter("b", start=dt.date(2025, 4, 1))
    both = [supplies.line("coal", *MAY, stock=stock, reporter=code) for code, stock in (("a", 5), ("b", 6))]
    supplies.filed(both[:1])
    before = state_of(supplies.commodity(), supplies.DAY)
    supplies.filed(both[1:])
    after = state_of(supplies.commodity(), supplies.DAY)

    assert (before.cover.stock, after.cover.stock) == (None, Decimal(11))
    assert [(each.count, each.asked) for each in before.series] == [(1, 2)]


def test_a_commodity_with_reporters_takes_no_return_without_one() -> None:
    supplies.reporter("a")

    (found,) = faults(supplies.line("coal", *MAY, stock=5))
    assert found.column == "reporter"


@pytest.mark.parametrize("table", ["supplies_supplyreturn", "supplies_importorigin"])
def test_a_row_changed_put_in_or_taken_away_behind_our_back_is_found_through_its_batch(table: str) -> None:
    batch = supplies.filed([supplies.line("coal", *MAY, stock=10, imports=9, origins="澳洲:5；印尼:4")])
    place = f"supplies_batch/{batch.pk}: rows_sha256 differs from what was written"
    audit_factories.unguard("supplies_supplyreturn", "supplies_importorigin")
    assert audit().broken == ()

    column = "stock" if table.endswith("return") else "quantity"
    with audit_factories.undone():
        audit_factories.behind(f"UPDATE {table} SET {column} = {column} + 1")  # noqa: S608 - names of our own
        assert audit_factories.named() == [place]
    with audit_factories.undone():
        audit_factories.behind("DELETE FROM supplies_importorigin WHERE origin = '印尼'")
        assert audit_factories.named() == [place]
