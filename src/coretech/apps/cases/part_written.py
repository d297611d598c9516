"""What is written in a part: a form or plain text, checked, with the harms and limbs it claims."""

from dataclasses import dataclass, field

from coretech.apps.cases.choices import HARMS, LEVELS, LIMBS
from coretech.apps.cases.content import CONTENTS, Content, Definition, StakeholderViews
from coretech.apps.cases.content_check import claims, settled
from coretech.apps.cases.content_json import LONGEST, as_json, blank, require_length
from coretech.apps.cases.content_walk import as_text
from coretech.kit.refusal import bad_input
from coretech.law.access import Secrecy
from coretech.law.terms import Harm, Limb, Part

_LEVELS = tuple(LEVELS)
"""From open to secret."""


@dataclass(frozen=True, slots=True)
class Written:
    """A part ready to be kept; ``content`` is blank for plain text, ``least`` the lowest level it may have."""

    text: str
    harms: tuple[str, ...] = ()
    limbs: tuple[int, ...] = ()
    content: dict[str, object] = field(default_factory=dict)
    least: str = _LEVELS[0]


def written_form(name: str, content: Content) -> Written:
    """A form as it is kept.

    Raises:
        Refused: (HTTP 422) where an answer cannot be taken, or nothing was answered.
    """
    require_part(name)
    if type(content) is not CONTENTS[name]:
        raise bad_input("content", "這不是這一項的表單。", "This is not the form of this part.")
    require_length(content)
    form = settled(content)
    if form == blank(name):
        raise bad_input("content", "請至少填寫一個欄位。", "Answer at least one question of this part.")
    grounds = claims(form) if isinstance(form, Definition) else ()
    return Written(
        text=as_text(form),
        harms=tuple(sorted(ground for ground in grounds if ground in HARMS)),
        limbs=tuple(sorted({LIMBS[ground].value for ground in grounds if ground in LIMBS})),
        content=as_json(form),
        least=_highest_view(form),
    )


def written_text(name: str, text: str, harms: tuple[str, ...], limbs: tuple[int, ...]) -> Written:
    """Plain text as it is kept; harms and limbs belong to the statement on the definition only.

    Raises:
        Refused: (HTTP 422) naming the field that is wrong.
    """
    require_part(name)
    if len(text) > LONGEST:
        raise bad_input("text", f"內容請在{LONGEST}字以內。", f"Keep the text within {LONGEST} characters.")
    if not text.strip():
        raise bad_input("text", "請填寫內容。", "Write something in this part.")
    if name != Part.DEFINITION and (harms or limbs):
        raise bad_input(
            "harms",
            "損害與要件僅於定義說明填寫。",
            "Harms and limbs belong to the statement on the definition.",
        )
    if not set(harms) <= {harm.value for harm in Harm}:
        raise bad_input("harms", "請由所列損害類別中選擇。", "Choose harms from the list.")
    if not set(limbs) <= set(Limb):
        raise bad_input("limbs", "請由所列要件中選擇。", "Choose limbs from the list.")
    return Written(text.strip(), tuple(sorted(set(harms))), tuple(sorted(set(limbs))))


def level_for(wanted: str | None, stands: str | None, written: Written) -> str:
    """The level a new version gets: the one wanted, else the one that stands, else confidential.

    Raises:
        Refused: (HTTP 422) where there is no such level, it would sink, or a view in the part is more secret.
    """
    level = wanted or stands or Secrecy.CONFIDENTIAL.value
    if level not in LEVELS:
        raise bad_input("level", "請由列出的機密等級中選擇。", "Choose one of the levels listed.")
    if stands is not None and _LEVELS.index(level) < _LEVELS.index(stands):
        raise bad_input(
            "level",
            "填寫時只能提高等級；要降低，請以「調整保密等級」敘明理由辦理。",
            "Writing may only raise the level; to lower it, set the level with a reason.",
        )
    if _LEVELS.index(level) < _LEVELS.index(written.least):
        name = LEVELS[written.least]
        raise bad_input(
            "level",
            f"其中有意見屬「{name.zh}」，整項的等級不得低於它。",
            f"A view in it is “{name.en}”; the part's level may not be lower.",
        )
    return level


def require_part(name: str) -> None:
    """Refuse a name no part has (HTTP 422)."""
    if name not in CONTENTS:
        raise bad_input("name", f"提報資料沒有「{name}」這一項。", f"A dossier has no part “{name}”.")


def _highest_view(content: Content) -> str:
    """The highest level of a stakeholder's view."""
    levels = [view.level for view in content.views] if isinstance(content, StakeholderViews) else []
    return max((level for level in levels if level), key=_LEVELS.index, default=_LEVELS[0])
