"""Criteria as an expert writes them: ``tpp >= 4800 or (tpp >= 1600 and pd >= 5.92)``.

The words are Python's, of which only these are taken: ``and``, ``or``, ``not``, comparisons of a parameter with a
figure or a word, a parameter that is true or false, ``true`` and ``unknown`` (of which the source does not say
enough to decide anything).
"""

import ast
from dataclasses import dataclass
from fractions import Fraction

from coretech.kit.sentence import Sentence


class ExpressionError(ValueError):
    """An expression that cannot be read; ``sentence`` says why."""

    def __init__(self, zh: str, en: str) -> None:
        """Keep both sentences."""
        super().__init__(en)
        self.sentence = Sentence(zh, en)


@dataclass(frozen=True, slots=True)
class Both:
    """All of these."""

    parts: tuple["Criterion", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Any of these."""

    parts: tuple["Criterion", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    part: "Criterion"


@dataclass(frozen=True, slots=True)
class Compared:
    """A parameter held against a figure or a word; ``sign`` is one of ``>= > <= < == !=``."""

    name: str
    sign: str
    value: Fraction | str


@dataclass(frozen=True, slots=True)
class Told:
    """A parameter that is true or false."""

    name: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """True always, or never to be decided."""

    known: bool


Criterion = Both | Either | Not | Compared | Told | Fixed

_SIGNS: dict[type[ast.cmpop], str] = {
    ast.GtE: ">=",
    ast.Gt: ">",
    ast.LtE: "<=",
    ast.Lt: "<",
    ast.Eq: "==",
    ast.NotEq: "!=",
}
_TURNED = {">=": "<=", ">": "<", "<=": ">=", "<": ">", "==": "==", "!=": "!="}
_FIXED = {"true": True, "unknown": False}


def parse(text: str) -> Criterion:
    """The criterion in a text.

    Raises:
        ExpressionError: for anything that is no criterion.
    """
    try:
        return _read(ast.parse(text.strip(), mode="eval").body, text)
    except (SyntaxError, ValueError, RecursionError) as error:
        if isinstance(error, ExpressionError):
            raise
        raise ExpressionError(f"看不懂的條件「{text}」", f"the criterion {text!r} cannot be read") from error


def names_in(criterion: Criterion) -> tuple[str, ...]:
    """The parameters a criterion names, each once, in the order they are written."""
    match criterion:
        case Both(parts) | Either(parts):
            found = [name for part in parts for name in names_in(part)]
        case Not(part):
            found = list(names_in(part))
        case Compared(name) | Told(name):
            found = [name]
        case Fixed():
            found = []
    return tuple(dict.fromkeys(found))


def comparisons_in(criterion: Criterion) -> tuple[Compared, ...]:
    """The comparisons of a criterion, in the order they are written."""
    match criterion:
        case Both(parts) | Either(parts):
            return tuple(each for part in parts for each in comparisons_in(part))
        case Not(part):
            return comparisons_in(part)
        case Compared():
            return (criterion,)
        case Told() | Fixed():
            return ()


def _read(node: ast.expr, text: str) -> Criterion:
    match node:
        case ast.BoolOp(op, values):
            parts = tuple(_read(each, text) for each in values)
            return Both(parts) if isinstance(op, ast.And) else Either(parts)
        case ast.UnaryOp(ast.Not(), operand):
            return Not(_read(operand, text))
        case ast.Compare():
            return _compared(node, text)
        case ast.Name(name):
            return Fixed(_FIXED[name]) if name in _FIXED else Told(name)
        case _:
            raise _foreign(text)


def _compared(node: ast.Compare, text: str) -> Criterion:
    """A comparison; a chain such as ``1600 <= tpp < 4800`` is both of its halves."""
    sides = [node.left, *node.comparators]
    found = [
        _one(left, sign, right, text) for left, sign, right in zip(sides, node.ops, sides[1:], strict=False)
    ]
    return found[0] if len(found) == 1 else Both(tuple(found))


def _one(left: ast.expr, operator: ast.cmpop, right: ast.expr, text: str) -> Compared:
    sign = _SIGNS.get(type(operator))
    if sign is None:
        raise _foreign(text)
    if isinstance(left, ast.Name):
        return Compared(left.id, sign, _value(right, text))
    if isinstance(right, ast.Name):
        return Compared(right.id, _TURNED[sign], _value(left, text))
    raise _foreign(text)


def _value(node: ast.expr, text: str) -> Fraction | str:
    match node:
        case ast.Constant(str() as word):
            return word
        case ast.Constant(bool()):
            raise _foreign(text)
        case ast.Constant(int() | float() as figure):
            return Fraction(str(figure))
        case _:
            raise _foreign(text)


def _foreign(text: str) -> ExpressionError:
    return ExpressionError(
        f"條件「{text}」只能用 and、or、not、比較與參數名稱",
        f"the criterion {text!r} may only use and, or, not, comparisons and names of parameters",
    )
