"""What is told of an evaluation: how far it is, and its means once they are told."""

from collections.abc import Iterator

from coretech.apps.audit.acting import Acting
from coretech.apps.reports.cycle.steering import controls
from coretech.apps.reports.evaluations.access import TOLD, evaluator_of, is_asked
from coretech.apps.reports.evaluations.compiling import compiled_of
from coretech.apps.reports.evaluations.following import Followed, findings_of
from coretech.apps.reports.evaluations.scoring import places_of
from coretech.apps.reports.evaluations.states import STATE_NAMES, State
from coretech.apps.reports.models import Evaluation
from coretech.apps.reports.printed.printing import number
from coretech.cli.installation.told import table
from coretech.kit.sentence import Sentence


def data_of(found: Evaluation) -> dict[str, object]:
    """An evaluation as programs read it."""
    return {
        "id": found.pk,
        "plan": found.plan.slug,
        "version": found.version.version,
        "kind": found.kind,
        "year": found.year,
        "due_on": found.due_on.isoformat(),
        "state": found.state,
        "document_no": found.document_no,
    }


def lines_of(by: Acting, found: Evaluation, language: str) -> Iterator[str]:
    """How it stands: evaluators for the controller, means for whoever may read them."""
    yield f"{found.pk}  {found.plan.slug}  {STATE_NAMES[State(found.state)].say(language)}"
    if controls(by, found.plan):
        yield from table(
            [
                (each.evaluator.person.name.say(language), f"{each.scored}/{each.open}")
                for each in places_of(found, by.today)
            ]
        )
    if State(found.state) in TOLD and reads(by, found):
        compiled = compiled_of(found)
        mean = number(compiled.mean)
        yield Sentence(f"總平均{mean}", f"mean of all {mean}").say(language)
        yield from table(
            [
                (
                    line.element.key,
                    number(line.scored.total.mean),
                    line.scored.total.count,
                    line.element.title,
                )
                for line in compiled.lines
            ]
        )


def reads(by: Acting, found: Evaluation) -> bool:
    """Whether the compiled scores open to this reader."""
    return found.state == State.REPORTED or controls(by, found.plan) or evaluator_of(by, found) is not None


def visible_findings(by: Acting, found: Evaluation) -> list[Followed]:
    """The findings this reader may know of."""
    everything = reads(by, found)
    return [each for each in findings_of(found) if everything or is_asked(by, [each.finding])]


def finding_data(each: Followed) -> dict[str, object]:
    """A finding as programs read it."""
    finding = each.finding
    return {
        "id": finding.pk,
        "number": finding.number,
        "element": finding.element_key,
        "agency": None if finding.agency is None else finding.agency.code,
        "due_on": None if finding.due_on is None else finding.due_on.isoformat(),
        "standing": each.standing.value,
        "text": finding.text,
        "recommendation": finding.recommendation,
    }
