"""Tables of numbers: a caption, a unit, a head of one or more levels, and rows that end in numbers."""

import re
from dataclasses import replace

from coretech.readers.plan.records import NumberTable
from coretech.readers.plans.lines import Line
from coretech.readers.plans.pages import ends_paragraph, without_page_numbers
from coretech.readers.plans.wording import joined, plain

_CAPTION = re.compile(r"\s*表\s*(?P<no>[0-9]{1,3})[\s：:.、]\s*(?P<caption>\S.*)")
_UNIT = re.compile(r"\s*[（(]?單位\s*[：:]\s*(?P<unit>[^）)]+?)[）)]?\s*$")
_SOURCE = re.compile(r"\s*(?:資料來源|註|附註|說明)\s*[：:]")
_FIGURE = re.compile(r"\s*圖\s*[0-9]{1,3}\s")
_NUMBER = re.compile(
    r"[+\-−]?[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?%?|[+\-−]?[0-9]+(?:\.[0-9]+)?%?|[-–—]|\.{2,3}"
)
_DASH = re.compile(r"[-–—]|\.{2,3}")
_SPLIT_YEAR = re.compile(r"(?<=[0-9]) (?=年)")
_REST = re.compile(r"[（(]?續")
_HEAD_LINES = 8
_LONGEST_HEAD = 40

Row = tuple[str | float | None, ...]


def read_tables(lines: list[Line]) -> list[NumberTable]:
    """The document's numbered tables of numbers, in printed order; a sentence that only names a table is none.

    A part that its caption calls the rest of the table above it (續) gives its rows to that table.
    """
    found: list[NumberTable] = []
    for part, match in captioned(without_page_numbers(lines)):
        table = _table(part, match)
        if table is None:
            continue
        above = found[-1] if found else None
        if above is not None and above.no == table.no and _REST.search(table.caption):
            found[-1] = replace(above, rows=above.rows + table.rows)
        else:
            found.append(table)
    return found


def captioned(lines: list[Line]) -> list[tuple[list[Line], re.Match[str]]]:
    """Each caption of a table, with the lines from it to the next one."""
    starts = [(place, match) for place, line in enumerate(lines) if (match := _caption(lines, place))]
    ends = [*(place for place, _ in starts[1:]), len(lines)][: len(starts)]
    return [(lines[place:end], match) for (place, match), end in zip(starts, ends, strict=True)]


def _caption(lines: list[Line], place: int) -> re.Match[str] | None:
    """The match of a caption: it begins a paragraph and ends without a full stop."""
    match = _CAPTION.match(lines[place].text)
    fresh = place == 0 or ends_paragraph(lines[place - 1]) or lines[place].text.startswith(" ")
    return match if match is not None and fresh and "。" not in match.group("caption") else None


def _table(lines: list[Line], match: re.Match[str]) -> NumberTable | None:
    caption, body = _whole_caption(lines, match)
    unit = next((found.group("unit") for line in body[:4] if (found := _UNIT.match(plain(line.text)))), "")
    head, rows = _block([line for line in body if not _UNIT.match(line.text)])
    if not rows:
        return None
    width = max(len(row) for row in rows)
    header = headed([_words(line) for line in head], width)
    return NumberTable(int(match.group("no")), caption, plain(unit), header, tuple(rows), lines[0].no)


def _whole_caption(lines: list[Line], match: re.Match[str]) -> tuple[str, list[Line]]:
    """A caption that goes on in the next line, and what follows it."""
    caption, place = plain(match.group("caption")), 1
    while place < len(lines) and not ends_paragraph(lines[place - 1]):
        caption = joined(caption, plain(lines[place].text))
        place += 1
    return caption, lines[place:]


def _block(lines: list[Line]) -> tuple[list[Line], list[Row]]:
    """The head and the rows: as far as a source, a sentence, or lines that are no rows of that width any more.

    A head that comes back parts nothing; a name that its column wraps goes on in the next line.
    """
    first = next((place for place in range(len(lines)) if _begins(lines, place)), None)
    if first is None:
        return [], []
    head = _head(lines, first)
    texts = {plain(line.text) for line in head}
    width = len(_row(lines[first]) or ())
    rows: list[Row] = []
    begun = ""
    for place in range(first, len(lines)):
        line = lines[place]
        row = _row(replace(line, text=begun + line.text))
        if row is not None and len(row) == width:
            rows.append(row)
            begun = ""
        elif plain(line.text) in texts:
            continue
        elif _is_group(line, rows, lines):
            rows.append((plain(line.text), *[None] * (width - 1)))
        elif _goes_on(lines, place, width):
            begun = "" if ends_paragraph(line) else begun + line.text.strip()
        else:
            break
    return head, rows


