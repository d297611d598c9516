"""Alerts: opened and closed by rule, told of once, closed by hand with a reason; and what stands around the figures."""

import datetime as dt
from decimal import Decimal

import pytest

from coretech.apps.audit.models import Act, Outbox
from coretech.apps.people.models import Person
from coretech.apps.supplies.keeping_watch import keep_watch
from coretech.apps.supplies.models import Alert, Commodity, Intake, SupplyReturn
from coretech.apps.supplies.operations.close_alert import close_alert
from coretech.apps.supplies.operations.end_file import end_file
from coretech.apps.supplies.operations.hand_in_file import hand_in_file
from coretech.apps.supplies.operations.keep_commodity import keep_commodity, kept_of
from coretech.apps.supplies.operations.keep_reporter import KeptReporter, keep_reporter
from coretech.apps.supplies.operations.name_watcher import name_watcher
from coretech.apps.supplies.operations.set_standard import NewStandard, set_standard
from coretech.apps.supplies.state import state_of
from coretech.apps.supplies.taking import take_waiting
from coretech.engines.supplies.standing import Level
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import supplies_factories as supplies

pytestmark = pytest.mark.usefixtures("stage")

DAY = supplies.DAY
NEW = dt.date(2025, 5, 1)


@pytest.fixture(autouse=True)
def _staged(stage: None) -> None:  # noqa: ARG001 - asked for, not read
    supplies.staged()


def watched(day: dt.date = DAY) -> Act | None:
    return keep_watch(supplies.officer(day), "test")


def kinds() -> list[str]:
    return sorted(Alert.objects.filter(closed_at=None).values_list("kind", flat=True))


def standard(days: int, **other: object) -> NewStandard:
    given: dict[str, object] = {"basis": "statutory", "start": NEW, "source": "示範法第1條", **other}
    return NewStandard(Decimal(days), **given)  # type: ignore[arg-type]  # the fields as a test names them


def test_a_stock_below_its_standard_opens_an_alert_that_is_told_of_once() -> None:
    name_watcher(supplies.officer(), "coal", supplies.officer().person_id or 0)
    supplies.filed(supplies.steady(stock=20))
    letters = Outbox.objects.count()
    watched()

    assert kinds() == ["below"]
    assert Outbox.objects.count() - letters == 1
    assert watched() is None
    assert Alert.objects.get().en.startswith("20.")


def test_an_alert_closes_by_itself_once_the_stock_is_back() -> None:
    lines = supplies.steady(stock=20)
    supplies.filed(lines)
    watched()
    supplies.filed([lines[-1] | {"stock": 45, "note": "更正"}])
    watched()

    below = Alert.objects.get(kind="below")
    assert (below.closed_at is not None, below.closed_by) == (True, None)


def test_an_alert_closed_by_hand_stays_closed_while_the_same_state_lasts() -> None:
    supplies.filed(supplies.steady(stock=20))
    watched()
    alert = Alert.objects.get()
    close_alert(supplies.officer(), alert.pk, "船已到港")

    assert watched() is None
    assert Alert.objects.get().closed_why == "船已到港"
    with pytest.raises(Refused):
        close_alert(supplies.officer(), alert.pk, "again")


def test_an_alert_is_closed_by_the_authority_alone_and_with_a_reason() -> None:
    supplies.filed(supplies.steady(stock=20))
    watched()
    alert = Alert.objects.get()

    for by, why, status in (("office", "x", 403), ("agency-moda", "x", 403), (supplies.OFFICER, " ", 422)):
        with pytest.raises(Refused) as refused:
            close_alert(factories.acting(by, DAY), alert.pk, why)
        assert refused.value.status == status


def test_a_missing_return_opens_one_alert_however_many_periods_are_missing() -> None:
    supplies.filed(supplies.steady()[:-2])
    watched()

    late = Alert.objects.get(kind="late")
    assert "2" in late.zh
    assert [each.period.end for each in state_of(supplies.commodity(), DAY).missing] == [
        dt.date(2025, 4, 30),
        dt.date(2025, 5, 31),
    ]


def test_a_figure_that_does_not_balance_opens_an_alert_but_not_for_long_ago() -> None:
    lines = supplies.steady()
    lines[2] = lines[2] | {"stock": 90}
    lines[-1] = lines[-1] | {"stock": 60}
    supplies.filed(lines)
    watched()

    keys = Alert.objects.filter(kind="jump").values_list("key", flat=True)
    assert any("balance:2025-05-31" in key for key in keys)
    assert not any("2024" in key for key in keys)


def test_one_source_of_all_imports_opens_an_alert() -> None:
    supplies.filed([each | {"origins": "澳洲:30"} for each in supplies.steady()])
    watched()

    assert kinds() == ["single_source"]


