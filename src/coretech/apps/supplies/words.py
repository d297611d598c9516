"""What frequencies, levels and kinds of alerts are called, the same on pages, in files and in the terminal."""

from coretech.apps.supplies.models import Alert, Batch, Commodity, CoverStandard, Intake
from coretech.engines.supplies.periods import Frequency
from coretech.engines.supplies.standing import Level
from coretech.kit.sentence import Sentence

FREQUENCIES = {
    Frequency.TWICE_A_WEEK: Sentence("每週2次", "twice a week"),
    Frequency.WEEKLY: Sentence("每週", "weekly"),
    Frequency.MONTHLY: Sentence("每月", "monthly"),
    Frequency.QUARTERLY: Sentence("每季", "quarterly"),
    Frequency.YEARLY: Sentence("每年", "yearly"),
}
LEVELS = {
    Level.BELOW: Sentence("低於標準", "Below the standard"),
    Level.NEAR: Sentence("接近標準", "Near the standard"),
    Level.ABOVE: Sentence("高於標準", "Above the standard"),
    Level.UNKNOWN: Sentence("無法計算", "Cannot be reckoned"),
    Level.NO_STANDARD: Sentence("未訂標準", "No standard"),
}
CATEGORIES = {
    Commodity.Category.ENERGY: Sentence("能源", "Energy"),
    Commodity.Category.CIVIL: Sentence("民生物資", "Civil supplies"),
    Commodity.Category.BUILDING: Sentence("砂石水泥", "Building materials"),
    Commodity.Category.INDUSTRIAL: Sentence("重要工業物資", "Industrial goods"),
}
BASES = {
    CoverStandard.Basis.STATUTORY: Sentence("法定", "Statutory"),
    CoverStandard.Basis.PLANNED: Sentence("計畫目標", "Planned"),
}
ALERTS = {
    Alert.Kind.BELOW: Sentence("低於安全存量", "Below the standard"),
    Alert.Kind.NEAR: Sentence("接近安全存量", "Near the standard"),
    Alert.Kind.LATE: Sentence("逾期未報", "Return overdue"),
    Alert.Kind.JUMP: Sentence("數字異常", "Implausible figure"),
    Alert.Kind.SINGLE_SOURCE: Sentence("來源集中", "One dominant source"),
    Alert.Kind.PRICE: Sentence("價格預警", "Price warning"),
}
FILES = {
    Intake.State.WAITING: Sentence("讀入中", "Being read"),
    Intake.State.TAKEN: Sentence("已登錄", "Recorded"),
    Intake.State.REFUSED: Sentence("有誤，未登錄", "Not recorded: it has errors"),
    Intake.State.WITHDRAWN: Sentence("已撤回", "Withdrawn"),
}
AUTHORITY = Sentence("主管機關", "the authority")
MADE_UP = Sentence("示範資料：數字為虛構。", "Demonstration figures: they are made up.")


def source_of(batch: Batch) -> str:
    """What a batch is called where a figure leads to it."""
    return f"{batch.name} #{batch.pk}"
