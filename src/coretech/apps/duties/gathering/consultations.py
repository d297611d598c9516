"""Consultations of stakeholders that are open and not answered (art. 4(1))."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.consulting import allow_consulting
from coretech.apps.cases.models import Case, Consultation
from coretech.apps.cases.queries import visible_cases
from coretech.apps.duties.deadline import OFFICE, Deadline, agency_owner
from coretech.apps.duties.gathering.cases import about
from coretech.apps.duties.kinds import What
from coretech.kit.sentence import Sentence


def consultations(by: Acting) -> Iterator[Deadline]:
    """How many in a case have not answered by each day, to those who may ask in it; nobody is named."""
    silent: dict[tuple[int, dt.date], list[Consultation]] = defaultdict(list)
    rows = Consultation.objects.filter(closed_at=None, answers=None, case__in=visible_cases(by))
    for each in rows.select_related("case__submitter", "case__authority", "asker"):
        silent[each.case_id, each.answer_by].append(each)
    for (_, day), asked in silent.items():
        if refusal_of(allow_consulting, by, asked[0].case) is None:
            yield _deadline(by, asked[0].case, day, asked)


def _deadline(by: Acting, case: Case, day: dt.date, asked: list[Consultation]) -> Deadline:
    asker, name, count = asked[0].asker, about(case), len(asked)
    return Deadline(
        what=What.CONSULTATION,
        owner=OFFICE if asker is None else agency_owner(asker, by.today),
        about=Sentence(f"{name.zh}，{count}位尚未回覆", f"{name.en}, {count} without an answer"),
        subject=f"{case.subject}/consultations/{day.isoformat()}",
        path=f"/cases/{case.reference}/consultations/",
        due_on=day,
    )
