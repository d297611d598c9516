"""What matching was asked to reach, each beside what it did: speed, memory, start, and quality on the labelled set."""

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from time import perf_counter

from bench.matching_engines import Search, bm25s_search, tantivy_search
from bench.matching_made import items
from bench.program import Program
from coretech.engines.matching.lexical import Lexical
from coretech.engines.matching.lexicon import lexicon
from coretech.engines.matching.matcher import Matcher
from coretech.engines.ranking.evaluating import Evaluation, evaluate
from coretech.kit.sentence import Sentence

RATE, TIMES, ENGINES, PEAK, START = 50_000, 10, 15, 500, 1.0
ABSTRACTS, READY, LEXICON_PEAK, REFUSING = 500, 0.5, 250, 0.90
_TOP = 5
_ROUNDS = 3
"""How often each engine is asked, of which the quickest counts: some milliseconds are easily disturbed."""
_MIB = 2**20
_BEGIN = (
    "from bench.matching_made import items; from coretech.engines.matching.lexical import Lexical;"
    "Lexical(items())"
)
_LEXICON = (
    "from time import perf_counter as t; a = t(); from coretech.engines.matching.lexicon import lexicon;"
    "len(lexicon()); print(t() - a); from coretech.engines.matching.matcher import Matcher;"
    "from bench.matching_made import items; [*Matcher(items(), lexicon()).matched(items(), 5)]"
)


def whole(folder: Path, many: int) -> Sentence:
    """Many projects from start to end in a process of its own, with what it took."""
    program = Program((sys.executable, "-m", "bench.matching_program", str(many)), folder)
    program()
    rate, peak = many / json.loads(program.output.read_text(encoding="utf-8"))["seconds"], program.peak / _MIB
    return Sentence(
        f"{many:,}件依序讀過：每秒{rate:,.0f}件（{_zh(f'{RATE:,}', rate >= RATE)}），"
        f"記憶體最多{peak:.0f} MiB（{_zh(f'{PEAK} MiB', peak < PEAK)}）",
        f"{many:,} projects one after the other: {rate:,.0f} a second ({_en(f'{RATE:,}', rate >= RATE)}), "
        f"at most {peak:.0f} MiB of memory ({_en(f'{PEAK} MiB', peak < PEAK)})",
    )


def start(folder: Path) -> Sentence:
    """How long a new process takes until it could match: Python, the engine and the catalogue."""
    program = Program((sys.executable, "-c", _BEGIN), folder)
    program()
    begun = perf_counter()
    program()
    took = perf_counter() - begun
    return Sentence(
        f"啟動到可以比對：{took:.2f}秒（{_zh(f'{START:.0f} 秒', took < START)}）",
        f"from start to ready: {took:.2f} s ({_en(f'{START:.0f} s', took < START)})",
    )


def engines(ours: Lexical, made: Sequence[tuple[str, int]]) -> Iterator[Sentence]:
    """How quickly each finds the item that a project was made from, how often among its first five, beside ours."""
    sides: dict[str, Search] = {
        "coretech": lambda texts: [row for places, _ in ours.matched(texts, _TOP) for row in places.tolist()],
        "tantivy + rjieba": tantivy_search(items(), _TOP),
        "bm25s + rjieba": bm25s_search(items(), _TOP),
    }
    texts = [text for text, _ in made]
    first: tuple[float, float] | None = None
    for name, search in sides.items():
        found = search(texts)
        rate = len(texts) / min(_seconds(search, texts) for _ in range(_ROUNDS))
        recall = sum(item in places for (_, item), places in zip(made, found, strict=True)) / len(made)
        zh = f"{name}：每秒{rate:,.0f}件，原項目在前5名者{recall:.1%}"
        en = f"{name}: {rate:,.0f} projects a second, the item each was made from among the top 5 in {recall:.1%}"
        if first is None:
            first = rate, recall
        else:
            times, better = first[0] / rate, first[1] > recall
            reached = times >= ENGINES and better
            zh += f"；我們快{times:.1f}倍（{_zh(f'{ENGINES} 倍且找得更多', reached)}）"
            en += f"; ours is {times:.1f} × as quick ({_en(f'{ENGINES} × at better recall', reached)})"
        yield Sentence(zh, en)


