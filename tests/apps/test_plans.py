"""Plans kept: one act an import, versions that stay, the same file twice changing nothing."""

import json
from dataclasses import replace

import pytest
from django.db import Error, transaction

from coretech.apps.audit.models import Act
from coretech.apps.audit.queries import audit
from coretech.apps.plans.bundled import bundled, bundles, is_outdated, load_plans, missing_plans
from coretech.apps.plans.importing import GivenPlan
from coretech.apps.plans.models import Element, Plan, PlanVersion, Target, WorkItem
from coretech.apps.plans.operations.import_plan import foresee, import_plan
from coretech.apps.plans.queries import counts_of, element_of, held_by, newest_versions, version_of
from coretech.apps.plans.storing import read_rows, write_version
from coretech.kit.refusal import Refused
from coretech.readers.plan_files.putting_together import digest_of
from tests import factories
from tests.factories import plans_factories

pytestmark = pytest.mark.usefixtures("stage")
PLAIN = "programme-111-112"


def refused(raw: bytes, *, by: str = "office", slug: str = "", seen: str = "") -> Refused:
    with pytest.raises(Refused) as found:
        import_plan(factories.acting(by), GivenPlan("plan.txt", raw, slug=slug), seen)
    return found.value


def test_an_import_is_one_act_and_one_version() -> None:
    acts = Act.objects.count()
    plan = plans_factories.taken_over(plans_factories.programme())
    act = Act.objects.latest("seq")

    assert (plan.slug, Act.objects.count() - acts) == (PLAIN, 1)
    assert (act.kind, act.subject, act.public["version"]) == ("plan.imported", f"plan/{PLAIN}", 1)
    assert act.public["counts"]["work_items"] == WorkItem.objects.count() == 2


def test_what_is_stored_is_what_was_read() -> None:
    version = plans_factories.taken_over(plans_factories.programme()).versions.get()
    rows = read_rows(version)

    assert digest_of(rows) == version.content_sha256
    assert [each.text for each in rows.work_items] == ["建置共用平台及資料庫", "辦理示範應用並推廣"]
    assert [each.text for each in rows.targets[0].yearly] == ["輔導業者 10 家", "輔導業者 20 家"]


def test_the_same_file_twice_changes_nothing() -> None:
    plans_factories.taken_over(plans_factories.programme())
    by, given = factories.acting("office"), GivenPlan("again.txt", plans_factories.programme())

    assert foresee(by, given).same
    assert refused(given.raw, seen=foresee(by, given).digest).status == 422
    assert PlanVersion.objects.count() == 1


def test_a_corrected_file_makes_a_new_version_and_the_old_one_stays() -> None:
    plan = plans_factories.taken_over(plans_factories.programme())
    before = WorkItem.objects.get(key="work-1-1-1.1.1")
    plans_factories.taken_over(plans_factories.corrected())
    first, second = plan.versions.all()

    assert Plan.objects.count() == 1
    assert before in WorkItem.objects.filter(version=first)
    assert WorkItem.objects.get(version=second, key=before.key).text == plans_factories.CORRECTED
    assert version_of(PLAIN) == second
    assert version_of(PLAIN, 1) == first


def test_what_changed_after_it_was_shown_is_shown_again() -> None:
    by, given = factories.acting("office"), GivenPlan("b.txt", plans_factories.corrected())
    shown = foresee(by, given)
    plans_factories.taken_over(plans_factories.programme())

    assert refused(given.raw, seen=shown.digest).status == 409


def test_a_file_whose_title_was_corrected_goes_to_the_plan_that_is_named() -> None:
    plans_factories.taken_over(plans_factories.programme())
    renamed = plans_factories.programme().replace("某方案".encode(), "另一方案".encode())

    assert foresee(factories.acting("office"), GivenPlan("c.txt", renamed)).plan is None
    plans_factories.taken_over(renamed, slug=PLAIN)
    assert version_of(PLAIN).version == 2


def test_two_plans_of_the_same_years_have_addresses_of_their_own() -> None:
    plans_factories.taken_over(plans_factories.programme())
    renamed = plans_factories.programme().replace("某方案".encode(), "另一方案".encode())

    assert plans_factories.taken_over(renamed).slug == f"{PLAIN}-no2"


@pytest.mark.parametrize(
    ("slug", "status"), [("no-such-plan", 404), ("annual-109", 422)], ids=["unknown", "of another kind"]
)
def test_a_plan_that_cannot_be_meant_is_refused(slug: str, status: int) -> None:
    plans_factories.taken_over(plans_factories.facts(plans_factories.FILES[2]))

    assert refused(plans_factories.programme(), slug=slug).status == status


def test_officers_and_the_office_import_and_nobody_else() -> None:
    assert foresee(factories.acting("agency-nstc"), GivenPlan("a", plans_factories.programme())).plan is None
    for by in ("public", "member-05", "announcer", "administrator"):
        assert refused(plans_factories.programme(), by=by).status == 403
    assert not Plan.objects.exists()


