"""Words and cells that the pages of evaluations share."""

from collections.abc import Iterable
from decimal import Decimal

from django.urls import reverse
from markupsafe import Markup

from coretech.apps.audit.acting import Acting
from coretech.apps.plans.models import Element
from coretech.apps.reports.evaluations.following import Followed
from coretech.apps.reports.evaluations.state_report import KINDS
from coretech.apps.reports.evaluations.states import STANDING_NAMES, STATE_NAMES, Standing, State
from coretech.apps.reports.models import Evaluation
from coretech.apps.reports.printed.printing import number
from coretech.kit.roc import OFFSET
from coretech.kit.sentence import Sentence
from coretech.web.plans.words import chinese
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Column, Tag
from coretech.web.shell.words import say, tr

STATE_COLOURS = {
    State.PREPARED: "grey",
    State.SCORING: "blue",
    State.COMPILED: "yellow",
    State.REPORTED: "green",
}
STANDING_COLOURS = {
    Standing.OPEN: "blue",
    Standing.UNDER_WAY: "blue",
    Standing.DONE: "yellow",
    Standing.ACCEPTED: "green",
    Standing.RETURNED: "red",
}
LATE = Tag(Sentence("逾期", "Late"), "red")
TOO_FEW = Tag(Sentence("委員過少", "Too few evaluators"), "yellow")
FINDINGS = (
    Column(Sentence("編號", "No.")),
    Column(Sentence("發現", "Finding")),
    Column(Sentence("措施", "Measure")),
    Column(Sentence("機關", "Agency")),
    Column(Sentence("期限", "Due")),
    Column(Sentence("情形", "How it stands")),
)


def state_tag(evaluation: Evaluation) -> Tag:
    """Where an evaluation stands."""
    state = State(evaluation.state)
    return Tag(STATE_NAMES[state], STATE_COLOURS[state])


def standing_tags(followed: Followed, by: Acting) -> list[Tag]:
    """Where a finding stands, and that it is late where it is; none for one that asks nobody."""
    if followed.finding.agency_id is None:
        return []
    standing = followed.standing
    late = [LATE] if followed.is_late(by.today) else []
    return [Tag(STANDING_NAMES[standing], STANDING_COLOURS[standing]), *late]


def title_of(evaluation: Evaluation) -> Sentence:
    """Mid-term or final, and the year it looks back from."""
    kind, year = KINDS[Evaluation.Kind(evaluation.kind)], evaluation.year
    return Sentence(f"{kind.zh}（截至民國{year}年）", f"{kind.en} to the end of {year + OFFSET} (ROC {year})")


def element_name(element: Element) -> Markup:
    """An element's number and title."""
    return chinese(f"{element.code} {element.title}".strip() or element.key)


def linked(words: str | Markup, page: str, *args: object) -> Markup:
    """Words that lead to a page."""
    return Markup('<a class="govuk-link" href="{}">{}</a>').format(reverse(page, args=args), words)


def tagged(tags: Iterable[Tag]) -> Markup:
    """Tags in a cell."""
    each = Markup('<strong class="govuk-tag govuk-tag--{}">{}</strong>')
    return Markup(" ").join(each.format(tag.colour, say(tag.words)) for tag in tags)


def per_cent(value: Decimal | None) -> str:
    """A score or share to two places."""
    return number(value)


def finding_row(by: Acting, followed: Followed, names: dict[str, Markup]) -> list[object]:
    """A finding as a line of a table; ``names`` are the elements by key."""
    finding = followed.finding
    agency = "–" if finding.agency is None else say(finding.agency.name_on(by.today))
    return [
        linked(tr(f"第{finding.number}項", f"No. {finding.number}"), "evaluation_finding", finding.pk),
        chinese(finding.text),
        names.get(finding.element_key) or tr("全案", "the whole plan"),
        agency,
        "–" if finding.due_on is None else both_dates(finding.due_on),
        tagged(standing_tags(followed, by)) or "–",
    ]


def trail(evaluation: Evaluation) -> list[tuple[str, str | None]]:
    """The way to an evaluation's own pages."""
    return [
        (tr("成果評估", "Evaluations"), reverse("evaluations")),
        (say(title_of(evaluation)), reverse("evaluation", args=[evaluation.pk])),
    ]
