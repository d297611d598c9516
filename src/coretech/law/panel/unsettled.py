"""What a ruling on a panel says where its agency has settled no rule (art. 8.3)."""

from coretech.kit.sentence import Sentence
from coretech.law.ruling import Article, Warn

SETTLED = (Article("8.3"),)
"""The one paragraph that decides where the agency has settled its rule."""

NOT_SETTLED = Warn(
    "panel-rule-not-settled",
    Sentence(
        "機關尚未訂定專家審查會的出席與議決規定（第8條第3項），暫比照審議會；請機關訂定。",
        "The agency has not settled its panel's quorum and majority (art. 8(3)); the council's apply meanwhile. "
        "Let it settle them.",
    ),
)
