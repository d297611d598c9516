"""``coretech demo``: set the stage, then serve it, or play the real change on it."""

import os
from typing import Annotated

import typer

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

SWITCH = "CORETECH_DEMO"


@app.command()
def demo(  # noqa: PLR0913 - one parameter an option
    ctx: typer.Context,
    *,
    play: Annotated[
        bool, typer.Option("--play", help="演出變更案全程 / play the real change to its end")
    ] = False,
    pause: Annotated[float, typer.Option(min=0, help="每步之間的秒數 / seconds between steps")] = 1.0,
    bare: Annotated[
        bool, typer.Option("--bare", help="不編示範填報與申報 / without made-up reports and returns")
    ] = False,
    step: Annotated[bool, typer.Option("--step", help="每步按 Enter 繼續 / go on with Enter")] = False,
    serve: Annotated[
        bool | None,
        typer.Option("--serve/--no-serve", help="是否開啟網站（--play 時預設否） / serve the pages"),
    ] = None,
    host: Annotated[str, typer.Option(help="提供服務的位址 / the address to listen on")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="埠號，0 為任一可用埠 / the port; 0 takes any free one")
    ] = 8000,
) -> None:
    """布置示範（審議會、機關、管考、辦公室、公告承辦人）並開啟，或以 --play 演出 / Set the stage and serve or play it.

    演出中斷後再次執行，會從停下之處接續。 A play that was interrupted goes on where it stopped.
    """
    os.environ[SWITCH] = "1"
    from coretech.cli.installation.serving import demonstration  # noqa: PLC0415 - the settings read the switch when loaded

    language = str(ctx.obj)
    demonstration.open_stage(language)
    if not bare:
        demonstration.furnish_stage(language)
    if play:
        demonstration.play_out(language, pause=pause, step=step)
    if serve if serve is not None else not play:
        demonstration.serve_on(host, port, jobs=True)
