"""Cases with a structured dossier, and the files their forms come back as."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Mapping

from coretech.apps.cases.content import (
    Characteristics,
    Claim,
    Content,
    Definition,
    Description,
    Evidence,
    Functions,
    OtherReferences,
    Parameter,
    Reference,
    StakeholderViews,
    View,
)
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations.check_submission import check_submission
from coretech.apps.cases.operations.review_by_panel import Review, review_by_panel
from coretech.apps.cases.operations.submit import submit
from coretech.apps.cases.operations.write_part import write_part
from coretech.apps.documents.form.made import form_of
from coretech.engines.documents.model import Document, Heading
from coretech.engines.documents.odt import to_odt
from coretech.kit.clock import TAIPEI
from tests import factories

WRITER = "agency-nstc"
WHAT = "以動量輪與星象儀控制衛星姿態，指向誤差小於0.01度。"
OPINION = "同意提報；請補充國內供應鏈資料。"
DOSSIER: Mapping[str, Content] = {
    "description": Description(
        what=WHAT,
        state_of_the_art="國內由國家太空中心發展，已於福爾摩沙衛星八號驗證。",
        readiness="7",
    ),
    "characteristics": Characteristics(
        distinctive="指向精度較既有商用系統高一個量級。",
        parameters=(
            Parameter("指向誤差", "le", "0.01", "度"),
            Parameter("姿態穩定度", "le", "0.001", "度/秒"),
        ),
    ),
    "functions": Functions(does="使衛星穩定指向地面目標。", used_in="遙測衛星、通訊衛星。"),
    "definition": Definition(
        national_security=Claim(
            claimed=True,
            argument="外國取得後將削弱我國遙測能力。",
            evidence=(Evidence("評估報告", "國家太空中心", "2025-05-01"),),
        ),
        defence=Claim(claimed=True, argument="國防遙測所需。"),
    ),
    "stakeholder_views": StakeholderViews(
        views=(
            View(
                "industry",
                "業務主管",
                "示範公司",
                "支持納管，請保留合作彈性。",
                "internal",
                "訪談",
                "2025-04-10",
            ),
        ),
        answer="將於範疇中排除一般商用元件。",
    ),
    "other_references": OtherReferences(
        references=(Reference("foreign_list", "列入他國出口管制清單", year="2024", source="公開清單"),)
    ),
}


def drafted_case() -> Case:
    """A case whose dossier is written as forms."""
    case = factories.draft_case(factories.addition())
    for name, content in DOSSIER.items():
        write_part(factories.acting(WRITER), case.reference, name, content=content)
    return case


def checked_case() -> Case:
    """The same, after panel and Office."""
    case = drafted_case()
    day = factories.DAY
    review = Review(day, 9, 8, OPINION, conditions="一年內補充資料。")
    review_by_panel(factories.acting(WRITER), case.reference, review)
    submit(factories.acting(WRITER), case.reference)
    check_submission(factories.acting("office"), case.reference, passed=True, note="資料齊備，符合定義。")
    case.refresh_from_db()
    return case


def filled_form(case: Case, *changes: tuple[str, str], username: str = WRITER) -> bytes:
    """The case's form as it came back, with words in its XML replaced."""
    return changed(to_odt(form_of(factories.acting(username), case)), *changes)


def changed(odt: bytes, *changes: tuple[str, str]) -> bytes:
    """An ODT with words of its content replaced; each must be there."""

    def replaced(xml: str) -> str:
        for old, new in changes:
            assert old in xml, old
            xml = xml.replace(old, new)
        return xml

    return rewritten(odt, replaced)


def rewritten(odt: bytes, change: Callable[[str], str]) -> bytes:
    """An ODT whose content was changed."""
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(odt)) as before, zipfile.ZipFile(whole, "w") as after:
        for entry in before.infolist():
            data = before.read(entry)
            if entry.filename == "content.xml":
                data = change(data.decode()).encode()
            after.writestr(entry, data)
    return whole.getvalue()


def template(header: str) -> bytes:
    """An office's own template: these words stand at the head of its pages."""
    at = dt.datetime(2025, 6, 2, tzinfo=TAIPEI)
    return to_odt(Document("範本", "zh-Hant-TW", (Heading(1, "範本"),), at, kind=header))
