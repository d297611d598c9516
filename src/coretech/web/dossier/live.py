"""What stands beside a form while it is written: whether the draft is kept, what is missing, what the law says."""

from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.choices import HARMS, LIMBS
from coretech.apps.cases.content import Content, Definition
from coretech.apps.cases.content_check import claims, warnings
from coretech.apps.cases.drafts import Draft
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.dossier import definition
from coretech.law.ruling import Ruling
from coretech.web.dossier.offering import files_beside
from coretech.web.dossier.opening import Opened


@dataclass(frozen=True, slots=True)
class Live:
    """``draft`` is what is kept, ``trouble`` why it was not; ``ruling`` answers to the definition alone."""

    stamp: str
    draft: Draft | None
    trouble: Sentence | None
    warnings: tuple[Sentence, ...]
    ruling: Ruling | None


def live_of(
    part: Opened,
    content: Content,
    draft: Draft | None,
    *,
    stamp: str | None = None,
    trouble: Refused | None = None,
) -> Live:
    """What to say of the answers as they are now; ``stamp`` is that of a draft which could not be replaced."""
    files = files_beside(part)
    return Live(
        stamp=stamp if stamp is not None else draft.stamp if draft else "",
        draft=draft,
        trouble=None if trouble is None else trouble.sentence,
        warnings=(*warnings(content), *(() if files is None else files.notices(content))),
        ruling=_ruling(part.by, content) if isinstance(content, Definition) else None,
    )


def _ruling(by: Acting, content: Definition) -> Ruling:
    grounds = claims(content)
    facts = definition.Facts(
        harms=frozenset(HARMS[each] for each in grounds if each in HARMS),
        limbs=frozenset(LIMBS[each] for each in grounds if each in LIMBS),
    )
    return definition.rule(facts, by.today)
