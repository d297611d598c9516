"""The words minutes are set with: Chinese as Taiwan's offices write them, English for reading only."""

from collections.abc import Mapping

from coretech.apps.meetings.models import Attendance, Ballot, Item, Meeting, MinutesSignature
from coretech.kit.sentence import Sentence

KIND = Sentence("會議紀錄", "Minutes")
EXTRACT = Sentence("會議紀錄（節本）", "Minutes (extract)")
TRANSLATION = Sentence(
    "英文為對照閱讀之用，以中文為準。",
    "A translation of the headings for reading only; names and the recorder's words stay in Chinese, which prevails.",
)

TIME = Sentence("壹、時間", "1. Time")
PLACE = Sentence("貳、地點", "2. Place")
CHAIR = Sentence("參、主席", "3. Chair")
RECORDER = Sentence("紀錄", "Recorder")
PEOPLE = Sentence("肆、出席及列席人員", "4. Attendance")
OPENING = Sentence("伍、主席致詞", "5. The chair's opening words")
REPORTS = Sentence("陸、報告事項", "6. Reports")
DISCUSSIONS = Sentence("柒、討論事項", "7. Items for discussion")
MOTIONS = Sentence("捌、臨時動議", "8. Motions from the floor")
CLOSING = Sentence("玖、散會", "9. Close")

MEETINGS: Mapping[str, Sentence] = {
    Meeting.Kind.REGULAR: Sentence("會議", "meeting"),
    Meeting.Kind.EXTRAORDINARY: Sentence("臨時會議", "extraordinary meeting"),
}
WEEKDAYS = (
    Sentence("星期一", "Monday"),
    Sentence("星期二", "Tuesday"),
    Sentence("星期三", "Wednesday"),
    Sentence("星期四", "Thursday"),
    Sentence("星期五", "Friday"),
    Sentence("星期六", "Saturday"),
    Sentence("星期日", "Sunday"),
)
STATUSES: Mapping[str, Sentence] = {
    Attendance.Status.PRESENT: Sentence("出席", "present"),
    Attendance.Status.STAND_IN: Sentence("代理出席", "stand-in"),
    Attendance.Status.LEAVE: Sentence("請假", "on leave"),
    Attendance.Status.ABSENT: Sentence("缺席", "absent"),
    "": Sentence("未登錄", "not recorded"),
}
METHODS: Mapping[str, Sentence] = {
    Item.Method.HANDS: Sentence("舉手表決", "show of hands"),
    Item.Method.NAMED: Sentence("記名表決", "vote by name"),
    Item.Method.SECRET: Sentence("無記名表決", "secret ballot"),
    Item.Method.CONSENT: Sentence("主席徵詢無異議", "without objection, the chair having asked"),
}
OUTCOMES: Mapping[str, Sentence] = {
    Item.Outcome.APPROVED: Sentence("通過", "approved"),
    Item.Outcome.REJECTED: Sentence("未通過", "not approved"),
    Item.Outcome.DEFERRED: Sentence("保留", "deferred"),
    Item.Outcome.NOTED: Sentence("洽悉", "noted"),
}
CHOICES: Mapping[str, Sentence] = {
    Ballot.Choice.FOR: Sentence("贊成", "For"),
    Ballot.Choice.AGAINST: Sentence("反對", "Against"),
    Ballot.Choice.ABSTAIN: Sentence("棄權", "Abstaining"),
}
CARRIED: Mapping[str, Sentence] = {
    "yes": Sentence("通過", "carried"),
    "no": Sentence("未通過", "not carried"),
    "not_applicable": Sentence("不適用", "not applicable"),
}
ROLES: Mapping[str, Sentence] = {
    MinutesSignature.Role.CHAIR: Sentence("主席", "Chair"),
    MinutesSignature.Role.RECORDER: Sentence("紀錄", "Recorder"),
}
NONE = Sentence("無。", "None.")