def _seconds(search: Search, texts: Sequence[str]) -> float:
    begun = perf_counter()
    search(texts)
    return perf_counter() - begun


def bilingual(folder: Path, texts: Sequence[str]) -> Sentence:
    """The matcher of both languages; how long its dictionary takes in a new process, and how much memory with it."""
    matcher = Matcher(items(), lexicon())
    begun = perf_counter()
    for _ in matcher.matched(texts, _TOP):
        pass
    rate = len(texts) / (perf_counter() - begun)
    program = Program((sys.executable, "-c", _LEXICON), folder)
    program()
    ready, peak = float(program.output.read_text(encoding="utf-8")), program.peak / _MIB
    return Sentence(
        f"雙語比對：每秒{rate:,.0f}件（{_zh(f'{ABSTRACTS}', rate >= ABSTRACTS)}）；"
        f"詞典{ready:.2f}秒備妥（{_zh(f'{READY} 秒', ready <= READY)}）；"
        f"記憶體最多{peak:.0f} MiB（{_zh(f'{LEXICON_PEAK} MiB', peak < LEXICON_PEAK)}）",
        f"both languages: {rate:,.0f} projects a second ({_en(f'{ABSTRACTS}', rate >= ABSTRACTS)}); "
        f"the dictionary is ready in {ready:.2f} s ({_en(f'{READY} s', ready <= READY)}); "
        f"at most {peak:.0f} MiB of memory ({_en(f'{LEXICON_PEAK} MiB', peak < LEXICON_PEAK)})",
    )


def quality() -> Sentence:
    """The labelled set's half for tuning, by ours and plain tf-idf; the other half is not for looking at every day."""
    catalogue, queries = _rows("catalogue.csv"), _rows("queries.csv")
    names, texts = [row["id"] for row in catalogue], [row["text"] for row in catalogue]
    asked = [row for row in queries if row["half"] == "tuning"]
    written = [row["text"] for row in asked]
    ranked = [
        [(hit.item, hit.score) for hit in hits]
        for hits in Matcher(texts, lexicon()).matched(written, len(texts))
    ]
    plain = [
        list(zip(map(int, row), map(float, scores), strict=True))
        for places, cosines in Lexical(texts).matched(written, len(texts))
        for row, scores in zip(places, cosines, strict=True)
    ]
    ids = [row["id"] for row in asked]
    ours, theirs = (_evaluated(ids, names, found) for found in (ranked, plain))
    better = all(ours.means[name] >= theirs.means[name] for name in ours.means)
    auc = ours.refusal_auc or 0.0
    figures = ", ".join(f"{name} {ours.means[name]:.3f} / {theirs.means[name]:.3f}" for name in ours.means)
    return Sentence(
        f"標記集調校用的一半，我們／純tf-idf：{figures}（{_zh('處處不低於tf-idf', better)}）；"
        f"辨識沒有對應者AUC {auc:.3f}（{_zh(f'{REFUSING}', auc >= REFUSING)}）",
        f"the labelled set's half for tuning, ours / plain tf-idf: {figures} ({_en('never below tf-idf', better)}); "
        f"AUC of refusing {auc:.3f} ({_en(f'{REFUSING}', auc >= REFUSING)})",
    )


def _evaluated(
    ids: Sequence[str], names: Sequence[str], found: Sequence[list[tuple[int, float]]]
) -> Evaluation:
    judgements: dict[str, dict[str, float]] = {}
    for row in _rows("judgements.csv"):
        if row["half"] == "tuning":
            of = judgements.setdefault(row["query_id"], {})
            of |= {row["item_id"]: float(row["relevance"])} if row["item_id"] else {}
    rankings = {query: [names[item] for item, _ in hits] for query, hits in zip(ids, found, strict=True)}
    best = {query: hits[0][1] for query, hits in zip(ids, found, strict=True)}
    return evaluate(rankings, judgements, len(names), best)


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("coretech.data") / "eval" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _zh(bar: str, reached: bool) -> str:  # noqa: FBT001 - two words that are always said together
    return f"門檻{bar}：{'達到' if reached else '未達'}"


def _en(bar: str, reached: bool) -> str:  # noqa: FBT001 - as above
    return f"bar {bar}: {'reached' if reached else 'NOT reached'}"
