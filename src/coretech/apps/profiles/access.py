"""Who keeps a profile: officers of its authority; what is published anybody may read."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.profiles.models import Profile
from coretech.kit.refusal import Refused, not_found
from coretech.law.access import Action, Matter


def allow_keeping(by: Acting, agency: str) -> None:
    """Require an officer of an agency (HTTP 403 otherwise)."""
    allow(by, Action.KEEP_PROFILE, Matter(agencies=frozenset({agency})))


def allow_beginning(by: Acting) -> None:
    """Require an officer of any agency (HTTP 403 otherwise)."""
    allow(by, Action.KEEP_PROFILE, Matter(agencies=by.standing.agencies))


def keeps(by: Acting, profile: Profile) -> bool:
    """Whether somebody keeps a profile."""
    return refusal_of(allow_keeping, by, profile.authority.code) is None


def no_such_profile(slug: str) -> Refused:
    """That there is no profile at this address, or none for this reader."""
    return not_found(
        f"沒有「{slug[:40]}」這份技術特徵；請由清單選擇。",
        f"There is no technology profile “{slug[:40]}”; choose one from the list.",
    )
