"""Making what tests of plans need: a small invented document of each kind, and plans taken over from them."""

import json
from random import Random

from coretech.apps.plans.bundled import bundled
from coretech.apps.plans.importing import GivenPlan
from coretech.apps.plans.models import Plan
from coretech.apps.plans.operations.import_plan import foresee, import_plan
from coretech.readers.plan_files.contract import as_json
from coretech.readers.plan_files.putting_together import said_by
from tests import factories
from tests.programme_printer import Aim, Made, Print, Work, printed

YEARS = (111, 112)
FILES = ("six_core_programme.json", "science_and_technology_plan.json", "ministry_annual_plan.json")
CORRECTED = "完成系統整合並上線"


def measure(first: str = "建置共用平台及資料庫", until: str = "2022-12") -> Made:
    """A measure with two work items and one target."""
    month = int(until[5:])
    works = (
        Work("1.1.1", first, f"111/1~111/{month}", "2022-01", until, ("經濟部",), ("科技部",)),
        Work("1.1.2", "辦理示範應用並推廣", "112/1~112/12", "2023-01", "2023-12", ("交通部",), ()),
    )
    aim = Aim("1.1.1", "全程輔導業者 30 家", {"111": "輔導業者 10 家", "112": "輔導業者 20 家"})
    return Made("1-1", "示範平台", ("經濟部",), {"1": "建立示範平台"}, {"1.1": "共用平台"}, works, (aim,))


def programme(*measures: Made) -> bytes:
    """A programme of two years and one industry, as its publisher prints it."""
    how = Print(Random(1))  # noqa: S311 - nothing here is secret
    return printed(list(measures) or [measure()], ["示範產業"], YEARS, how).encode()


def corrected() -> bytes:
    """The same programme with one work item written otherwise and a line more above it."""
    return programme(measure(CORRECTED)).replace("## 一、".encode(), "更正本。\n## 一、".encode(), 1)


def facts(name: str) -> bytes:
    """The facts in one of the bundled files, as the JSON that goes out and comes in."""
    rows, _ = bundled(name)
    return json.dumps(as_json(said_by(rows)), ensure_ascii=False).encode()


def taken_over(raw: bytes, name: str = "plan.txt", slug: str = "") -> Plan:
    """A file taken over by the Office."""
    by, given = factories.acting("office"), GivenPlan(name, raw, slug=slug)
    seen = foresee(by, given)
    import_plan(by, given, seen.digest)
    return seen.plan or Plan.objects.latest("pk")
