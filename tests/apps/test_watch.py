"""Technologies that are watched: definitions in versions, snapshots counted, judged samples, and what moved."""

import datetime as dt
import json
from pathlib import Path

import pytest
from django.db import ProgrammingError, transaction
from pytest_django import DjangoDbBlocker, Settings

from coretech.apps.audit.clock import now
from coretech.apps.audit.queries import audit
from coretech.apps.watch.bundled import bundled_technologies, load_watch
from coretech.apps.watch.counts.alerts import current_alerts
from coretech.apps.watch.counts.precision import precision, sampled
from coretech.apps.watch.counts.runs import current_run
from coretech.apps.watch.counts.taking_in import folder_of, take_folder
from coretech.apps.watch.models import Counted, Definition, Run, WatchedTechnology, WorksSnapshot
from coretech.apps.watch.operations.begin_run import begin_run
from coretech.apps.watch.operations.compute_indicators import compute_indicators
from coretech.apps.watch.operations.define_technology import Defined, define_technology
from coretech.apps.watch.operations.hold_run import hold_run
from coretech.apps.watch.operations.judge_relevance import judge_relevance
from coretech.apps.watch.queries import (
    as_technology,
    find_technology,
    newest_definition,
    newest_definitions,
    ways_of,
)
from coretech.engines.indicators.histograms import Years
from coretech.engines.watching.alerts import Moved
from coretech.jobs.watch import count_waiting
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import watch_factories

pytestmark = pytest.mark.usefixtures("stage", "_twice")


@pytest.fixture(scope="module")
def _twice(shared_stage: DjangoDbBlocker) -> None:
    """Graphene in two snapshots, counted once for all tests of the file."""
    with shared_stage.unblock():
        watch_factories.counted_twice()


def graphene() -> Counted:
    run = current_run()
    assert run is not None
    return run.counted.get(technology__code=watch_factories.CODE)


def redefined(**changed: list[str]) -> None:
    technology = find_technology(watch_factories.CODE)
    ways = {**ways_of(newest_definition(technology)), **changed}
    define_technology(watch_factories.office(), technology.code, Defined(ways, "because", technology.newest))


def test_the_figures_of_a_run_are_those_of_the_works() -> None:
    counted = graphene()

    assert (counted.works, counted.leader, counted.runner_up) == (76, "CN", "US")
    assert counted.lead_ratio == pytest.approx(40 / 12)
    assert counted.coverage["top10"] == 56
    shares = {row.country: row.top10_share for row in counted.countries.all()}
    assert shares == pytest.approx({"CN": 40 / 56, "US": 12 / 56, "TW": 4 / 56})
    assert sum(works for _, works, _ in counted.years) == 76
    assert len(counted.sample) == 30


def test_each_part_of_a_definition_tells_what_it_adds() -> None:
    redefined(words_en=["graphene", "graphene AND transistor*"])
    begin_run(watch_factories.office(), WorksSnapshot.objects.earliest("pk").pk)
    count_waiting()

    found = Counted.objects.latest("pk")

    assert found.parts == [["石墨烯", 0, 0], ["graphene", 60, 60], ["graphene AND transistor*", 60, 0]]


def test_a_leader_that_changed_beyond_noise_is_an_alert() -> None:
    found = current_alerts()

    assert found is not None
    assert [(each.alert.kind, each.alert.country) for each in found.alerts] == [
        (Moved.LEADER, "CN"),
        (Moved.SHARE, "CN"),
        (Moved.SHARE, "US"),
    ]
    assert all(each.alert.firm for each in found.alerts)
    assert found.redefined == ()


def test_a_new_definition_is_no_news_of_the_world() -> None:
    redefined(words_en=["graphene", "transistor*"])
    run = current_run()
    assert run is not None
    begin_run(watch_factories.office(), run.snapshot_id)
    count_waiting()

    found = current_alerts()

    assert found is not None
    assert found.alerts == ()
    assert [each.code for each in found.redefined] == [watch_factories.CODE]


def test_precision_is_what_was_judged_of_the_sample_with_its_interval() -> None:
    technology = find_technology(watch_factories.CODE)
    counted = sampled(technology)
    assert counted is not None
    drawn = [row[0] for row in counted.sample]
    answers = dict.fromkeys(drawn[:8], "yes") | dict.fromkeys(drawn[8:10], "no") | {drawn[10]: "unsure"}

    judge_relevance(watch_factories.office(), technology.code, answers)
    found = precision(counted.definition)

    assert (found.yes, found.no, found.unsure, found.share) == (8, 2, 1, 0.8)
    assert found.interval is not None
    assert (found.interval.low, found.interval.high) == pytest.approx((0.4902, 0.9433), abs=1e-4)


