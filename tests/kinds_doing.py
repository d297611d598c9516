"""Taking the steps of a case, rightly or wrongly, and remembering by oneself what has really happened."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from django.db import transaction

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.models import Case, Comment
from coretech.apps.cases.operations.amend_case import amend_case
from coretech.apps.cases.operations.check_submission import check_submission
from coretech.apps.cases.operations.comment import comment
from coretech.apps.cases.operations.dispose_comment import dispose_comment
from coretech.apps.cases.operations.name_affected import name_affected
from coretech.apps.cases.operations.pre_announce import Draft, pre_announce
from coretech.apps.cases.operations.reopen_case import reopen_case
from coretech.apps.cases.operations.return_to_council import return_to_council
from coretech.apps.cases.operations.review_by_panel import Review, review_by_panel
from coretech.apps.cases.operations.submit import submit
from coretech.apps.cases.operations.withdraw import withdraw
from coretech.apps.meetings.operations.defer_item import defer_item
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.register.operations.announce import Notice, announce
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import kinds_factories

COMPULSORY = frozenset(factories.PARTS) - {"other_references"}
HALF_OF_THE_COUNCIL = 12


@dataclass
class Memory:
    """What has happened to one case, as the tests saw it happen."""

    written: set[str] = field(default_factory=set)
    panel: bool = False
    submitted: bool = False
    checked: bool = False
    carried: bool = False
    comments_until: dt.date | None = None
    unanswered: int = 0


class Doing:
    """Each method tries one step; where it was taken, it asserts that what the law asks for had happened."""

    def __init__(self) -> None:
        """Begin on the stage's day, without a case."""
        self.day = factories.DAY
        self.cases: list[Case] = []
        self.memory: dict[str, Memory] = defaultdict(Memory)
        self.numbers = 0

    def tried(self, run: Callable[[], object]) -> bool:
        """Whether the operation was carried out; a refusal leaves nothing behind."""
        try:
            with transaction.atomic():
                run()
        except Refused:
            return False
        return True

    def by(self, username: str) -> Acting:
        """Somebody acting today."""
        return factories.acting(username, self.day)

    def a_number(self) -> str:
        """A document number that was not used before."""
        self.numbers += 1
        return f"示範字第{self.numbers:05d}號"

    def open(self, aspect: str, number: int) -> None:
        other = {"name_zh": f"新名稱{len(self.cases)}", "authority": "moea"}
        changed = {"authority": ("authority",), "scope": (), "removal": (), "split": ()}.get(
            aspect, ("name_zh",)
        )
        found = (
            factories.addition()
            if aspect == "identify"
            else kinds_factories.change_of(number, aspect, **{name: other[name] for name in changed})
        )
        self.tried(lambda: self.cases.append(kinds_factories.drafted(found, self.day)))

    def write(self, case: Case, left_out: str = "") -> None:
        known = self.memory[case.reference]
        if self.tried(lambda: factories.write_dossier(case, self.day, left_out)):
            known.written |= set(factories.PARTS) - {left_out}
            known.panel = False

    def name(self, case: Case, who: str = "agency-nstc") -> None:
        results = [kinds_factories.named(case.name_zh, "範疇", case.authority.code)]
        sources = (kinds_factories.technology(12), kinds_factories.technology(13))
        if case.aspect == "split":
            results = kinds_factories.split_results()
        merged = sources if case.aspect == "merge" else ()
        if self.tried(lambda: name_affected(self.by(who), case.reference, results, merged)):
            self.memory[case.reference].panel = False

    def panel(self, case: Case, favour: int = 9, who: str = "agency-nstc") -> None:
        review = Review(self.day, 9, favour, "Seen.")
        if self.tried(lambda: review_by_panel(self.by(who), case.reference, review)):
            assert favour > 4
            assert self.memory[case.reference].written >= COMPULSORY
            self.memory[case.reference].panel = True

    def submit(self, case: Case, who: str = "agency-nstc") -> None:
        known = self.memory[case.reference]
        if self.tried(lambda: submit(self.by(who), case.reference)):
            assert known.written >= COMPULSORY
            assert known.panel
            known.submitted = True

    def check(self, case: Case, *, passed: bool = True, who: str = "office") -> None:
        known = self.memory[case.reference]
        if self.tried(
            lambda: check_submission(self.by(who), case.reference, passed=passed, note="Looked at.")
        ):
            assert known.submitted
            assert who == "office"
            known.checked = known.submitted = passed

    def meet(self, case: Case, present: int = 13, choice: str = "for", how: str = "vote") -> None:
        """A meeting of the council on the case: amended or not, put off or put to the vote."""
        known = self.memory[case.reference]
        if self.tried(lambda: self._sit(case, present, choice, how)):
            assert known.checked
            assert how == "defer" or present >= HALF_OF_THE_COUNCIL
            known.carried = how != "defer" and choice == "for"

    def _sit(self, case: Case, present: int, choice: str, how: str) -> None:
        item = factories.listed_item(case, factories.called_meeting(self.day))
        members = factories.attend(item.meeting, present)
        open_meeting(self.by("office"), item.meeting.pk)
        factories.declare_none(item, members)
        if how == "defer":
            defer_item(self.by("office"), item.pk, "Next time.")
            return
        if how == "amend":
            amended = kinds_factories.named(f"{case.name_zh}（修正）", "範疇", case.authority.code)
            amend_case(self.by("office"), case.reference, [amended], "Clearer so.")
        factories.vote(item, {member.pk: choice for member in members})

    def pre_announce(self, case: Case, days: int = 7, who: str = "office") -> None:
        until = self.day + dt.timedelta(days=days)
        draft = Draft((case.reference,), self.a_number(), self.day, until)
        if self.tried(lambda: pre_announce(self.by(who), draft)):
            assert self.memory[case.reference].carried
            self.memory[case.reference].comments_until = until

    def comment(self, case: Case) -> None:
        draft = case.pre_announcements.first()
        if draft is not None and self.tried(lambda: comment(self.by("public"), draft.pk, "Too wide.")):
            self.memory[case.reference].unanswered += 1

    def answer(self, case: Case) -> None:
        waiting = Comment.objects.filter(pre_announcement__cases=case, disposition="").first()
        if waiting is not None and self.tried(
            lambda: dispose_comment(self.by("office"), waiting.pk, "noted", "Noted.")
        ):
            self.memory[case.reference].unanswered -= 1

    def withdraw(self, case: Case) -> None:
        self.tried(lambda: withdraw(self.by("agency-nstc"), case.reference, "Not yet."))

    def back_to_the_council(self, case: Case) -> None:
        if self.tried(lambda: return_to_council(self.by("office"), case.reference, "Again.")):
            self.memory[case.reference].carried = False
            self.memory[case.reference].comments_until = None

    def reopen(self, case: Case) -> None:
        if self.tried(lambda: reopen_case(self.by("agency-nstc"), case.reference, "Once more.")):
            new = Case.objects.get(follows=case)
            self.memory[new.reference].written = set(self.memory[case.reference].written)
            self.cases.append(new)

    def announce(self, chosen: Sequence[Case], who: str = "announcer") -> bool:
        notice = Notice(tuple(case.reference for case in chosen), self.a_number(), self.day, self.day)
        done = self.tried(lambda: announce(self.by(who), notice))
        if done:
            assert who == "announcer"
            for case in chosen:
                self._had_everything(self.memory[case.reference])
        return done

    def _had_everything(self, known: Memory) -> None:
        assert known.written >= COMPULSORY
        assert (known.panel, known.checked, known.carried) == (True, True, True)
        assert known.comments_until is not None
        assert known.comments_until < self.day
        assert known.unanswered == 0
