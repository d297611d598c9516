"""The first steps of an installation: while nobody sits in the Office, its administrator is shown what to do."""

from collections.abc import Iterator

from django.urls import reverse

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.models import Body
from coretech.apps.bodies.queries import serving
from coretech.kit.sentence import Sentence
from coretech.law.access import Role
from coretech.web.shell.parts import Task

_TO_DO = Sentence("待辦", "To do")
_ACCOUNTS = Sentence("開立帳號，登錄各機關的承辦人", "Open accounts, and post the agencies' officers")
_BY_MAIL = Sentence("每個人由信件中的連結自行設定密碼。", "Everybody chooses a password by a link in a mail.")
_OFFICE = Sentence("設立關鍵技術辦公室，聘（派）主任", "Set up the Office, and appoint its director")
_THEN = Sentence(
    "設立後新增主任的席位再聘（派）；審議會由辦公室設立。",
    "Then add the director's seat and appoint; the Office sets up the council.",
)


def first_steps(by: Acting) -> Iterator[Task]:
    """Accounts first, for somebody has to be appointed; then the Office."""
    if Role.ADMINISTRATOR not in by.standing.roles or _office_works(by):
        return
    yield Task(_ACCOUNTS, _TO_DO, reverse("accounts"), "blue", _BY_MAIL)
    yield Task(_OFFICE, _TO_DO, reverse("bodies"), "blue", _THEN)


def _office_works(by: Acting) -> bool:
    return serving(by.today).filter(seat__body__kind=Body.Kind.OFFICE).exists()
