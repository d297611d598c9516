"""``coretech agreement``: the non-disclosure agreement."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.bodies.operations.publish_agreement_text import NewText, publish_agreement_text
from coretech.apps.bodies.operations.sign_agreement import current_text, sign_agreement
from coretech.apps.bodies.operations.withdraw_agreement import withdraw_agreement
from coretech.apps.bodies.signatures import find_text, own_signatures, signature_list
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.options import Why, day
from coretech.cli.installation.text import text_from
from coretech.cli.installation.told import Told, moment, table

app = group(
    "保密協議：閱讀、簽署、撤回、發布新版", "the non-disclosure agreement: read, sign, withdraw, publish"
)


@reads(app, "show")
def show_text(
    by: Acting,  # noqa: ARG001 - the text is public
    version: Annotated[int, typer.Option(help="某一版；預設現行版 / a version, else the one in force")] = 0,
) -> Told:
    """協議全文 / The text."""
    text = find_text(version) if version else current_text()
    return Told(
        {"version": text.version, "text": {"zh": text.zh, "en": text.en}, "sha256": text.digest},
        lambda language: [text.en if language == "en" else text.zh],
    )


@reads(app, "mine")
def show_own(by: Acting) -> Told:
    """本人簽署過的協議 / What one has signed."""
    data = [
        {
            "version": each.text.version,
            "sha256": each.text.digest,
            "signed_at": moment(each.signed_at),
            "withdrawn": hasattr(each, "withdrawal"),
        }
        for each in own_signatures(by.person_id)
    ]
    return Told(data, lambda _: table([[str(value) for value in each.values()] for each in data]))


@reads(app, "signatures")
def show_signatures(by: Acting) -> Told:
    """誰簽署了哪一版（辦公室） / Who has signed which version, for the Office."""
    lines = signature_list(by)
    data = [
        {
            "person": line.person.pk,
            "name": line.person.name.as_dict(),
            "standing": line.standing.value,
            "version": None if line.signature is None else line.signature.text.version,
        }
        for line in lines
    ]
    return Told(
        data,
        lambda language: table([(line.person.name.say(language), line.standing.value) for line in lines]),
    )


@writes(app, "sign")
def sign(
    by: Acting,
    name: Annotated[str, typer.Option(help="輸入本人姓名以示簽署 / one's own name, typed to sign")],
) -> Act:
    """以本人姓名簽署 / Sign with one's own name."""
    return sign_agreement(by, name)


@writes(app, "withdraw")
def withdraw(by: Acting, why: Annotated[str, typer.Option(help="理由 / why")] = "") -> Act:
    """撤回簽署：應保密的資料不再開放 / Withdraw: nothing confidential opens any more."""
    return withdraw_agreement(by, why)


@writes(app, "publish")
def publish(
    by: Acting,
    zh: Annotated[Path, typer.Option(help="中文全文的檔案 / the file with the Chinese text")],
    en: Annotated[Path, typer.Option(help="英文全文的檔案 / the file with the English text")],
    why: Why,
    supersedes_on: Annotated[
        dt.date | None, day("--supersedes-on", "自何日起須重新簽署", "from when everybody signs again")
    ] = None,
) -> Act:
    """發布新版 / Publish the next version."""
    return publish_agreement_text(by, NewText(text_from(None, zh), text_from(None, en), why, supersedes_on))