def _goes_on(lines: list[Line], place: int, width: int) -> bool:
    """Whether rows of that width follow within a head's length, with nothing between that ends a table."""
    for line in lines[place : place + _HEAD_LINES]:
        row = _row(line)
        if row is not None and len(row) == width:
            return True
        if _SOURCE.match(line.text) or _FIGURE.match(line.text) or "。" in line.text:
            return False
    return False


def _begins(lines: list[Line], place: int) -> bool:
    """Whether rows begin here: two lines of one width in a row that both end in numbers."""
    one = _row(lines[place])
    other = next((_row(line) for line in lines[place + 1 : place + 3] if _row(line)), None)
    return one is not None and other is not None and len(one) == len(other)


def _head(lines: list[Line], first: int) -> list[Line]:
    """The lines above the rows, back to the caption, a source or a figure; none that is a sentence."""
    head: list[Line] = []
    for line in reversed(lines[max(0, first - _HEAD_LINES) : first]):
        text = plain(line.text)
        if _SOURCE.match(text) or _FIGURE.match(line.text) or "。" in text or len(text) > _LONGEST_HEAD:
            break
        head.insert(0, line)
    return head


def _row(line: Line) -> Row | None:
    """A row's name and numbers; None for a line that does not end in two numbers, or has nothing before one."""
    words = _SPLIT_YEAR.sub("", line.text.strip()).split()
    count = 0
    while count < len(words) and _NUMBER.fullmatch(words[-1 - count]):
        count += 1
    name = words[: len(words) - count]
    if not name and count > 1 and re.fullmatch(r"[0-9]{2,4}", words[0]):
        name, count = words[:1], count - 1
    least = 2 if not name or len(name) > 1 else 1
    if (
        not name
        or count < max(least, 1)
        or _SOURCE.match(line.text)
        or _are_years(words[len(words) - count :])
    ):
        return None
    return (plain(" ".join(name)), *map(_value, words[len(words) - count :]))


def _are_years(words: list[str]) -> bool:
    """Whether numbers are the years of a head: four digits each, from the last or this century."""
    return len(words) > 1 and all(re.fullmatch(r"(?:19|20)[0-9]{2}", word) for word in words)


def _value(word: str) -> float | None:
    if _DASH.fullmatch(word):
        return None
    value = float(word.replace(",", "").replace("−", "-").rstrip("%"))
    return int(value) if value == int(value) and "." not in word else value


def _is_group(line: Line, rows: list[Row], lines: list[Line]) -> bool:
    """Whether a line without numbers heads a group of rows: a numbered name among rows that are named."""
    text = plain(line.text)
    grouped = re.match(r"[0-9]{1,2}[.、]|[一二三四五六七八九十]、", text) is not None
    after = next((each for each in lines if each.no > line.no), None)
    return bool(rows) and grouped and after is not None and _row(after) is not None


def _words(line: Line) -> list[str]:
    return [plain(word) for word in _SPLIT_YEAR.sub("", line.text.strip()).split()]


def headed(levels: list[list[str]], width: int) -> tuple[str, ...]:
    """The name of each column from a head of one or more lines; what cannot be told apart stands as one name each.

    A last line of ``width`` names is the head. A last line that is short by the first column repeats beneath the
    groups of the line above it. Names that come in equal runs (年度, 法定預算數) are joined run by run.
    """
    flat = [word for level in levels for word in level]
    if len(flat) == width:
        return tuple(flat)
    if levels and len(levels[-1]) >= width > 1:
        last = levels[-1]
        return (*last[: width - 1], " ".join(last[width - 1 :]))
    inner = width - 1
    if len(levels) > 1 and len(levels[-1]) == inner and inner % max(len(levels[-2]), 1) == 0:
        each = inner // len(levels[-2])
        first = flat[0] if len(flat) > inner + len(levels[-2]) else ""
        return (first, *(f"{levels[-2][index // each]} {name}" for index, name in enumerate(levels[-1])))
    if inner and len(flat) > 1 and (len(flat) - 1) % inner == 0:
        run = (len(flat) - 1) // inner
        return (flat[0], *(" ".join(flat[1 + run * index : 1 + run * (index + 1)]) for index in range(inner)))
    return tuple(flat[:width]) + ("",) * max(0, width - len(flat))
