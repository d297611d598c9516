"""Our own terms of the graph, where no public vocabulary has a word; the page of the open data shows them."""

from collections.abc import Mapping

from coretech.kit.sentence import Sentence

OWN_TERMS: Mapping[str, Sentence] = {
    "Version": Sentence("一項的一個版次", "one version of an item"),
    "asOf": Sentence("哪一天的清單；沒有時為全部版次", "the list's day; where it is missing, every version"),
    "authority": Sentence("主管機關", "the authority"),
    "authorityName": Sentence("主管機關當日的名稱", "what the authority was called on the day"),
    "case": Sentence("案號", "the case's reference"),
    "change": Sentence("這一版的變更", "what the version did"),
    "continuedBy": Sentence("由此版接續", "the version it goes on in"),
    "continues": Sentence("承自此版", "the version it goes on from"),
    "correctedBecause": Sentence("更正理由", "why it was corrected"),
    "damaged": Sentence("公告所印名稱缺損", "the name is printed damaged in the announcement"),
    "decidedOn": Sentence("審議會決議日", "decided by the council on"),
    "formerName": Sentence("曾用名稱", "a former name"),
    "inForceSince": Sentence("列入清單自", "on the list since"),
    "knownAt": Sentence("以哪一天所知的紀錄為準", "as known at the end of this day"),
    "nameAnnounced": Sentence("公告所印名稱", "the name as announced"),
    "nameSource": Sentence("名稱更正的依據", "what the corrected name rests on"),
    "part": Sentence(
        "依什麼條件選出這些項目；沒有時為全部", "by what these items were chosen; where it is missing, all"
    ),
    "sector": Sentence("領域", "the sector"),
}
"""Each term with what it says of its subject."""
