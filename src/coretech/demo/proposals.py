"""The proposals of the play: the renaming of item 12, an addition, and what a holder asks for; all with the NSTC.

Names of the first two are those of the pre-announcement of 2025-11-24; the dossiers' words are the demonstration's own.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from coretech.apps.cases.content import Content
from coretech.demo import dossiers


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposal as the agency writes it; ``changes`` is the item of the list that would change."""

    name_zh: str
    name_en: str
    why: str
    changes: int | None
    parts: Mapping[str, Content]


AGENCY = "nstc"
SECTOR = "space"
GROUND = "environment_changed"

RENAMING = Proposal(
    name_zh="具主動式相位陣列天線之高影像解析度合成孔徑雷達（SAR）系統技術",
    name_en="High-resolution synthetic-aperture-radar (SAR) system with active phased-array antenna",
    why="該項技術已由天線發展為整套雷達系統，清單名稱不足以涵蓋。",
    changes=12,
    parts=dossiers.RENAMING,
)

ADDITION = Proposal(
    name_zh="高精度衛星姿態控制與指向技術",
    name_en="High-precision satellite attitude control and pointing technology",
    why="自主衛星之取像與通訊品質取決於姿態控制，現行清單未涵蓋。",
    changes=None,
    parts=dossiers.ADDITION,
)

PROPOSALS = (RENAMING, ADDITION)
"""What the play carries to the list."""

ASKED_FOR = 10
"""The item whose scope a holder asks to have changed; its case is still a draft when the play is over."""
