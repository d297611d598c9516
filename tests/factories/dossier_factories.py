"""Parts of a dossier for tests: filled-in forms as content, and as a browser sends them."""

from coretech.apps.cases.content import Content
from coretech.apps.cases.content_json import from_json
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations.write_part import write_part
from tests import factories

OFFICER = "agency-nstc"
CHARACTERISTICS: dict[str, object] = {
    "distinctive": "解析度高於他國。",
    "parameters": [{"name": "解析度", "comparator": "le", "value": "０.５", "unit": "公尺"}, {}],
}
DEFINITION: dict[str, object] = {
    "national_security": {
        "claimed": True,
        "argument": "偵察衛星靠它。",
        "evidence": [
            {"what": "白皮書", "source": "國防部", "date": "114.1.2", "link": "https://example.org/a"}
        ],
    },
    "defence": {"claimed": True},
    "leading_technology": {"claimed": True, "argument": "領先。"},
}


def content(name: str, kept: dict[str, object]) -> Content:
    """A part's form from JSON."""
    return from_json(name, kept)


def draft() -> Case:
    """A case with an empty dossier."""
    return factories.draft_case(factories.renaming())


def write(case: Case, name: str, kept: dict[str, object], username: str = OFFICER, **more: object) -> None:
    """Write a part's form."""
    write_part(factories.acting(username), case.reference, name, content=content(name, kept), **more)  # type: ignore[arg-type]  # options as each test needs them


def address(case: Case, name: str, more: str = "") -> str:
    """The page of a part."""
    return f"/cases/{case.reference}/dossier/{name}/{more}"
