"""Who may do what: one pure answer for pages, API, search, exports, mail and logs alike.

A permission names the roles that hold a power and the article it comes from. Confidential content opens only to
someone named to the matter, whose agreement is signed, who has declared, and who is not recused (arts. 11, 12).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coretech.kit.sentence import Sentence
from coretech.law.permissions import PERMISSIONS, Action, Bound, Role
from coretech.law.ruling import Article, Outcome, Ruling

__all__ = ["Action", "Bound", "Matter", "Role", "Secrecy", "Standing", "who_may"]


class Secrecy(StrEnum):
    """What a reader must have done before something opens.

    ``OPEN`` asks for nothing; ``INTERNAL`` for a signed agreement and a name on the matter; ``CONFIDENTIAL`` for a
    declaration as well, and no recusal; ``SECRET`` for all that and leave given to the person by name.
    """

    OPEN = "open"
    INTERNAL = "internal"
    CONFIDENTIAL = "confidential"
    SECRET = "secret"  # noqa: S105 - a level's name, not a secret


@dataclass(frozen=True, slots=True)
class Standing:
    """Who somebody is on a day: the roles held, the agreement signed, and the agencies behind the roles.

    ``agencies`` are those served as an officer, ``panels`` those whose panel somebody sits on, ``controls`` those
    whose plans somebody controls, and ``heads`` those somebody signs for.
    """

    roles: frozenset[Role] = frozenset({Role.PUBLIC})
    agencies: frozenset[str] = frozenset()
    panels: frozenset[str] = frozenset()
    controls: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    agreement_signed: bool = False


@dataclass(frozen=True, slots=True)
class Matter:
    """What the action is about: whose it is, how secret, and how this person stands to it.

    ``granted`` is leave to read what is secret, given to this person by name.
    """

    agencies: frozenset[str] = frozenset()
    secrecy: Secrecy = Secrecy.OPEN
    named: bool = False
    declared: bool = False
    recused: bool = False
    granted: bool = False


NOT_SIGNED = Sentence("簽署保密協議後始得閱覽。", "It opens once the non-disclosure agreement is signed.")
"""Why something is closed to whoever could open it by signing; a page asks for the signature instead."""

_ROLE_NAMES = {
    Role.PUBLIC: Sentence("公眾", "the public"),
    Role.OFFICE: Sentence("關鍵技術辦公室", "the Office"),
    Role.AGENCY_OFFICER: Sentence("機關承辦人", "agency officers"),
    Role.PANEL_MEMBER: Sentence("專家審查會委員", "panel members"),
    Role.COUNCIL_MEMBER: Sentence("審議會委員", "council members"),
    Role.CONVENER: Sentence("召集人", "the convener"),
    Role.STAND_IN: Sentence("指派代表", "stand-ins"),
    Role.ANNOUNCER: Sentence("行政院公告承辦人", "the Executive Yuan's announcer"),
    Role.CONTROLLER: Sentence("計畫管考承辦人", "plan controllers"),
    Role.AGENCY_HEAD: Sentence("機關核章主管", "heads who sign for an agency"),
    Role.ADMINISTRATOR: Sentence("系統管理者", "administrators"),
}


def role_name(role: Role) -> Sentence:
    """The role in both languages."""
    return _ROLE_NAMES[role]


def who_may(action: Action, standing: Standing, matter: Matter, as_of: date) -> Ruling:
    """Whether somebody of this standing may do this to this matter on this day.

    The ruling's reason is the sentence a closed button shows.
    """
    permission = PERMISSIONS[action]
    articles = tuple(Article(number) for number in permission.articles)

    def answer(outcome: Outcome, reason: Sentence, *more: Article) -> Ruling:
        return Ruling(f"access.{action.value}", outcome, articles + more, reason, as_of=as_of)

    holders = permission.roles & standing.roles
    if not holders:
        names = [role_name(role) for role in Role if role in permission.roles]
        zh, en = "、".join(n.zh for n in names), ", ".join(n.en for n in names)
        return answer(Outcome.NO, Sentence(f"這一步由{zh}辦理。", f"This step belongs to {en}."))
    if permission.bound is Bound.AGENCY and not _agency_holds(holders, standing, matter):
        return answer(
            Outcome.NO,
            Sentence(
                "這一步由提報或主管該項技術的機關辦理。",
                "This step belongs to the agency whose matter it is.",
            ),
        )
    closed = _closed_by_secrecy(standing, matter)
    if closed is not None:
        return answer(Outcome.NO, closed[0], closed[1])
    return answer(Outcome.YES, Sentence("依其職務得辦理。", "The role held allows it."))


def _agency_holds(holders: frozenset[Role], standing: Standing, matter: Matter) -> bool:
    """The Office serves all agencies; an officer only the own one, a panel member only the panel's."""
    served = {
        Role.AGENCY_OFFICER: standing.agencies,
        Role.PANEL_MEMBER: standing.panels,
        Role.CONTROLLER: standing.controls,
        Role.AGENCY_HEAD: standing.heads,
    }
    return Role.OFFICE in holders or any(served.get(role, frozenset()) & matter.agencies for role in holders)


@dataclass(frozen=True, slots=True)
class _Lock:
    """One thing that keeps something closed: at which levels it is asked, when it holds, and what it says."""

    levels: frozenset[Secrecy]
    holds: Callable[[Standing, Matter], bool]
    reason: Sentence
    article: Article


_ANY = frozenset(Secrecy) - {Secrecy.OPEN}
_DEEP = _ANY - {Secrecy.INTERNAL}
_LOCKS = (
    _Lock(
        _ANY,
        lambda standing, _: not standing.agreement_signed,
        Sentence("簽署保密協議後始得閱覽。", "It opens once the non-disclosure agreement is signed."),
        Article("11"),
    ),
    _Lock(
        _ANY,
        lambda _, matter: not matter.named,
        Sentence("僅限本案指名之人員閱覽。", "It opens only to people named to this matter."),
        Article("11"),
    ),
    _Lock(
        _ANY,
        lambda _, matter: matter.recused,
        Sentence("應迴避本案者不得閱覽。", "It is closed to whoever is recused from the matter."),
        Article("12"),
    ),
    _Lock(
        _DEEP,
        lambda _, matter: not matter.declared,
        Sentence(
            "申報有無利益關係後始得閱覽。", "It opens once you have declared whether you have an interest."
        ),
        Article("12"),
    ),
    _Lock(
        frozenset({Secrecy.SECRET}),
        lambda _, matter: not matter.granted,
        Sentence(
            "屬機密內容，僅限經逐人核准者閱覽。", "It is secret and opens only to people given leave by name."
        ),
        Article("11"),
    ),
)


def _closed_by_secrecy(standing: Standing, matter: Matter) -> tuple[Sentence, Article] | None:
    """The first thing that keeps something closed, with its article; nothing where it is open."""
    for lock in _LOCKS:
        if matter.secrecy in lock.levels and lock.holds(standing, matter):
            return lock.reason, lock.article
    return None
