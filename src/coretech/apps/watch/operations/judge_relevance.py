"""Saying whether works that a definition found are about the technology."""

from collections.abc import Mapping

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.watch.access import allow_defining
from coretech.apps.watch.counts.precision import sampled
from coretech.apps.watch.models import Relevance
from coretech.apps.watch.queries import find_technology
from coretech.kit.refusal import bad_input, wrong_state


def check(by: Acting) -> None:
    """Whether this person says what belongs to a technology."""
    allow_defining(by)


@operation
def judge_relevance(by: Acting, code: str, answers: Mapping[str, str]) -> Act:
    """Keep answers by work; works outside of the sample are refused, since the sample is what makes it a measure."""
    check(by)
    technology = find_technology(code)
    counted = sampled(technology)
    if counted is None:
        raise wrong_state("還沒有可判斷的樣本。", "There is no sample to judge yet.")
    drawn = {row[0] for row in counted.sample}
    if not answers or not answers.keys() <= drawn or not set(answers.values()) <= set(Relevance.Answer):
        raise bad_input(
            "answers", "請至少判斷樣本中的一篇。", "Judge at least one work, and only works of the sample."
        )
    rows = [
        Relevance.objects.create(
            definition=counted.definition, work=work, answer=answer, by_id=by.person_id, at=by.at
        )
        for work, answer in answers.items()
    ]
    public = {"code": code, "number": counted.definition.number, "judged": len(rows)}
    return record(by, "watch.judged", technology.subject, public=public, rows=rows)
