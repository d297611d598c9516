"""What has been corrected of an item: what was recorded first, what stands in its place, why, and by which act."""

from collections.abc import Iterable
from dataclasses import dataclass

from coretech.apps.audit.models import Act
from coretech.apps.audit.queries import acts_of
from coretech.apps.register.correcting import TEXTS, Corrected
from coretech.apps.register.models import ItemVersion

FIELDS = (*TEXTS, "damaged", "sector", "authority", "valid_from")


@dataclass(frozen=True, slots=True)
class Rectified:
    """A correction on record: the version that was wrong, the one in its place, and what is different."""

    wrong: ItemVersion
    right: ItemVersion
    changed: tuple[Corrected, ...]
    act: Act | None


def rectified(versions: Iterable[ItemVersion]) -> list[Rectified]:
    """The corrections among the versions of an item, in the order they were made."""
    given = list(versions)
    by_id = {each.pk: each for each in given}
    right = [each for each in given if each.corrects_id in by_id]
    if not right:
        return []
    acts = {
        int(act.public["items"][0]["version"]): act
        for act in acts_of(f"register-item/{right[0].item.number}").filter(kind="register.entry_corrected")
    }
    return [
        Rectified(
            by_id[each.corrects_id or 0],
            each,
            differences(by_id[each.corrects_id or 0], each),
            acts.get(each.version),
        )
        for each in right
    ]


def differences(wrong: ItemVersion, right: ItemVersion) -> tuple[Corrected, ...]:
    """What one version says otherwise than another, field by field."""
    pairs = [Corrected(name, getattr(wrong, name), getattr(right, name)) for name in FIELDS]
    return tuple(pair for pair in pairs if pair.before != pair.after)
