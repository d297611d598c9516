"""Taking a plan over from its document: a new plan, or a new version of one; what was there stays."""

from django.db import DataError
from django.db.models import Model

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.plans.importing import GivenPlan, Imported, address_for, foreseen
from coretech.apps.plans.models import Plan, PlanVersion
from coretech.apps.plans.storing import Source, write_version
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action


def check(by: Acting) -> None:
    """Whether this person keeps plans."""
    allow(by, Action.IMPORT_PLAN)


def foresee(by: Acting, given: GivenPlan) -> Imported:
    """What the file would change; nothing is written."""
    check(by)
    return foreseen(given)


@operation
def import_plan(by: Acting, given: GivenPlan, seen: str) -> Act:
    """Write what the file says as the plan's next version; ``seen`` is the digest of the difference agreed to."""
    check(by)
    hold("plans")
    imported = foreseen(given)
    _require_agreed(imported, seen)
    plan, version, written = _written(by, imported)
    public = {
        "plan": plan.slug,
        "version": version.version,
        "title": version.title,
        "source_sha256": version.source_sha256,
        "content_sha256": version.content_sha256,
        "counts": {name: len(rows) for name, rows in imported.rows.of_all_kinds().items()},
    }
    return record(by, "plan.imported", f"plan/{plan.slug}", public=public, rows=written)


def _require_agreed(imported: Imported, seen: str) -> None:
    """Refuse a file that says what is stored, and one whose difference is not the one shown."""
    if imported.same:
        raise bad_input("file", "檔案與所存版本相同，沒有要匯入的。", "The file says what is stored.")
    if imported.digest != seen:
        raise wrong_state(
            "計畫在您檢視差異後已變動，請重新檢視差異。",
            "The plan has changed since you saw the difference; look at it again.",
        )


def _written(by: Acting, imported: Imported) -> tuple[Plan, PlanVersion, list[Model]]:
    """The plan, its new version, and every row that was written."""
    new: list[Model] = []
    plan = imported.plan
    if plan is None:
        plan = Plan.objects.create(slug=address_for(imported.rows), kind=imported.rows.kind)
        new.append(plan)
    source = Source(imported.given.name, imported.given.sha256)
    try:
        version, rows = write_version(plan, imported.rows, source, by.at)
    except DataError:
        raise bad_input(
            "file",
            "檔案含有資料庫無法存放的數字或字元；請檢查檔案。",
            "The file holds numbers or characters the database cannot keep; check it.",
        ) from None
    return plan, version, [*new, *rows]
