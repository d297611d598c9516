"""Regimes from their data files: read strictly, so that a fault is told before the first answer."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise
from typing import Any

from coretech.engines.controls.expression import (
    Compared,
    Criterion,
    ExpressionError,
    comparisons_in,
    names_in,
    parse,
)
from coretech.engines.controls.parameters import Form, kinds, parameters
from coretech.engines.controls.problems import RegimeError
from coretech.engines.controls.regimes import Item, Policy, PolicyOutcome, Regime, Rule, Vintage
from coretech.kit.sentence import Sentence

_SHARED = frozenset({"parameters.toml", "kinds.toml"})
_EARLIEST = dt.date.min


@cache
def bundled() -> tuple[Regime, ...]:
    """The regimes that travel with the package, the United States first, then by file."""
    return regimes_in(files("coretech.data") / "controls")


def regimes_in(folder: Traversable) -> tuple[Regime, ...]:
    """The regimes in a folder, a file each.

    Raises:
        RegimeError: for a file that is no TOML or breaks a rule of `regime_from`.
    """
    names = sorted(each.name for each in folder.iterdir() if each.name.endswith(".toml"))
    wanted = [name for name in names if name not in _SHARED]
    wanted.sort(key=lambda name: (name != "us-ear.toml", name))
    return tuple(_regime_file(folder / name, name) for name in wanted)


def _regime_file(file: Traversable, name: str) -> Regime:
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RegimeError(name, Sentence(f"不是有效的 TOML：{error}", f"no valid TOML: {error}")) from error
    return regime_from(data, name)


def regime_from(data: Mapping[str, Any], place: str) -> Regime:
    """A regime from a file's tables.

    Raises:
        RegimeError: for what is missing, an unknown parameter or kind, a criterion that cannot be read, vintages that
            overlap, an item printed twice, or a threshold without its source.
    """
    head = _table(data, "regime", place)
    items = tuple(_item(row, f"{place} item {number}") for number, row in enumerate(data.get("item", []), 1))
    _require_single([each.id for each in items], place)
    policies = tuple(_policy(row, f"{place} policy") for row in data.get("policy", []))
    _require_items(policies, items, place)
    return Regime(
        id=_text(head, "id", place),
        label=_both(head, "", place),
        issuer=_both(head, "issuer_", place),
        effect=_text(head, "effect", place),
        source=_text(head, "source", place),
        items=items,
        policies=policies,
    )


def _item(row: Mapping[str, Any], place: str) -> Item:
    at = f"{place} ({row.get('id', '?')})"
    found = frozenset(row.get("kinds", ()))
    if not found or not found <= kinds().keys():
        raise RegimeError(at, Sentence("kinds 缺少或有不認得的", "kinds is missing or names an unknown one"))
    vintages = tuple(_vintage(each, at) for each in row.get("vintage", ()))
    _require_in_turn(vintages, at)
    note = _both(row, "note_", at) if "note_zh" in row else None
    return Item(
        id=_text(row, "id", at),
        label=_both(row, "", at),
        kinds=found,
        citation=_text(row, "citation", at),
        vintages=vintages,
        note=note,
        announced=row.get("announced"),
        incomplete=bool(row.get("incomplete", False)),
    )


def _vintage(row: Mapping[str, Any], place: str) -> Vintage:
    start, until = row.get("from"), row.get("until")
    if not isinstance(start, dt.date) or not (until is None or isinstance(until, dt.date)):
        raise RegimeError(place, Sentence("from、until 應為日期", "from and until should be dates"))
    written = _text(row, "when", place)
    return Vintage(start, until, _criterion(written, place), written, _text(row, "source", place))


def _policy(row: Mapping[str, Any], place: str) -> Policy:
    rules = tuple(
        Rule(
            _criterion(_text(each, "when", place), place),
            _text(each, "when", place),
            PolicyOutcome(_text(each, "outcome", place)),
        )
        for each in row.get("rule", ())
    )
    return Policy(
        items=frozenset(row.get("items", ())),
        destinations=frozenset(row.get("destinations", ())),
        start=row.get("from", _EARLIEST),
        until=row.get("until"),
        citation=_text(row, "citation", place),
        rules=rules,
    )


def _criterion(written: str, place: str) -> Criterion:
    try:
        criterion = parse(written)
    except ExpressionError as error:
        raise RegimeError(place, error.sentence) from error
    for name in names_in(criterion):
        if name not in parameters():
            raise RegimeError(
                place, Sentence(f"不認得的參數 {name}", f"{name} is no parameter of parameters.toml")
            )
    for each in comparisons_in(criterion):
        _require_sort(each, place)
    return criterion


def _require_sort(each: Compared, place: str) -> None:
    """A quantity is held against a figure, a word against one of its words."""
    parameter = parameters()[each.name]
    right = (
        each.value in parameter.words and each.sign in ("==", "!=")
        if parameter.form is Form.WORD
        else parameter.form is Form.QUANTITY and not isinstance(each.value, str)
    )
    if not right:
        raise RegimeError(
            place,
            Sentence(
                f"{each.name} 不能與 {each.value} 比較", f"{each.name} cannot be held against {each.value}"
            ),
        )


def _require_in_turn(vintages: tuple[Vintage, ...], place: str) -> None:
    if not vintages:
        raise RegimeError(place, Sentence("沒有任何條件", "has no criterion"))
    for before, after in pairwise(vintages):
        if before.until is None or before.until >= after.start:
            raise RegimeError(place, Sentence("前後兩版的日期重疊", "the dates of two vintages overlap"))


def _require_single(ids: list[str], place: str) -> None:
    twice = {each for each in ids if ids.count(each) > 1}
    if twice:
        listed = ", ".join(sorted(twice))
        raise RegimeError(place, Sentence(f"項目編號重複：{listed}", f"items printed twice: {listed}"))


def _require_items(policies: tuple[Policy, ...], items: tuple[Item, ...], place: str) -> None:
    unknown = {each for policy in policies for each in policy.items} - {each.id for each in items}
    if unknown:
        listed = ", ".join(sorted(unknown))
        raise RegimeError(
            place, Sentence(f"政策所指的項目不存在：{listed}", f"a policy names no item: {listed}")
        )


def _table(data: Mapping[str, Any], name: str, place: str) -> Mapping[str, Any]:
    found = data.get(name)
    if not isinstance(found, Mapping):
        raise RegimeError(place, Sentence(f"缺少 [{name}]", f"[{name}] is missing"))
    return found


def _text(row: Mapping[str, Any], name: str, place: str) -> str:
    found = row.get(name)
    if not isinstance(found, str) or not found.strip():
        raise RegimeError(place, Sentence(f"缺少 {name}", f"{name} is missing"))
    return found


def _both(row: Mapping[str, Any], before: str, place: str) -> Sentence:
    return Sentence(_text(row, f"{before}zh", place), _text(row, f"{before}en", place))
