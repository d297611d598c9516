"""``coretech agreement``: the non-disclosure agreement."""

from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.bodies.operations.sign_agreement import current_text, sign_agreement
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.told import Told

app = group("保密協議：閱讀與簽署", "the non-disclosure agreement: read it, sign it")


@reads(app, "show")
def show_text(by: Acting) -> Told:  # noqa: ARG001 - the text is public
    """現行協議全文 / The text in force."""
    text = current_text()
    return Told(
        {"version": text.version, "text": {"zh": text.zh, "en": text.en}, "sha256": text.digest},
        lambda language: [text.en if language == "en" else text.zh],
    )


@writes(app, "sign")
def sign(
    by: Acting,
    name: Annotated[str, typer.Option(help="輸入本人姓名以示簽署 / one's own name, typed to sign")],
) -> Act:
    """以本人姓名簽署 / Sign with one's own name."""
    return sign_agreement(by, name)