@pytest.mark.parametrize("name", plans_factories.FILES)
def test_json_that_went_out_comes_in(name: str) -> None:
    version = plans_factories.taken_over(plans_factories.facts(name)).versions.get()

    assert read_rows(version) == bundled(name)[0]


@pytest.mark.parametrize("raw", [b"", b"\x89PNG\r\n", b"{}", "沒有計畫。".encode(), b"PK\x03\x04"])
def test_a_file_that_holds_no_plan_is_refused_with_its_name(raw: bytes) -> None:
    found = refused(raw)

    assert (found.status, found.field) == (422, "file")
    assert not Plan.objects.exists()


def test_a_number_the_database_cannot_keep_is_refused() -> None:
    held = json.loads(plans_factories.facts(plans_factories.FILES[2]))
    held["goals"][0]["line"] = 10**12
    raw = json.dumps(held).encode()
    seen = foresee(factories.acting("office"), GivenPlan("plan.txt", raw)).digest

    assert refused(raw, seen=seen).status == 422
    assert not Plan.objects.exists()


def test_the_database_lets_nobody_change_a_row() -> None:
    plans_factories.taken_over(plans_factories.programme())
    for model in (Plan, PlanVersion, Element, WorkItem, Target):
        with pytest.raises(Error), transaction.atomic():
            model.objects.all().delete()


def test_the_bundled_plans_are_stored_once_and_the_log_answers_for_them() -> None:
    assert load_plans()
    acts = Act.objects.count()
    assert not load_plans()

    assert Act.objects.count() == acts
    assert [each.plan.slug for each in newest_versions()] == [
        "programme-110-113",
        "plan-110-113",
        "annual-109",
    ]
    assert [each.facts_only for each in newest_versions()] == [True] * 3
    assert audit().broken == ()


def test_what_the_bundled_plans_hold_is_listed_beside_them() -> None:
    for each in bundles():
        rows, _ = bundled(each.file)
        assert digest_of(rows) == each.content_sha256
        assert (rows.kind, rows.title, rows.start, rows.end) == (
            each.kind,
            each.title,
            each.start,
            each.end,
        )


def test_a_bundled_plan_that_an_older_database_lacks_is_added_to_those_it_has() -> None:
    plans_factories.taken_over(plans_factories.facts(plans_factories.FILES[2]))
    assert [each.file for each in missing_plans()] == list(plans_factories.FILES[:2])

    assert load_plans()
    assert missing_plans() == []
    assert version_of("annual-109").facts_only is False


def test_facts_of_an_older_bundle_get_the_newer_ones_as_their_next_version() -> None:
    rows, source = bundled(plans_factories.FILES[2])
    plan = Plan.objects.create(slug="annual-109", kind=rows.kind)
    assert not is_outdated()
    write_version(plan, replace(rows, findings=()), source, factories.acting("office").at)
    assert is_outdated()

    assert load_plans()
    assert version_of("annual-109").version == 2
    assert not is_outdated()


def test_a_document_that_was_imported_is_not_put_aside_for_the_bundled_facts() -> None:
    load_plans()
    held = json.loads(plans_factories.facts(plans_factories.FILES[2]))
    held["programmes"][0]["name"] = "更正"
    plans_factories.taken_over(json.dumps(held).encode())

    assert not load_plans()
    assert version_of("annual-109").version == 2


def test_the_bundled_plans_hold_what_the_documents_do() -> None:
    load_plans()
    programme, plan, annual = map(counts_of, newest_versions())

    assert (programme["measures"], programme["work_items"], programme["targets"]) == (45, 605, 140)
    assert (plan["goals"], plan["measures"], plan["tables"]) == (4, 134, 7)
    assert (annual["goals"], annual["programmes"]) == (12, 39)


def test_a_document_after_its_facts_brings_the_sentences() -> None:
    load_plans()
    rows, _ = bundled(plans_factories.FILES[2])
    held = json.loads(plans_factories.facts(plans_factories.FILES[2]))
    assert foresee(factories.acting("office"), GivenPlan("a", json.dumps(held).encode())).same
    programme = json.loads(plans_factories.facts(plans_factories.FILES[0]))
    programme["work_items"][0]["text"] = "全文"
    shown = foresee(factories.acting("office"), GivenPlan("a", json.dumps(programme).encode()))

    assert rows.kind == "annual"
    assert (shown.adds_text, bool(shown.difference), shown.same) == (True, False, False)


def test_what_hangs_on_a_measure_is_found_with_it() -> None:
    load_plans()
    held = held_by(element_of(version_of("programme-110-113"), "measure-1-1"))

    assert {each.measure for each in held.work_items} == {"1-1"}
    assert [each.code for each in held.targets] == ["1.1.1", "1.1.2"]
    assert min(held.lines()) > 0


@pytest.mark.parametrize("key", ["measure-99-9", ""])
def test_what_a_plan_does_not_have_is_not_found(key: str) -> None:
    version = plans_factories.taken_over(plans_factories.programme()).versions.get()

    with pytest.raises(Refused) as found:
        element_of(version, key)
    assert found.value.status == 404
