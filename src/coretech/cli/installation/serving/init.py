"""``coretech init``: tables, bundled data, and an administrator where one is asked for."""

import os
import sys
from getpass import getpass
from typing import Annotated

import typer

from coretech.apps.accounts.operations.create_administrator import create_administrator
from coretech.apps.accounts.queries import account_named
from coretech.cli.django import available
from coretech.cli.installation.doors import command
from coretech.cli.installation.ready import set_up
from coretech.cli.installation.standing import acting_as_holder
from coretech.cli.speech import say
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence

PASSWORD = "CORETECH_ADMIN_PASSWORD"  # noqa: S105 - the variable's name, not a password

app = command()

_DONE = Sentence("資料表與隨附資料已就緒。", "The tables and the bundled data are in place.")


@app.command()
def init(
    ctx: typer.Context,
    admin: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="建立此名稱的系統管理者 / make an administrator of this name"),
    ] = None,
) -> None:
    """建立資料表、載入隨附資料；重複執行無妨 / Make the tables, load the bundled data; again does no harm.

    管理者的密碼取自環境變數 CORETECH_ADMIN_PASSWORD，否則於終端機詢問。
    The administrator's password comes from CORETECH_ADMIN_PASSWORD, else it is asked for.
    """
    set_up()
    say(_DONE.say(str(ctx.obj)))
    if admin is not None:
        with available():
            say(_administrator(admin).say(str(ctx.obj)))


def _administrator(name: str) -> Sentence:
    if account_named(name) is not None:
        return Sentence(f"帳號 {name} 已存在，未更動。", f"The account {name} exists; nothing was changed.")
    create_administrator(acting_as_holder(), name, _password())
    return Sentence(f"已建立系統管理者 {name}。", f"The administrator {name} was made.")


def _password() -> str:
    given = os.environ.get(PASSWORD)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise bad_input(
            "password", f"請以環境變數 {PASSWORD} 提供密碼。", f"Give the password in {PASSWORD}."
        )
    first, second = getpass("密碼 / Password: "), getpass("再輸入一次 / Again: ")
    if first != second:
        raise bad_input("password", "兩次輸入的密碼不同。", "The two passwords differ.")
    return first
