"""How grounds and candidates are named on pages."""

from coretech.apps.inventory.models import Candidate
from coretech.kit.sentence import Sentence

GROUNDS = {
    Candidate.Ground.HOLDER_REQUEST: Sentence(
        "技術持有者請求（第10條第2項第1款）", "Somebody who holds the technology asks for it (art. 10(2))"
    ),
    Candidate.Ground.ENVIRONMENT_CHANGED: Sentence(
        "產業環境或技術發展已有變化（第10條第2項第2款）",
        "The industry or the technology has changed (art. 10(2))",
    ),
}
