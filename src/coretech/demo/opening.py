"""Opening the demonstration: never on real accounts, with a password of this installation's own."""

import os
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import make_password

from coretech.apps.accounts.models import Account
from coretech.apps.audit.clock import clock_is_set, set_demo_day
from coretech.apps.people.models import Person
from coretech.demo.people import FIRST_DAY
from coretech.demo.stage import set_stage
from coretech.kit.refusal import wrong_state
from coretech.kit.sentence import Sentence

_NOBODY = Sentence("系統管理者（示範）", "Administrator (demonstration)")


def open_demonstration() -> str:
    """Set the stage and its clock where that has not been done; gives back the password of the cast.

    Raises:
        Refused: (HTTP 409) where the installation has accounts of its own.
    """
    if Account.objects.filter(demo=False).exists():
        raise wrong_state(
            "這個資料夾已有正式帳號，不能布置示範；請以CORETECH_HOME指定另一個資料夾。",
            "This installation has accounts of its own, so no stage is set in it; "
            "name another data folder with CORETECH_HOME.",
        )
    path = password_file()
    secret, fresh = _password(path)
    if not set_stage(secret) and fresh:
        Account.objects.filter(demo=True).update(password=make_password(secret))
    if not clock_is_set():
        set_demo_day(FIRST_DAY)
    return secret


def password_file() -> Path:
    """Where the cast's password is kept, readable by its owner only."""
    return Path(settings.CORETECH_HOME) / "demo-password"


def cast() -> list[tuple[str, Sentence]]:
    """The accounts of the demonstration with whom they stand for, by name."""
    names = {
        person.account_id: person.name for person in Person.objects.filter(account__demo=True).order_by("pk")
    }
    accounts = Account.objects.filter(demo=True).order_by("pk")
    return [(account.username, names.get(account.pk, _NOBODY)) for account in accounts]


def _password(path: Path) -> tuple[str, bool]:
    """The password, and whether it has just been made."""
    fresh = not path.exists() and _written(path)
    return path.read_text(encoding="ascii").strip(), fresh


def _written(path: Path) -> bool:
    """Keep a new password whole or not at all; False where another process was quicker."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(f"{secrets.token_hex(8)}\n", encoding="ascii")
    try:
        os.link(draft, path)
    except FileExistsError:
        return False
    finally:
        draft.unlink()
    return True