def test_only_works_of_the_sample_are_judged() -> None:
    with pytest.raises(Refused, match="of the sample"):
        judge_relevance(watch_factories.office(), watch_factories.CODE, {"W999999": "yes"})


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"topics": ["quantum"]}, "topics"),
        ({"words_en": ["two words"]}, "words_en"),
        ({"words_en": ['"not closed']}, "words_en"),
        ({"without": ["a AND b"]}, "without"),
        ({"words_zh": [], "words_en": []}, "words_zh"),
        ({}, "why"),
    ],
)
def test_a_definition_that_cannot_be_read_is_refused_at_its_field(
    changed: dict[str, list[str]], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        redefined(**changed)

    assert refused.value.field == field


def test_whoever_has_not_seen_the_newest_definition_is_stopped() -> None:
    with pytest.raises(Refused, match="defined anew"):
        define_technology(
            watch_factories.office(), watch_factories.CODE, Defined({"topics": ["T1"]}, "because", 0)
        )


def test_a_run_is_held_and_goes_on_behind_what_is_done() -> None:
    load_watch()
    office = watch_factories.office()
    begin_run(office, WorksSnapshot.objects.filter(series="openalex").latest("pk").pk)
    run = Run.objects.latest("pk")
    compute_indicators(office, run.pk, 20)
    hold_run(office, run.pk, hold=True)
    with pytest.raises(Refused, match="not under way"):
        compute_indicators(office, run.pk)
    hold_run(office, run.pk, hold=False)

    count_waiting()
    run.refresh_from_db()

    assert (run.state, run.done) == (Run.State.DONE, len(newest_definitions()))
    assert run.counted.count() == run.done


def test_a_snapshot_that_was_changed_since_ends_its_run_and_says_so(
    settings: Settings, tmp_path: Path
) -> None:
    settings.CORETECH_HOME = tmp_path
    run = watch_factories.taken(watch_factories.works([("JP", 3)]), dt.date(2026, 5, 5))
    manifest = folder_of(run.snapshot) / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "works": 1}))

    count_waiting()
    run.refresh_from_db()

    assert run.state == Run.State.FAILED
    assert "hash" in run.failure
    assert not run.counted.exists()


def test_the_bundled_sample_is_shown_only_where_there_is_nothing_else() -> None:
    load_watch()
    count_waiting()

    run = current_run()

    assert run is not None
    assert run.snapshot.series == "openalex"


def test_what_is_bundled_is_loaded_once_and_means_what_it_meant_in_the_file() -> None:
    assert load_watch()
    assert not load_watch()

    stored = {each.technology.code: as_technology(each).query for each in newest_definitions()}
    for given in bundled_technologies():
        ways, without = set(given.query.ways), set(given.query.without)
        assert (set(stored[given.id].ways), set(stored[given.id].without)) == (ways, without)


def test_a_definition_of_an_earlier_bundle_is_followed_by_the_newer_one() -> None:
    older = WatchedTechnology.objects.create(
        code="TW-03", zh="敵我識別", en="IFF", origin="register", newest=1
    )
    Definition.objects.create(technology=older, number=1, words_zh=["敵我識別"], why="first", at=now())

    load_watch()
    older.refresh_from_db()

    assert (older.newest, older.en) == (2, "IFF")
    assert [each.number for each in older.definitions.all()] == [1, 2]
    assert "no topic of OpenAlex fits" in newest_definition(older).why


def test_a_folder_that_is_no_snapshot_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no snapshot"):
        take_folder(tmp_path)


@pytest.mark.parametrize("content", [b"", b"{ not a work", b"\x00\xff\x00"])
def test_a_file_without_works_is_refused(content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        watch_factories.taken(content, dt.date(2026, 5, 5))

    assert refused.value.field == "file"


def test_what_was_counted_cannot_be_changed_and_the_log_answers_for_it() -> None:
    with pytest.raises(ProgrammingError, match="Cannot update"), transaction.atomic():
        graphene().countries.update(works=1)

    assert audit().faults == 0


@pytest.mark.parametrize("username", ["agency-nstc", "public"])
def test_only_the_office_keeps_snapshots(username: str) -> None:
    run = current_run()
    assert run is not None
    with pytest.raises(Refused) as refused:
        begin_run(factories.acting(username), run.snapshot_id, Years())

    assert refused.value.status == 403
