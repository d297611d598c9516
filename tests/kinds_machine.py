"""A machine that takes the steps of cases in any order, by the right and the wrong people, and looks at the list."""

import datetime as dt
from collections import defaultdict
from itertools import pairwise
from typing import ClassVar

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from coretech.apps.cases.models import Case
from coretech.apps.cases.states import State
from coretech.apps.register.models import Announcement, ItemVersion, Lineage
from coretech.apps.register.operations.report_to_legislature import Report, report_to_legislature
from coretech.apps.register.queries import ENDING, in_force
from tests import factories
from tests.kinds_doing import Doing

ASPECTS = ("identify", "name", "scope", "authority", "split", "merge", "removal")
WHO = ("agency-nstc", "office", "announcer", "member-01", "public")


class AnySequence(RuleBasedStateMachine):
    """Cases of every kind on the same two items; ``reached`` collects the changes that came to the list."""

    reached: ClassVar[set[str]] = set()

    def __init__(self) -> None:
        """Begin on the stage, in a transaction that is taken back."""
        super().__init__()
        self.outer = transaction.atomic()
        self.outer.__enter__()
        self.doing = Doing()

    def teardown(self) -> None:
        """Take everything back."""
        transaction.set_rollback(True)
        self.outer.__exit__(None, None, None)

    def of(self, data: st.DataObject) -> Case:
        """One of the cases, as it stands."""
        case = data.draw(st.sampled_from(self.doing.cases), label="case")
        return Case.objects.get(pk=case.pk)

    @initialize(aspects=st.lists(st.sampled_from(ASPECTS), min_size=2, max_size=2))
    def begin(self, aspects: list[str]) -> None:
        for aspect in aspects:
            self.doing.open(aspect, 12)

    @rule(aspect=st.sampled_from(ASPECTS), number=st.sampled_from((12, 13)))
    @precondition(lambda self: len(self.doing.cases) < 4)
    def open(self, aspect: str, number: int) -> None:
        self.doing.open(aspect, number)

    @rule(data=st.data(), steps=st.sampled_from((1, 3, 9)))
    @precondition(lambda self: self.doing.cases)
    def go_on(self, data: st.DataObject, steps: int) -> None:
        """Some steps that are due, each by whoever should take it."""
        case = self.of(data)
        for _ in range(steps):
            self._go_on(Case.objects.get(pk=case.pk))

    def _go_on(self, case: Case) -> None:
        known = self.doing.memory[case.reference]
        match case.stands_at:
            case State.DRAFT if not known.written >= set(factories.PARTS):
                self.doing.write(case)
                self.doing.name(case)
            case State.DRAFT:
                self.doing.panel(case)
            case State.REVIEWED | State.RETURNED:
                self.doing.submit(case)
            case State.SUBMITTED:
                self.doing.check(case)
            case State.CHECKED | State.DEFERRED:
                self.doing.meet(case)
            case State.APPROVED:
                self.doing.pre_announce(case)
            case State.PRE_ANNOUNCED:
                self.doing.day += dt.timedelta(days=8)
                self.doing.announce([case])

    @rule(data=st.data(), left_out=st.sampled_from((*factories.PARTS, "")))
    @precondition(lambda self: self.doing.cases)
    def write(self, data: st.DataObject, left_out: str) -> None:
        self.doing.write(self.of(data), left_out)

    @rule(data=st.data(), who=st.sampled_from(WHO), favour=st.sampled_from((9, 5, 4, 0)))
    @precondition(lambda self: self.doing.cases)
    def prepare(self, data: st.DataObject, who: str, favour: int) -> None:
        """Name, review or submit, whoever it is and whatever the panel said."""
        case = self.of(data)
        step = data.draw(st.sampled_from(("name", "panel", "submit")), label="step")
        if step == "name":
            self.doing.name(case, who)
        elif step == "panel":
            self.doing.panel(case, favour, who)
        else:
            self.doing.submit(case, who)

    @rule(data=st.data(), who=st.sampled_from(WHO), passed=st.booleans())
    @precondition(lambda self: self.doing.cases)
    def check(self, data: st.DataObject, who: str, passed: bool) -> None:  # noqa: FBT001 - drawn by name
        self.doing.check(self.of(data), passed=passed, who=who)

    @rule(
        data=st.data(),
        present=st.sampled_from((10, 13, 24)),
        choice=st.sampled_from(("for", "against", "abstain")),
        how=st.sampled_from(("vote", "amend", "defer")),
    )
    @precondition(lambda self: self.doing.cases)
    def meet(self, data: st.DataObject, present: int, choice: str, how: str) -> None:
        self.doing.meet(self.of(data), present, choice, how)

    @rule(data=st.data(), who=st.sampled_from(WHO), days=st.sampled_from((0, 7, 60)))
    @precondition(lambda self: self.doing.cases)
    def publish(self, data: st.DataObject, who: str, days: int) -> None:
        self.doing.pre_announce(self.of(data), days, who)

    @rule(data=st.data(), answered=st.booleans())
    @precondition(lambda self: self.doing.cases)
    def comment(self, data: st.DataObject, answered: bool) -> None:  # noqa: FBT001 - drawn by name
        case = self.of(data)
        self.doing.comment(case)
        if answered:
            self.doing.answer(case)

    @rule(data=st.data(), step=st.sampled_from(("withdraw", "back_to_the_council", "reopen")))
    @precondition(lambda self: self.doing.cases)
    def turn_back(self, data: st.DataObject, step: str) -> None:
        getattr(self.doing, step)(self.of(data))

    @rule(data=st.data(), who=st.sampled_from(WHO))
    @precondition(lambda self: self.doing.cases)
    def announce(self, data: st.DataObject, who: str) -> None:
        cases = st.lists(st.sampled_from(self.doing.cases), min_size=1, max_size=2, unique_by=id)
        self.doing.announce(data.draw(cases, label="cases"), who)

    @rule(days=st.sampled_from((0, 8, 61)))
    def report(self, days: int) -> None:
        """Some days go by, and the newest announcement is reported, if it can be."""
        self.doing.day += dt.timedelta(days=days if self.doing.day < dt.date(2026, 3, 1) else 0)
        newest = Announcement.objects.latest("edition")
        report = Report(self.doing.a_number(), self.doing.day)
        self.doing.tried(lambda: report_to_legislature(self.doing.by("announcer"), newest.edition, report))

    @invariant()
    def the_list_is_sound(self) -> None:
        """No item twice in force, versions without a gap, lineage that only goes forward, nothing without a case."""
        listed = [version.item.number for version in in_force(self.doing.day)]
        assert len(listed) == len(set(listed))
        versions: dict[int, list[ItemVersion]] = defaultdict(list)
        for version in ItemVersion.objects.select_related("item", "announcement", "case").order_by("version"):
            versions[version.item.number].append(version)
        for row in versions.values():
            look_at(row)
        for line in Lineage.objects.select_related("ended__item", "began__item"):
            assert line.ended.change in ENDING
            assert (
                line.ended.item.number < line.began.item.number
            )  # so no line leads back: the graph has no ring
        self.reached.update(row[-1].change for row in versions.values() if row[-1].case is not None)


def look_at(versions: list[ItemVersion]) -> None:
    """One item's versions: numbered on, in force in order, each but the first list's by a case that was announced."""
    assert [version.version for version in versions] == list(range(1, len(versions) + 1))
    for before, after in pairwise(versions):
        assert before.valid_from <= after.valid_from
        assert (before.change in ENDING) == (after.change == ItemVersion.Change.ADDED)
    for version in versions:
        announced = version.case is not None and version.case.stands_at in (State.ANNOUNCED, State.REPORTED)
        assert announced or version.announcement.edition == 1
