"""Signals by technology: what each noun tells, to whom, what is new, and the assessments they lead to."""

import datetime as dt

import pytest

from coretech.apps.cases.operations.open_case import open_case
from coretech.apps.register.offers import offers_for
from coretech.apps.watch.models import Assessment
from coretech.apps.watch.operations.assess_signals import Assessed, assess_signals
from coretech.apps.watch.operations.propose_assessed import propose_assessed
from coretech.apps.watch.scanning.assessing import followed, newest_assessments
from coretech.apps.watch.signals.gathering import signals
from coretech.apps.watch.signals.signal import Kind
from coretech.apps.watch.signals.topics import Topics, find_topic, topics
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import finds_factories, lists_factories, scope_factories
from tests.factories import signals_factories as made

pytestmark = pytest.mark.usefixtures("stage")
acting = factories.acting


def test_a_mapped_item_tells_what_later_versions_made_of_it() -> None:
    made.moved()
    found = [each for each in made.told() if each.kind is Kind.FOREIGN_LIST]

    mapping, move = sorted(found, key=lambda each: each.href)
    assert "相同" in mapping.what.zh
    assert (move.what.zh, move.dated) == ("移到別的上層：後量子密碼保護技術。", "2024-02-12")
    assert move.href == "/lists/XA-2024/items/a/"
    assert move.what.en.endswith("Post-quantum cryptography → Post-Quantum Cryptography.")


def test_an_item_of_another_list_is_a_technology_too_and_went_with_the_newer_version() -> None:
    made.moved()
    topic = find_topic("XA-2022:3")

    assert (topic.key, topic.number) == ("XA:3", None)
    assert [each.what.zh for each in made.told(topic="XA-2022:3")] == ["不再列：衛星操控技術。"]
    assert [each.kind for each in made.told(topic="XA:b")] == [Kind.FOREIGN_LIST]


def test_the_list_tells_its_versions_and_unknown_technologies_are_not_found() -> None:
    assert made.kinds() == [Kind.REGISTER]
    for key in ("item-99", "item-0", "nothing", "XA:9", "XA-2022:99"):
        with pytest.raises(Refused) as refusal:
            find_topic(key)
        assert refusal.value.status == 404


def test_questions_are_told_as_counts_and_published_answers_and_never_who_asked() -> None:
    scope_factories.published()
    scope_factories.received()
    found = [each for each in made.told(topic="item-12") if each.kind is Kind.QUESTION]
    text = "\n".join(f"{each.what} {each.source} {each.href}" for each in found)

    assert "2025-06有2件範疇詢問提到這一項" in text
    assert "相位陣列天線次系統：屬項目範疇" in text
    secrets = (
        scope_factories.SENDER,
        scope_factories.COMPANY,
        scope_factories.CONTACT,
        scope_factories.SECRET,
    )
    assert not any(secret in text for secret in secrets)


def test_finds_and_candidates_are_told_to_whom_their_nouns_show_them_and_cannot_be_cited() -> None:
    find = finds_factories.best_of(finds_factories.screened())
    key = f"technology/{find_topic('item-12').technology}"
    finds_factories.accept(find, item=key)
    factories.draft_case(factories.renaming())

    own = {each.kind: each for each in made.told(made.OFFICER, "item-12")}
    assert "1件計畫" in own[Kind.FIND].what.zh
    assert not own[Kind.FIND].shared
    assert not own[Kind.CANDIDATE].shared
    assert {Kind.CANDIDATE} == set(made.kinds(made.OFFICE, "item-12")) - {Kind.REGISTER}
    assert {Kind.REGISTER} == set(made.kinds("agency-moea", "item-12"))
    given = Assessed("watch", "x", (own[Kind.FIND].key,))
    assert made.status_of(assess_signals, acting(made.OFFICER), "item-12", given) == 422


def test_signals_are_for_the_office_and_officers_alone() -> None:
    every = topics(acting(made.OFFICE))
    for username in ("public", "member-05", "announcer"):
        assert made.status_of(signals, acting(username), every) == 403
        assert made.status_of(assess_signals, acting(username), made.TOPIC, Assessed("watch", "x")) == 403
    assert signals(acting(made.OFFICE), Topics(())) == []


def test_what_came_after_the_newest_assessment_is_new_and_stands_first() -> None:
    made.moved()
    row = made.assessed("watch")
    assert len(row.sources) == 3
    later = factories.DAY + dt.timedelta(days=30)
    lists_factories.staged()
    scope_factories.received(scope_factories.of(items=(12, 21)), day=later)
    rows = followed(acting(made.OFFICE, later))

    assert [each.topic.key for each in rows[:1]] == ["item-12"]
    own = next(each for each in rows if each.topic.key == made.TOPIC)
    assert [each.kind for each in own.fresh] == [Kind.QUESTION]
    assert len(rows) >= 22


def test_an_assessment_follows_the_one_that_was_read_and_both_stay() -> None:
    first = made.assessed("watch")
    assert made.status_of(made.assessed, "none") == 409
    second = made.assessed("none", seen=first.pk)

    assert newest_assessments()[made.TOPIC] == second
    assert Assessment.objects.count() == 2


@pytest.mark.parametrize(
    ("verdict", "reasons", "sources"),
    [("maybe", "x", ()), ("watch", "  ", ()), ("watch", "x" * 5001, ()), ("watch", "x", ("0" * 12,))],
)
def test_an_assessment_needs_a_verdict_reasons_and_signals_that_are_there(
    verdict: str, reasons: str, sources: tuple[str, ...]
) -> None:
    assert (
        made.status_of(assess_signals, acting(made.OFFICE), made.TOPIC, Assessed(verdict, reasons, sources))
        == 422
    )


def test_a_proposal_becomes_a_candidate_once_and_its_case_may_cite_it_with_its_sources() -> None:
    made.moved()
    row = made.assessed()
    candidate = made.proposed(row)
    assert made.status_of(made.proposed, row) == 409
    case = factories.case_of(open_case(acting(made.OFFICER), candidate.pk).subject)
    offers = offers_for(acting(made.OFFICER), case)

    cited = [each for each in offers if each.kind == "assessment"]
    assert [each.what for each in cited] == [made.REASONS]
    assert cited[0].link.endswith(f"/signals/assessments/{row.pk}/")
    assert {"foreign_list", "register"} <= {each.kind for each in offers}
    assert not [each for each in offers_for(acting("member-05"), case) if each.kind == "assessment"]


def test_only_an_assessment_that_proposes_becomes_a_candidate() -> None:
    watched = made.assessed("watch")

    assert made.status_of(made.proposed, watched) == 409
    assert made.status_of(propose_assessed, acting("member-05"), watched.pk, factories.addition()) == 403
    assert made.status_of(propose_assessed, acting(made.OFFICER), watched.pk + 1, factories.addition()) == 404
