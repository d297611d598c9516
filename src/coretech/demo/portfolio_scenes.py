"""A small portfolio of made-up projects, as the NSTC's officer works on it: screened, and judged half-way."""

import csv
import io

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.inventory.finds.comparing import project_of
from coretech.apps.inventory.models import Find, FindJudgement, Portfolio
from coretech.apps.inventory.operations.judge_find import Judged, judge_find
from coretech.apps.inventory.operations.screen_portfolio import screen_portfolio
from coretech.apps.inventory.operations.take_portfolio import take_portfolio
from coretech.apps.inventory.operations.upload_portfolio import Upload, upload_portfolio
from coretech.demo.people import FIRST_DAY
from coretech.demo.scene import Came, Scene
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

OFFICER, AGENCY = "agency-nstc", "nstc"
TITLE = "113年度補助計畫（示範資料）"
COLUMNS = {"id": "計畫編號", "title": "計畫名稱", "abstract": "摘要", "year": "年度"}
PROJECTS = (
    ("D-01", "立方衛星姿態控制與地面操控系統", "發展衛星操控所需的姿態估測、指令上行與異常復原。"),
    ("D-02", "後量子密碼演算法在智慧卡上的實作", "研究後量子密碼保護技術及其抗旁通道的硬體。"),
    ("D-03", "合成孔徑雷達的主動式相位陣列天線", "設計太空規格的收發模組與波束控制。"),
    ("D-04", "網路主動防禦與誘捕環境", "以誘捕節點觀察入侵行為，自動更新防禦規則。"),
    ("D-05", "食用菇菌種的液體培養", "改良菌種繁養殖的溶氧與攪拌條件。"),
    ("D-06", "衝壓引擎燃燒室的流場量測", "以雷射量測超音速燃燒的混合與點火。"),
    ("D-07", "晶片安全的實體不可複製函數", "以製程變異產生金鑰，防止晶片遭仿製。"),
    ("D-08", "光學遙測酬載的熱變形補償", "太空規格光學酬載系統的結構與熱控。"),
    ("D-09", "國小學生閱讀動機的縱貫研究", "以問卷追蹤三年。"),
    ("D-10", "清代臺灣土地契約文書的整理", "數位化並建置索引。"),
    ("D-11", "都市老人步行環境的評估", "訪談與實地觀察。"),
    ("D-12", "離岸風場鳥類活動的調查", "以雷達與目視記錄候鳥路徑。"),
)
"""Made up for the demonstration; none is a project of anybody."""

_WITHIN = frozenset({"D-01", "D-02", "D-03", "D-05"})
_LEFT = 2


def _screen(by: Acting) -> Came:
    """Uploaded, its columns named, and screened at once."""
    uploaded = upload_portfolio(by, AGENCY, Upload(TITLE, "projects.csv", _file()))
    key = int(uploaded.subject.split("/")[1])
    return Came([uploaded, take_portfolio(by, key, COLUMNS), screen_portfolio(by, key)])


def _file() -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows([tuple(COLUMNS.values()), *((*each, "113") for each in PROJECTS)])
    return text.getvalue().encode()


def _judge(by: Acting) -> Came:
    """What is above the threshold, the best first, but for the last few; those wait for a visitor."""
    portfolio = Portfolio.objects.get(title=TITLE)
    above = portfolio.finds.filter(score__gte=portfolio.threshold).order_by("-score", "pk")
    return Came([_judged(by, find) for find in list(above)[:-_LEFT]])


def _judged(by: Acting, find: Find) -> Act:
    if project_of(find).id in _WITHIN:
        return judge_find(by, find.pk, Judged(FindJudgement.Verdict.ACCEPTED))
    aside = Judged(FindJudgement.Verdict.SET_ASIDE, reason=FindJudgement.Reason.OTHER_FIELD)
    return judge_find(by, find.pk, aside)


SCENES = (
    Scene(
        Sentence("國科會上傳並比對一批示範計畫", "The NSTC uploads made-up projects and screens them"),
        OFFICER,
        Action.SCREEN_PORTFOLIO,
        lambda: FIRST_DAY,
        lambda: Portfolio.objects.filter(title=TITLE).exists(),
        _screen,
    ),
    Scene(
        Sentence("承辦人判斷其中一部分", "Its officer judges some of them"),
        OFFICER,
        Action.JUDGE_FIND,
        lambda: FIRST_DAY,
        lambda: FindJudgement.objects.filter(find__portfolio__title=TITLE).exists(),
        _judge,
    ),
)
