"""Proof of an item: that an act of the log entered just this version of it."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.proving import Proof, proof_of
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.official import as_public
from coretech.apps.register.queries import history, in_effect_versions
from coretech.kit.refusal import Refused, not_found
from coretech.kit.sentence import Sentence

_DIFFER = Sentence(
    "紀錄上的內容與清單不同，無法證明；請執行 coretech register audit。",
    "The log does not say what the register says, so nothing can be proved; run coretech register audit.",
)


def item_proof(by: Acting, number: int, version: int | None = None) -> Proof:
    """The proof of one version of an item: by default of the one in force today, else of the newest.

    Raises:
        Refused: HTTP 404 where there is no such item or version; 409 where the log says otherwise than the register.
    """
    chosen = _chosen(by, number, version)
    item = as_public(chosen)
    return proof_of(_act_of(chosen, item), item, by.at)


def _chosen(by: Acting, number: int, version: int | None) -> ItemVersion:
    versions = history(number)
    if version is None:
        return in_effect_versions(versions, by.today) or versions[-1]
    found = next((each for each in versions if each.version == version), None)
    if found is None:
        raise not_found(f"第{number}項沒有第{version}版。", f"Item {number} has no version {version}.")
    return found


def _act_of(version: ItemVersion, item: dict[str, object]) -> Act:
    """The act that entered the version, which says of it what the register says."""
    named = {"items": [{"no": version.item.number, "version": version.version}]}
    act = Act.objects.filter(kind__startswith="register.", public__contains=named).first()
    if act is None or item not in act.public["items"]:
        raise Refused(_DIFFER)
    return act
