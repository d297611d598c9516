"""Made-up returns of a dozen commodities over two years: they balance, swing with the seasons, and show every state."""

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from coretech.engines.supplies.periods import Frequency, Period, periods
from coretech.readers.supplies import Key, Origin, SupplyRow

_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A commodity of the demonstration, all of it invented.

    ``use`` is what is used in a day, ``cover`` how many days the stock lasts, ``drift`` how far that moves over the
    two years, ``home`` the share that is made at home, ``swing`` how much it all swings with the seasons. ``sources``
    are the shares of its imports; ``silent`` is how many of the last periods nobody has reported.
    """

    slug: str
    use: int
    cover: int
    drift: float
    home: float
    price: int
    sources: tuple[tuple[str, int], ...] = ()
    silent: int = 0
    swing: float = 0.04
    dearer: float = 0.0


MADE_UP = (
    MadeUp(
        "petroleum", 150_000, 118, 0.05, 0.0, 21_000, (("沙烏地阿拉伯", 38), ("美國", 34), ("科威特", 28))
    ),
    MadeUp("natural-gas", 62_000, 12, -0.18, 0.01, 15_600, (("澳洲", 41), ("卡達", 35), ("美國", 24))),
    MadeUp("coal", 160_000, 41, -0.2, 0.0, 3_900, (("澳洲", 55), ("印尼", 30), ("哥倫比亞", 15))),
    MadeUp("meltblown-fabric", 40, 44, 0.1, 0.9, 182_000, (("日本", 100),)),
    MadeUp("pulp", 2_400, 36, 0.02, 0.4, 21_500, (("智利", 48), ("巴西", 32), ("加拿大", 20))),
    MadeUp("soy", 7_100, 39, 0.0, 0.0, 17_800, (("美國", 52), ("巴西", 48)), 0, 0.06),
    MadeUp("wheat", 3_600, 46, 0.0, 0.0, 11_200, (("美國", 79), ("澳洲", 21)), 2),
    MadeUp("cement", 30_000, 25, 0.05, 0.95, 2_450, (), 0, 0.08, 0.3),
    MadeUp("sand-and-gravel", 180_000, 21, 0.0, 0.97, 420),
    MadeUp("steel", 51_000, 60, 0.0, 0.8, 24_000),
    MadeUp("copper", 1_600, 35, 0.0, 0.3, 290_000),
    MadeUp("food", 20_000, 50, 0.0, 0.7, 30_000),
)


def rows_of(made: MadeUp, frequency: Frequency, since: dt.date, until: dt.date) -> Iterator[SupplyRow]:
    """The returns of the periods in a span, each balancing with the one before."""
    spans = list(periods(frequency, since, until))
    stock = _whole(made.use * made.cover)
    for number, span in enumerate(spans[: len(spans) - made.silent]):
        days = (span.end - span.start).days + 1
        used = _whole(made.use * days * (1 + made.swing * math.sin(span.start.toordinal() / 58)))
        aimed = _aimed(made, number / max(len(spans) - 1, 1), number)
        produced = _whole(float(used) * made.home)
        imported = max(aimed - stock + used - produced, Decimal())
        stock += produced + imported - used
        yield _row(made, number, span, (produced, imported, used, stock))


def _aimed(made: MadeUp, way: float, number: int) -> Decimal:
    """The stock that is held at a point of the way, with a little unrest."""
    return _whole(made.use * made.cover * (1 + made.drift * way + 0.015 * math.sin(number * 2.4)))


def _row(made: MadeUp, number: int, span: Period, figures: tuple[Decimal, ...]) -> SupplyRow:
    produced, imported, used, stock = figures
    own = used // 50 if made.slug == "petroleum" else Decimal()
    price = made.price * (1 + 0.012 * math.sin(number * 1.7)) * (1 + made.dearer * max(number - 20, 0) / 4)
    return SupplyRow(
        line=number + 2,
        key=Key(made.slug, span.start, span.end),
        production=produced,
        imports=imported,
        exports=Decimal(),
        sales=used - own,
        consumption=own or used,
        stock=stock,
        price=Decimal(price).quantize(_CENT),
        origins=tuple(_origins(made, imported)),
    )


def _origins(made: MadeUp, imported: Decimal) -> Iterator[Origin]:
    for name, share in made.sources:
        if imported:
            yield Origin(name, imported * share / 100)


def _whole(value: float) -> Decimal:
    return Decimal(round(value))
