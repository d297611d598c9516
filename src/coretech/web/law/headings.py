"""What each article is about, in our own words; the regulation itself gives its articles no titles."""

from coretech.kit.sentence import Sentence

REGULATION = Sentence(
    "國家核心關鍵技術認定辦法", "Regulations for Determining National Core Key Technologies"
)

HEADINGS = {
    "1": Sentence("依據", "Legal ground"),
    "2": Sentence("審議會的任務", "What the council is for"),
    "3": Sentence("審議會的委員", "The council's members"),
    "4": Sentence("關鍵技術辦公室與諮詢委員", "The Office and its advisers"),
    "5": Sentence("審議會的會議", "The council's meetings"),
    "6": Sentence("公告", "Announcement"),
    "7": Sentence("提報與資料", "Submission and dossier"),
    "8": Sentence("專家審查會", "Expert panels"),
    "9": Sentence("盤點", "Inventory"),
    "10": Sentence("每年檢討與變更", "Yearly review and changes"),
    "11": Sentence("保密", "Confidentiality"),
    "12": Sentence("迴避", "Recusal"),
    "13": Sentence("經費", "Budget"),
    "14": Sentence("施行", "Entry into force"),
    "NSA 3": Sentence("定義", "The definition"),
}
"""By article; a statute other than the regulation is named in front."""
