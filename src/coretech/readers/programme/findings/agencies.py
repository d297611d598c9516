"""Agencies that the programme does not name among its own, and leads that its parts tell differently."""

import re
from collections import defaultdict
from collections.abc import Iterator

from coretech.kit.sentence import Sentence
from coretech.readers.plans.finding import Finding, Kind
from coretech.readers.plans.wording import plain
from coretech.readers.programme.findings.pairing import pairs
from coretech.readers.programme.read import Read

_SHORT = re.compile(r"[(（]\s*(?:以下)?簡稱[「『]?([^()（）「」『』]+)[」』]?\s*[)）]")
_PARTING = re.compile(r"[、，,及與和]")
_FROM = re.compile(r"^(?:.*由|.*?(?:包括|為))")
_FEW = 3
_COUNT = re.compile(r"([0-9]{1,3})\s*個?(?:機關|單位)")


def own_list(read: Read) -> tuple[dict[str, str], int]:
    """The agencies that the programme says take part, short and full names, each with its short one; and the line."""
    for line in read.lines:
        text = "" if line.is_row or "簡稱" not in line.text else plain(line.text)
        if len(_SHORT.findall(text)) >= _FEW:
            names: dict[str, str] = {}
            for part in _PARTING.split(_SHORT.sub(lambda match: f"＝{match.group(1)}", text)):
                full, _, short = _FROM.sub("", part).partition("＝")
                short = re.split(r"(?:共同|等)", short)[0]
                names[full.strip()] = names[(short or full).strip()] = (short or full).strip()
            return names, line.no
    return {}, 0


def not_listed(read: Read) -> Iterator[Finding]:
    """Agencies of the schedules and target tables that are not on the programme's own list: one finding for each."""
    known, listed = own_list(read)
    if not known:
        return
    found: dict[str, set[int]] = defaultdict(set)
    for name, line in _named(read):
        if base(name) not in known:
            found[base(name)].add(line)
    for name, lines in found.items():
        yield Finding(
            Kind.AGENCY,
            (listed, *sorted(lines)),
            Sentence(
                f"「{name}」列於 {len(lines)} 處，但不在方案載明的參與機關之中。",
                f"{name} is named in {len(lines)} places, but is not among the agencies the programme says take part.",
            ),
        )


def idle(read: Read) -> Iterator[Finding]:
    """Agencies on the programme's list to which no work item and no target is given, as one matter."""
    known, listed = own_list(read)
    busy = {known.get(base(name), "") for name, _ in _named(read)}
    rest = [name for name in dict.fromkeys(known.values()) if name not in busy]
    if rest and busy:
        yield Finding(
            Kind.AGENCY,
            (listed,),
            Sentence(
                f"參與機關中的{'、'.join(rest)}，沒有任何重點工作或目標。",
                f"{', '.join(rest)}, on the list of those who take part, has no work item and no target.",
            ),
        )


def other_leads(read: Read) -> Iterator[Finding]:
    """Measures whose heading, rows and targets name other agencies: one finding for each."""
    partner = {part.line: code for part, code in pairs(read)}
    leads: dict[str, set[str]] = defaultdict(set)
    joint: dict[str, set[str]] = defaultdict(set)
    for item in read.work_items:
        leads[item.measure] |= set(map(base, item.lead))
        joint[item.measure] |= set(map(base, item.co))
    targets: dict[str, set[str]] = defaultdict(set)
    for target in read.targets:
        targets[target.measure_code] |= set(map(base, target.agencies))
    for part in read.sections:
        head, code = set(map(base, part.agencies)), partner.get(part.line, "")
        rows = leads[part.code] | joint[part.code]
        told = [
            (
                "期程表標題未列、卻由其主辦工作",
                "leads work but is not in the heading",
                leads[part.code] - head,
            ),
            ("列於期程表標題、各列卻未列", "is in the heading but in no row", head - rows),
            ("列於目標表、期程表卻未列", "has targets but no work", targets[code] - rows - head),
            ("列於期程表標題、目標表卻未列", "is in the heading but has no target", head - targets[code]),
        ]
        said = [
            (zh, en, names)
            for zh, en, names in told
            if names and head and rows and (targets[code] or not code)
        ]
        if said:
            line = read.table.title_lines.get(code)
            yield Finding(
                Kind.AGENCY,
                (part.line,) if line is None else (part.line, line),
                Sentence(
                    f"措施 {part.code} 的機關不一致："
                    + "；".join(f"{_all(who)}{zh}" for zh, _, who in said)
                    + "。",
                    f"Measure {part.code}: "
                    + "; ".join(f"{', '.join(sorted(who))} {en}" for _, en, who in said)
                    + ".",
                ),
            )


def _all(names: set[str]) -> str:
    return "、".join(sorted(names))


def base(name: str) -> str:
    """An agency without its unit."""
    return name.partition("(")[0]


def _named(read: Read) -> Iterator[tuple[str, int]]:
    """Every agency that a schedule or a target names, with the line."""
    for item in read.work_items:
        yield from ((name, item.line) for name in (*item.lead, *item.co))
    for target in read.targets:
        yield from ((name, target.line) for name in target.agencies)
    for part in read.sections:
        yield from ((name, part.line) for name in part.agencies)


def miscounted(read: Read) -> Iterator[Finding]:
    """How many agencies the text says there are, where its own list has another number."""
    known, listed = own_list(read)
    number = len(set(known.values()))
    for line in read.lines[max(0, listed - _FEW) : listed]:
        match = _COUNT.search(plain(line.text)) if "等" in line.text else None
        if match is not None and int(match.group(1)) != number:
            yield Finding(
                Kind.SUM,
                (line.no, listed),
                Sentence(
                    f"本文稱有 {match.group(1)} 個機關參與，所列為 {number} 個。",
                    f"The text says that {match.group(1)} agencies take part; {number} are listed.",
                ),
            )
