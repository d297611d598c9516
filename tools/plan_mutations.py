"""What can happen to a plan's text between its printer and us, one thing at a time; all of it by a seeded draw."""

from collections.abc import Callable
from random import Random

Mutation = Callable[[list[str], Random], list[str]]

ODD = (
    *("\x00", "\x07", "\x0b", "\x1c", "\x85", "\u2028", "\ufeff", "\u200b", "\u202e", "\ufffd", "\U000e0001"),
    *("\r", "\f", "\t", "|", "\\", "　", "０", "²", "½", "٣", "〇", "Ⅳ", "①", "\ud800"),
    *("((", "））", "（（（", "<sup>", "</sup>", "<b", "&#", "&amp;", "**", "~~", "－", "／", "、、", "；"),
)
WORDS = (
    *(
        "1.1.1 ",
        "2-1 ",
        "0.0.0",
        "1.1.1.1.1.1",
        "(12)",
        "9" * 40,
        "999/99",
        "110/1~",
        "000/1~000/12",
        "１１０／０１",
    ),
    *(
        "年",
        "每年",
        "第一期",
        "1 季",
        "累計",
        "至少",
        "目標：",
        "小計",
        "合計",
        "(主)",
        "(協)",
        "主辦：",
        "經濟部",
        "各部會",
    ),
    *(
        "壹、",
        "一、",
        "（一）",
        "目標一：",
        "策略一、",
        "表 1 ",
        "單位：億元",
        "資料來源：",
        "分年目標",
        "起訖時程",
        "措施",
    ),
)
TAGS = (
    "<td>",
    "</td>",
    "<table>",
    "<tr><td>",
    "<br/>",
    "<!--",
    "-->",
    "<p style='x'>",
    "&lt;",
    "&nbsp;",
    "<script>",
)
_HEADS = ("起訖", "分年目標", "參與部會", "計畫類別", "主協辦", "小計", "單位：", "# ", "壹", "目標")
_LONGEST_RUN = 6_000


def _span(lines: list[str], random: Random, most: int = 60) -> slice:
    start = random.randrange(len(lines))
    return slice(start, start + random.randint(1, most))


def cut(lines: list[str], random: Random) -> list[str]:
    """The document ends, or begins, in the middle."""
    place = random.randrange(len(lines))
    line = lines[place]
    at = random.randint(0, len(line))
    return [*lines[:place], line[:at]] if random.random() < 0.5 else [line[at:], *lines[place + 1 :]]  # noqa: PLR2004 - either half


def lose(lines: list[str], random: Random) -> list[str]:
    """Some lines are gone."""
    span = _span(lines, random)
    return lines[: span.start] + lines[span.stop :]


def repeat(lines: list[str], random: Random) -> list[str]:
    """Some lines are there several times."""
    span = _span(lines, random)
    return lines[: span.stop] + lines[span] * random.choice([1, 1, 2, 30]) + lines[span.stop :]


def shuffle(lines: list[str], random: Random) -> list[str]:
    """Some lines stand in another order."""
    span = _span(lines, random, 200)
    part = lines[span]
    random.shuffle(part)
    return lines[: span.start] + part + lines[span.stop :]


def swap_columns(lines: list[str], random: Random) -> list[str]:
    """A table's columns stand in another order, or one is gone."""
    span = _span(lines, random, 200)
    order = list(range(12))
    random.shuffle(order)
    kept = order[: random.choice([3, 12, 12])]
    return lines[: span.start] + [_turned(line, kept) for line in lines[span]] + lines[span.stop :]


def _turned(line: str, order: list[int]) -> str:
    cells = line.split("\t")
    return "\t".join(cells[place] for place in order if place < len(cells)) if len(cells) > 1 else line


def lose_heads(lines: list[str], random: Random) -> list[str]:
    """Every line with a heading's word is gone, or is changed."""
    word = random.choice(_HEADS)
    instead = random.choice([None, "", "\t", "某"])
    if instead is None:
        return [line for line in lines if word not in line]
    return [line.replace(word, instead) for line in lines]


def spice(lines: list[str], random: Random) -> list[str]:
    """Odd characters, words of plans and tags stand where none belong."""
    found = list(lines)
    for _ in range(random.choice([1, 5, 80])):
        place = random.randrange(len(found))
        at = random.randint(0, len(found[place]))
        found[place] = found[place][:at] + random.choice(ODD + WORDS + TAGS) + found[place][at:]
    return found


def replace_all(lines: list[str], random: Random) -> list[str]:
    """One character is another, all through the document."""
    line = random.choice(lines) or " "
    old, new = random.choice(line), random.choice(ODD + WORDS + ("",))
    return "\n".join(lines).replace(old, new).split("\n")


def join(lines: list[str], random: Random) -> list[str]:
    """Lines run into one: a few, or hundreds."""
    span = _span(lines, random, random.choice([3, 40, 1_000]))
    mark = random.choice(["", " ", "\t", "、", "|"])
    return [*lines[: span.start], mark.join(lines[span]), *lines[span.stop :]]


def split(lines: list[str], random: Random) -> list[str]:
    """Lines are broken anywhere, as narrow columns break them."""
    span, width = _span(lines, random, 200), random.choice([1, 2, 7, 20])
    broken = [line[at : at + width] for line in lines[span] for at in range(0, len(line) or 1, width)]
    return lines[: span.start] + broken + lines[span.stop :]


def run(lines: list[str], random: Random) -> list[str]:
    """One thing stands thousands of times in a row in a line."""
    place = random.randrange(len(lines))
    piece = random.choice(
        (*ODD, *WORDS, *TAGS, random.choice(lines)[:6], " ", "(", "甲", "a", "1", "-", "。")
    )
    times = random.randint(2, _LONGEST_RUN // max(len(piece), 1) + 2)
    at = random.randint(0, len(lines[place]))
    return [*lines[:place], lines[place][:at] + piece * times + lines[place][at:], *lines[place + 1 :]]


def renumber(lines: list[str], random: Random) -> list[str]:
    """One digit is another on some lines, or each is."""
    digits = list("0123456789")
    new = digits[:]
    random.shuffle(new)
    table = str.maketrans(dict(zip(digits, random.choice([new, ["1"] * 10, ["0"] * 10]), strict=True)))
    span = _span(lines, random, random.choice([20, 100_000]))
    return lines[: span.start] + [line.translate(table) for line in lines[span]] + lines[span.stop :]


def mark_up(lines: list[str], random: Random) -> list[str]:
    """A part is HTML: rows and cells as tags, some of them never closed."""
    span, close = _span(lines, random, 300), random.choice(["</td>", ""])
    rows = ["<tr>" + "".join(f"<td>{cell}{close}" for cell in line.split("\t")) for line in lines[span]]
    return lines[: span.start] + rows + lines[span.stop :]


MUTATIONS: tuple[Mutation, ...] = (
    cut, lose, repeat, shuffle, swap_columns, lose_heads, spice, replace_all, join, split, run, renumber, mark_up,
)  # fmt: skip


def mutated(text: str, random: Random) -> tuple[str, list[str]]:
    """The text with one to eight things done to it, and their names."""
    lines, names = text.split("\n"), []
    for _ in range(random.choice([1, 1, 2, 3, 5, 8])):
        mutation = random.choice(MUTATIONS)
        names.append(mutation.__name__)
        lines = mutation(lines, random) or [""]
    return "\n".join(lines), names
