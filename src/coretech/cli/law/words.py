"""The law's lists as text for a terminal, in one language."""

from coretech.kit.sentence import Sentence
from coretech.law.describe import Described, Fact
from coretech.law.duties import Duty, Status
from coretech.law.explain import Explained
from coretech.law.provisions import Provision
from coretech.law.ruling import Level

STATUS = {
    Status.MET: Sentence("已履行", "met"),
    Status.DUE: Sentence("待履行", "due"),
    Status.MISSED: Sentence("逾期", "missed"),
}
DEFAULT = Sentence("採", "default")
BECAUSE = Sentence("理由", "because")
OTHER = Sentence("另說", "reading")
ONLY_EXPLAINED = Sentence("（見說明欄）", " (explanation)")


def question_text(described: Described, language: str) -> str:
    """A question, its articles and the facts it takes."""
    question = described.question
    head = f"{question.id}  [{', '.join(question.articles)}]  {question.title.say(language)}"
    return "\n".join([head, *(f"    {_fact(fact, language)}" for fact in described.facts)])


def _fact(fact: Fact, language: str) -> str:
    kind = ", ".join(str(value) for value in fact.allowed) or fact.kind.say(language)
    if fact.many:
        kind = f"[{kind}]"
    if fact.nullable:
        kind += ", null"
    default = "" if fact.required else f" = {_plain(fact.default)}"
    return f"{fact.name} ({kind}){default}  {fact.says.say(language)}"


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else "null" if value is None else str(value)


def explain_text(explained: Explained, language: str) -> str:
    """The paragraphs, the questions with their readings, and the figures in force."""
    lines = [_provision(each, language) for each in explained.provisions]
    for described in explained.questions:
        lines += ["", question_text(described, language), *_readings(described, language)]
    if explained.figures:
        lines.append("")
    for figure in explained.figures:
        lines.append(
            f"{figure.article}  {figure.says.say(language)}: {figure.on(explained.as_of)}  [{figure.name}]"
        )
    return "\n".join(lines)


def _provision(provision: Provision, language: str) -> str:
    mark = ONLY_EXPLAINED.say(language) if provision.level is Level.EXPLANATION else ""
    return f"{provision.number}{mark}  {provision.holder.say(language)}: {provision.says.say(language)}"


def _readings(described: Described, language: str) -> list[str]:
    question = described.question
    lines = [f"    {DEFAULT.say(language)}: {question.in_force.say(language)}"]
    if question.because is not None:
        lines.append(f"    {BECAUSE.say(language)}: {question.because.say(language)}")
    lines += [
        f"    {OTHER.say(language)} {name}: {words.say(language)}"
        for name, words in question.readings.items()
    ]
    return lines


def duty_text(duty: Duty, language: str) -> str:
    """A duty on one line: how it stands, whose, what, until when, by which article, why."""
    until = f"  ≤ {duty.due_on.isoformat()}" if duty.due_on else ""
    return (
        f"{STATUS[duty.status].say(language)}  {duty.holder}  {duty.title.say(language)}{until}  "
        f"[{duty.ruling.cited}]  {duty.ruling.reason.say(language)}"
    )
