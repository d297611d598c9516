"""Publishing a new version of the non-disclosure agreement (art. 11)."""

import datetime as dt
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.bodies.bundled import digest_of
from coretech.apps.bodies.models import AgreementText
from coretech.apps.bodies.operations.sign_agreement import current_text
from coretech.apps.bodies.signatures import accounts_that_signed
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

LONGEST_TEXT, LONGEST_WHY = 20_000, 300
_SIGN_ANEW = Sentence(
    "保密協議有新版本，請重新簽署", "The non-disclosure agreement has changed: please sign again"
)


@dataclass(frozen=True, slots=True)
class NewText:
    """The text in both languages, why it changes, and from which day older signatures no longer suffice, if any."""

    zh: str
    en: str
    why: str
    supersedes_on: dt.date | None = None


def check(by: Acting) -> None:
    """Whether this person may publish a text."""
    allow(by, Action.PUBLISH_AGREEMENT)


@operation
def publish_agreement_text(by: Acting, given: NewText) -> Act:
    """Put the next version in force; where it supersedes, everybody who signed is asked again."""
    check(by)
    hold("agreement-text")
    zh, en = _text("zh", given.zh), _text("en", given.en)
    before = current_text()
    if (zh, en) == (before.zh, before.en):
        raise bad_input("zh", "文字與現行版本相同。", "The text is the same as the one in force.")
    if not 0 < len(given.why.strip()) <= LONGEST_WHY:
        raise bad_input(
            "why", "請說明修正理由（300字以內）。", "Say why it changes, in 300 characters at most."
        )
    if given.supersedes_on is not None and given.supersedes_on < by.today:
        raise bad_input("supersedes_on", "日期不得早於今日。", "The day cannot lie in the past.")
    text = AgreementText.objects.create(
        version=before.version + 1,
        zh=zh,
        en=en,
        digest=digest_of(zh, en),
        supersedes_on=given.supersedes_on,
        why=given.why.strip(),
    )
    supersedes = None if text.supersedes_on is None else text.supersedes_on.isoformat()
    act = record(
        by,
        "agreement.published",
        f"agreement-text/{text.version}",
        public={"text_version": text.version, "text_sha256": text.digest, "supersedes_on": supersedes},
        rows=[text],
        why=text.why,
    )
    if supersedes:
        notify(act, accounts_that_signed(), _SIGN_ANEW, "/agreement/")
    return act


def _text(field: str, words: str) -> str:
    """One language of the text, lines as a browser sends them made plain."""
    plain = words.replace("\r\n", "\n").strip()
    if not plain:
        raise _missing(field)
    if len(plain) > LONGEST_TEXT:
        raise bad_input(field, "全文最多20000字。", "The text may have 20,000 characters at most.")
    return plain


def _missing(field: str) -> Refused:
    return bad_input(field, "請填寫中文與英文全文。", "Give the text in both languages.")