def test_a_price_out_of_its_limits_opens_an_alert() -> None:
    lines = [each | {"price": 100 + number % 2} for number, each in enumerate(supplies.steady())]
    supplies.filed([*lines[:-1], lines[-1] | {"price": 300}])
    watched()

    assert "price" in kinds()


def test_past_days_are_measured_by_the_standard_of_their_time() -> None:
    supplies.filed(supplies.steady(stock=40))
    assert state_of(supplies.commodity(), DAY).standing.level is Level.ABOVE
    set_standard(supplies.officer(), "coal", standard(60))

    assert state_of(supplies.commodity(), DAY).standing.level is Level.BELOW
    assert state_of(supplies.commodity(), dt.date(2025, 4, 30)).standing.level is Level.ABOVE


def test_of_two_standards_from_the_same_day_the_later_recorded_holds() -> None:
    set_standard(supplies.officer(), "coal", standard(60))
    set_standard(supplies.officer(), "coal", standard(45))
    held = state_of(supplies.commodity(), DAY).standing.standard

    assert held is not None
    assert held.days == Decimal(45)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (standard(0), "days"),
        (standard(30, basis="habit"), "basis"),
        (standard(30, until=dt.date(2025, 4, 1)), "until"),
        (standard(30, source=" "), "source"),
    ],
)
def test_a_standard_that_cannot_be_is_refused_at_its_field(given: NewStandard, field: str) -> None:
    with pytest.raises(Refused) as refused:
        set_standard(supplies.officer(), "coal", given)

    assert (refused.value.status, refused.value.field) == (422, field)


def test_a_reporter_may_not_begin_before_what_the_authority_has_told() -> None:
    supplies.filed(supplies.steady())
    early = KeptReporter("a", "甲", "A", dt.date(2025, 1, 1))
    with pytest.raises(Refused) as refused:
        keep_reporter(supplies.officer(), "coal", early)
    keep_reporter(supplies.officer(), "coal", KeptReporter("a", "甲", "A", dt.date(2025, 6, 1)))

    assert refused.value.field == "start"


def test_a_watcher_must_be_able_to_look() -> None:
    stranger = Person.objects.get(account__username="member-05")
    with pytest.raises(Refused) as refused:
        name_watcher(supplies.officer(), "coal", stranger.pk)

    assert refused.value.field == "person"


def test_the_unit_of_a_commodity_stays_once_there_are_returns() -> None:
    supplies.filed(supplies.steady(count=2))
    stands = kept_of(Commodity.objects.get(slug="coal"))
    changed = type(stands)(**{name: getattr(stands, name) for name in stands.__slots__} | {"unit": "公斤"})
    with pytest.raises(Refused) as refused:
        keep_commodity(supplies.officer(), "coal", changed, stands.digest)
    later = type(stands)(**{name: getattr(stands, name) for name in stands.__slots__} | {"days": 20})
    keep_commodity(supplies.officer(), "coal", later, stands.digest)
    with pytest.raises(Refused) as outdated:
        keep_commodity(supplies.officer(), "coal", later, stands.digest)

    assert (refused.value.field, outdated.value.status) == ("unit", 409)
    assert Commodity.objects.get(slug="coal").days == 20


def test_a_file_handed_in_is_read_by_the_job_and_its_content_let_go() -> None:
    hand_in_file(supplies.officer(), supplies.given(supplies.steady(count=3)))

    assert take_waiting() == 1
    intake = Intake.objects.get()
    assert (intake.state, intake.batch is not None, bytes(intake.content)) == ("taken", True, b"")
    assert SupplyReturn.objects.count() == 3
    assert take_waiting() == 0


def test_a_file_with_one_wrong_row_is_refused_with_all_its_errors_and_nothing_written() -> None:
    lines = supplies.steady(count=3)
    hand_in_file(supplies.officer(), supplies.given([*lines[:2], lines[2] | {"stock": -1, "imports": "=A1"}]))

    assert take_waiting() == 0
    intake = Intake.objects.get()
    assert (intake.state, intake.fault_count) == ("refused", 1)
    assert not SupplyReturn.objects.exists()


def test_a_file_may_be_withdrawn_by_whoever_sent_it() -> None:
    act = hand_in_file(supplies.officer(), supplies.given(supplies.steady(count=3)))
    number = int(act.subject.partition("/")[2])
    with pytest.raises(Refused) as refused:
        end_file(factories.acting("agency-moda", DAY), number)
    end_file(supplies.officer(), number)

    assert refused.value.status == 403
    assert (Intake.objects.get().state, take_waiting(), SupplyReturn.objects.count()) == ("withdrawn", 0, 0)
