"""What is asked about a technology: checked, kept, and what is secret of it sealed."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.people.models import Agency
from coretech.apps.register.models import RegisterItem
from coretech.apps.register.queries import in_force
from coretech.apps.scope.keeping import place_of_text, sealed
from coretech.apps.scope.models import AskedTechnology, Question, SealedText
from coretech.kit.refusal import bad_input

MOST_TECHNOLOGIES = 6
LONGEST_NAME = 200
LONGEST_DESCRIPTION = 5000
LONGEST_FIGURES = 2000
LONGEST_SECRET = 50_000
SECRET_TITLE = "說明（機密） / description (secret)"  # noqa: S105 - a title, not a secret


@dataclass(frozen=True, slots=True)
class AskedOf:
    """One technology: open words, figures, the numbers of the items it may fall under, and what is secret of it."""

    name: str
    description: str
    figures: str = ""
    items: tuple[int, ...] = ()
    secret: str = ""


def refuse_bad_technologies(asked: Sequence[AskedOf], day: dt.date) -> None:
    """Refuse none, more than six, words that are missing or too long, and items that are not listed (HTTP 422)."""
    if not 0 < len(asked) <= MOST_TECHNOLOGIES:
        raise bad_input(
            "technologies",
            f"一件詢問可列1至{MOST_TECHNOLOGIES}項技術，這件有{len(asked)}項；多的請另送一件。",
            f"A question names one to {MOST_TECHNOLOGIES} technologies, this one {len(asked)}; "
            "ask about the others in another.",
        )
    listed = {version.item.number for version in in_force(day)}
    for each in asked:
        _refuse_words(each)
        if unknown := sorted(set(each.items) - listed):
            raise bad_input(
                "items", f"第{unknown[0]}項不在現行清單上。", f"Item {unknown[0]} is not on the list today."
            )


def authorities_of(numbers: Sequence[int], day: dt.date) -> list[Agency]:
    """The authorities of the items named, each once, by the number of their first item."""
    versions = [version for version in in_force(day) if version.item.number in numbers]
    return list({version.authority_id: version.authority for version in versions}.values())


def keep_technology(by: Acting, question: Question, place: int, asked: AskedOf) -> SealedText | None:
    """Write one technology in its place; gives back what of it was sealed."""
    technology = AskedTechnology.objects.create(
        question=question,
        place=place,
        name=asked.name.strip(),
        description=asked.description.strip(),
        figures=asked.figures.strip(),
    )
    technology.items.set(RegisterItem.objects.filter(number__in=asked.items))
    if not asked.secret.strip():
        return None
    return keep_secret(by, question, SECRET_TITLE, asked.secret, technology)


def keep_secret(
    by: Acting, question: Question, title: str, text: str, technology: AskedTechnology | None = None
) -> SealedText:
    """Seal a secret of the asker into the question."""
    key = None if technology is None else technology.pk
    return SealedText.objects.create(
        question=question,
        technology=technology,
        title=title,
        characters=len(text.strip()),
        sealed=sealed(question, text.strip(), *place_of_text(key, title)),
        handed_in_at=by.at,
    )


def _refuse_words(asked: AskedOf) -> None:
    if not 0 < len(asked.name.strip()) <= LONGEST_NAME:
        raise bad_input(
            "name",
            f"請填寫技術名稱（{LONGEST_NAME}字以內）。",
            f"Name the technology, in {LONGEST_NAME} characters at most.",
        )
    if not 0 < len(asked.description.strip()) <= LONGEST_DESCRIPTION:
        raise bad_input(
            "description",
            f"請說明技術（{LONGEST_DESCRIPTION}字以內）；較長或機密的內容請放在加密欄位。",
            f"Describe the technology, in {LONGEST_DESCRIPTION} characters at most; "
            "put what is longer or secret into the sealed field.",
        )
    for field, text, longest in (
        ("figures", asked.figures, LONGEST_FIGURES),
        ("secret", asked.secret, LONGEST_SECRET),
    ):
        if len(text) > longest:
            raise bad_input(
                field,
                f"請在{longest}字以內，目前有{len(text)}字。",
                f"At most {longest} characters; there are {len(text)}.",
            )
