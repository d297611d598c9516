"""Who defines technologies and who keeps snapshots; what was counted anybody may read."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow, refusal_of
from coretech.kit.refusal import Refused, not_found
from coretech.law.access import Action


def allow_defining(by: Acting) -> None:
    """Require somebody who says what belongs to a technology (HTTP 403 otherwise)."""
    allow(by, Action.DEFINE_TECHNOLOGY)


def allow_keeping(by: Acting) -> None:
    """Require somebody who takes in snapshots (HTTP 403 otherwise)."""
    allow(by, Action.KEEP_SNAPSHOT)


def defines(by: Acting) -> bool:
    """Whether somebody says what belongs to a technology."""
    return refusal_of(allow_defining, by) is None


def keeps(by: Acting) -> bool:
    """Whether somebody takes in snapshots."""
    return refusal_of(allow_keeping, by) is None


def no_such_technology(code: str) -> Refused:
    """That no technology of this code is watched."""
    return not_found(
        f"沒有觀測「{code[:40]}」這項技術；請由列表選擇。",
        f"No technology “{code[:40]}” is watched; choose one from the list.",
    )
