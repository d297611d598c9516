"""Programmes made up from records and printed as their publishers print them, for readers to read back."""

from dataclasses import dataclass, field
from random import Random

LETTERS = "推動平台技術產業發展研應用整合示範系統服務創新"
AGENCIES = (
    "經濟部",
    "科技部",
    "交通部",
    "國發會",
    "農委會",
    "經濟部(工業局)",
    "衛福部(食藥署、疾管署)",
    "資安處",
)
COLUMNS = ("事項", "具體作法", "重點工作項目", "起訖時程", "主協辦機關單位")
NUMERALS = "一二三四五六七八九"


@dataclass(frozen=True)
class Work:
    """A work item with its place in its schedule."""

    number: str
    text: str
    dates: str
    start: str
    end: str
    lead: tuple[str, ...]
    co: tuple[str, ...]


@dataclass(frozen=True)
class Aim:
    """A target with its yearly texts; a dash is no target."""

    code: str
    text: str
    years: dict[str, str]


@dataclass(frozen=True)
class Made:
    """A measure: its schedule and its targets."""

    code: str
    title: str
    agencies: tuple[str, ...]
    items: dict[str, str]
    approaches: dict[str, str]
    works: tuple[Work, ...]
    aims: tuple[Aim, ...]


@dataclass(frozen=True)
class Print:
    """How a programme is printed: ``mark`` parts cells; breaks and cuts come as often as said, from 0 to 1."""

    random: Random
    mark: str = "\t"
    breaks: float = 0.0
    cuts: float = 0.0
    moved: bool = False
    bold: bool = False
    lines: list[str] = field(default_factory=list)

    def row(self, cells: list[str]) -> None:
        """Print one row."""
        self.lines.append(f"| {' | '.join(cells)} |" if self.mark == "|" else "\t".join(cells))


def printed(measures: list[Made], industries: list[str], years: tuple[int, int], how: Print) -> str:
    """The whole document."""
    how.lines.extend(["# 某方案", f"- 一、期程：本方案推動期程為 {years[0]}~{years[1]} 年。"])
    for place, name in enumerate(industries):
        how.lines.append(f"## {NUMERALS[place]}、{name}")
        for made in measures:
            if made.code.partition("-")[0] == str(place + 1):
                _schedule(made, how)
    how.lines.extend(["## 肆、期程、經費與預期效益", "單位：億元"])
    how.row(["", *map(str, range(years[0], years[1] + 1)), "小計"])
    for name in industries:
        how.row([name, *("1.5" for _ in range(years[0], years[1] + 1)), str(1.5 * (years[1] - years[0] + 1))])
    how.lines.append("各產業目標如下：")
    for place in range(len(industries)):
        _targets([made for made in measures if made.code.partition("-")[0] == str(place + 1)], years, how)
    how.lines.append("## 伍、推動與管考機制")
    return "\n".join(how.lines)


def _schedule(made: Made, how: Print) -> None:
    how.lines.append(f"## {made.code} {made.title} 辦理重點及期程({'、'.join(made.agencies)})")
    order = list(range(5))
    if how.moved:
        how.random.shuffle(order)
    head = [COLUMNS[column] for column in order]
    how.row(head)
    above: Work | None = None
    for work in made.works:
        item, approach = work.number.split(".")[0], work.number.rpartition(".")[0]
        new_item = above is None or above.number.split(".")[0] != item
        new_approach = above is None or above.number.rpartition(".")[0] != approach
        same_dates = above is not None and not new_item and above.dates == work.dates
        same = above is not None and not new_item and (above.lead, above.co) == (work.lead, work.co)
        cells = [
            _bold(f"{item}.{made.items[item]}", how) if new_item else "",
            f"{approach} {made.approaches[approach]}" if new_approach else "",
            f"{work.number} {work.text}",
            "" if same_dates and how.random.random() < 0.5 else work.dates,
            "" if same else _agencies(work),
        ]
        _cut_row(cells, order, head, how)
        above = work


def _cut_row(cells: list[str], order: list[int], head: list[str], how: Print) -> None:
    """A row, whose work item's text a page's end may cut in two; the next page begins with the table's head."""
    text, rest = cells[2], ""
    if how.random.random() < how.cuts:
        place = how.random.randint(len(text) // 2 + 2, len(text) - 1)
        text, rest = text[:place], text[place:]
    cells[2] = text
    how.row([cells[column] for column in order])
    if rest or how.random.random() < how.breaks:
        how.row(head)
    if rest:
        how.row([rest if column == 2 else "" for column in order])


def _bold(text: str, how: Print) -> str:
    return f"<b>{text}</b>" if how.bold else text


def _agencies(work: Work) -> str:
    lead = "、".join(work.lead)
    return f"(主) {lead}  (協) {'、'.join(work.co)}" if work.co else lead


def _targets(measures: list[Made], years: tuple[int, int], how: Print) -> None:
    names = [str(year) for year in range(years[0], years[1] + 1)]
    how.lines.append("• 目標")
    _target_head(names, how)
    for made in measures:
        for place, aim in enumerate(made.aims):
            code = made.code.replace("-", ".")
            first = [f"{code} {made.title}", " ".join(made.agencies)] if place == 0 else ["", ""]
            cells = [*first, f"{aim.code} {aim.text}", *(aim.years[name] for name in names)]
            rest = [""] * len(cells)
            if how.random.random() < how.cuts:
                for column in range(2, len(cells)):
                    if len(cells[column]) > 12:
                        at = how.random.randint(10, len(cells[column]) - 1)
                        cells[column], rest[column] = cells[column][:at], cells[column][at:]
            how.row(cells)
            if any(rest) or how.random.random() < how.breaks:
                _target_head(names, how)
            if any(rest):
                how.row(rest)


def _target_head(names: list[str], how: Print) -> None:
    how.row(["發展策略", "主協辦機關", "全期目標", "分年目標", *("" for _ in names[1:])])
    how.row(["", "", "", *names])
