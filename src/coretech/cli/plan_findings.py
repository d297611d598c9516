"""``coretech plan findings``: what a careful clerk would send back about a plan; needs no database."""

import typer

from coretech.cli.plan_read import File, KindOption, document_in
from coretech.cli.speech import say

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command("findings")
def findings(ctx: typer.Context, file: File, *, kind: KindOption = None) -> None:
    """只列出疑點，重者在前 / What a careful clerk would send back, the heavier first."""
    language = str(ctx.obj)
    for found in document_in(file, kind, language).findings:
        lines = "、".join(map(str, found.lines)) if language == "zh" else ", ".join(map(str, found.lines))
        say(f"{found.kind.value}\t{lines}\t{found.said.say(language)}")
