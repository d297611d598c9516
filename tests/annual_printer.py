"""Annual plans made up from records and printed as their publishers print them, for readers to read back."""

from dataclasses import dataclass, field
from itertools import chain
from random import Random

from coretech.readers.annual.widths import wrapped

LETTERS = "推動平台技術產業發展研究應用整合示範系統服務創新"
NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
HEADS = (
    "工作計畫名稱 重要計畫項目 \n計畫\n類別 \n實施內容 ",
    "工作計畫名稱 重要計畫項目 計畫類別 實施內容 ",
    "工作計畫名稱 \n重要計畫 \n項目 \n計畫類別 實施內容 ",
)
TURNED = "工作計畫名稱 計畫類別 重要計畫項目 實施內容 "
_GOALS_WIDE, _CONTENTS_WIDE, _LEAST = 40, 26, 2


@dataclass(frozen=True)
class Made:
    """A programme; one without a unit belongs to the unit above it."""

    unit: str
    name: str
    category: str
    contents: tuple[str, ...]


@dataclass(frozen=True)
class Print:
    """How a plan is printed; breaks and rows abreast come as often as said, from 0 to 1."""

    random: Random
    width: int = 6
    head: str = HEADS[0]
    breaks: float = 0.0
    abreast: float = 0.0
    numbered: str = ""
    lines: list[str] = field(default_factory=list)

    def page(self, *, head: bool) -> None:
        """Begin a page: its number, if it bears one, and in the table the head."""
        number = self.numbered.replace("N", str(self.random.randint(1, 99)))
        self.lines.extend([number] if number else [])
        self.lines.extend([f"\f {self.head}"] if head else [])

    def take(self, lines: list[str], *, head: bool, cut: bool = True) -> None:
        """Print lines; a page may end before each of them, or before the first only."""
        for place, line in enumerate(lines):
            if (cut or place == 0) and self.random.random() < self.breaks:
                self.page(head=head)
            self.lines.append(line)


def printed(year: int, goals: list[tuple[str, list[str]]], programmes: list[Made], how: Print) -> str:
    """The whole document."""
    how.lines.extend([f" 某部 {year} 年度施政計畫 ", "壹、年度施政目標及策略 "])
    for number, (title, strategies) in zip(NUMERALS, goals, strict=False):
        how.take(list(wrapped(f"{number}、{title}", _GOALS_WIDE)), head=False)
        for inner, strategy in zip(NUMERALS, strategies, strict=False):
            how.take(list(wrapped(f"（{inner}）{strategy}。", _GOALS_WIDE)), head=False)
    how.lines.extend([" 貳、年度重要計畫 ", how.head])
    for place, made in enumerate(programmes):
        _programme(made, how, first=place == 0)
    return "\n".join(chain.from_iterable((line, "") for line in how.lines))


def _programme(made: Made, how: Print, *, first: bool) -> None:
    """Print a row; the first shows how wide its columns are, and is never set abreast."""
    unit, name = list(wrapped(made.unit, how.width)), list(wrapped(made.name, how.width))
    category = [made.category[:2], f"{made.category[2:]} "]
    contents = list(chain.from_iterable(wrapped(text, _CONTENTS_WIDE) for text in made.contents))
    can = (
        not first
        and how.head != TURNED
        and len(contents) >= _LEAST
        and len(name) >= _LEAST
        and len(unit) != 1
    )
    if can and how.random.random() < how.abreast:
        _abreast(unit, name, category, contents, how)
        return
    how.take(unit, head=True)
    cells = [category, name] if how.head == TURNED else [name, category]
    for cell in cells:
        how.take(cell, head=True)
    how.take(contents, head=True)


def _abreast(unit: list[str], name: list[str], category: list[str], contents: list[str], how: Print) -> None:
    """The row's first lines on one line at a page's end; what follows stands on the next page."""
    how.lines.append(f"{unit[0] if unit else ''}{name[0]} {category[0]} {contents[0].strip()} ")
    how.page(head=True)
    rest = [*(f"{line.strip()}" for line in unit[1:])]
    how.lines.append(f"{''.join(rest)} {name[1]}" if rest else name[1])
    how.lines.extend([*name[2:], f"{category[1].strip()} {contents[1]}"])
    how.take(contents[2:], head=True)
