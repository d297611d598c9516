"""The levels of secrecy as they are set on what belongs to a case."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow
from coretech.apps.cases.grants import give_leave, has_leave
from coretech.apps.cases.models import Case
from coretech.kit.refusal import Refused, bad_input, not_found
from coretech.kit.sentence import Sentence
from coretech.law.access import Action, Matter, Secrecy

LONGEST_REASON = 300

LEVEL_HINTS = {
    Secrecy.OPEN: Sentence(
        "得知悉本案且職務上得閱覽提報資料者皆可閱覽。", "Whoever may know of the case and read dossiers."
    ),
    Secrecy.INTERNAL: Sentence(
        "已簽保密協議並經指名於本案者。", "Those named to the case who have signed the agreement."
    ),
    Secrecy.CONFIDENTIAL: Sentence(
        "另須已申報利益關係且無須迴避（預設）。",
        "They must also have declared, and not be recused. The default.",
    ),
    Secrecy.SECRET: Sentence(
        "另須經逐人核准。設定者本人得繼續閱覽。",
        "They must also have leave by name. Whoever sets the level keeps reading.",
    ),
}


def level_named(value: str) -> Secrecy:
    """The level of that name (HTTP 422 where there is none)."""
    if value not in set(Secrecy):
        raise bad_input("level", "請由所列等級中選擇。", "Choose a level from the list.")
    return Secrecy(value)


def require_power_over_secrecy(by: Acting, case: Case) -> None:
    """Refuse (HTTP 403) whoever is not of the Office or of the case's agencies, or has not signed."""
    matter = Matter(agencies=case.agencies, secrecy=Secrecy.CONFIDENTIAL, named=True, declared=True)
    allow(by, Action.GRANT_ACCESS, matter)


def require_leave(by: Acting, case: Case, level: Secrecy) -> None:
    """Refuse (HTTP 403) whoever handles what is secret without leave to read it."""
    if level is Secrecy.SECRET and not has_leave(by, case):
        raise Refused(_NO_LEAVE, status=403)


def keep_leave(by: Acting, case: Case, why: str) -> None:
    """Before something is made secret: whoever makes the first thing secret in a case keeps leave to read it.

    From then on only people with leave make more secret, or somebody could take leave of what is secret already by
    making something else so.
    """
    if (
        case.parts.filter(level=Secrecy.SECRET.value).exists()
        or case.attachments.filter(level=Secrecy.SECRET.value).exists()
    ):
        require_leave(by, case, Secrecy.SECRET)
    elif by.person_id is not None:
        give_leave(by, case, by.person_id, why)


def reason(why: str) -> str:
    """The reason of a step that has to have one (HTTP 422 without)."""
    words = " ".join(why.split())
    if not words or len(words) > LONGEST_REASON:
        raise bad_input(
            "why",
            f"請寫明理由（至多{LONGEST_REASON}字）。",
            f"Give a reason of at most {LONGEST_REASON} characters.",
        )
    return words


def no_such_attachment() -> Refused:
    """The refusal for an attachment that is not there, or not for this reader."""
    return not_found(
        "沒有這個附件，或您無權閱覽。", "There is no such attachment, or it is not yours to see."
    )


_NO_LEAVE = Sentence(
    "這項內容屬機密，您未經核准閱覽；請由已獲准閱覽的人辦理，或請他人核准您閱覽。",
    "This is secret, and you have no leave to read it. Let somebody who has do this, or ask another for leave.",
)
