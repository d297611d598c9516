"""The columns of a Parquet file as DuckDB is asked for them: cast where their types allow it, as JSON where not."""

import pyarrow as pa

from coretech.readers.works.shape import COLUMNS

ABSTRACT = "abstract_inverted_index"


def cast(field: pa.Field) -> str:
    """A column in the type that the tables are made of; asking for it fails where a value is out of shape."""
    column, kind = f'"{field.name}"', COLUMNS[field.name]
    if field.name == ABSTRACT:
        return _inverted(column, field.type)
    if pa.types.is_floating(field.type) and kind == "BIGINT":
        broken = f"error({column} || ' is no whole number')"
        whole = f"CASE WHEN {column} = trunc({column}) THEN CAST({column} AS BIGINT) ELSE {broken} END"
        return f"CASE WHEN NOT isnan({column}) THEN {whole} END"
    return f"CAST({column} AS {kind})"


def in_json(field: pa.Field) -> bool:
    """Whether a nested column is written as texts of JSON, which are to be read as lines are."""
    nested = COLUMNS[field.name] not in {"VARCHAR", "BIGINT"}
    return nested and field.name != ABSTRACT and _is_text(field.type)


def as_json(field: pa.Field) -> str:
    """A column as it would stand in a line of JSON; a text that is no JSON stays a text."""
    column = f'"{field.name}"'
    if COLUMNS[field.name] not in {"VARCHAR", "BIGINT"} and _is_text(field.type):
        return f"CASE WHEN json_valid({column}) THEN CAST({column} AS JSON) ELSE to_json({column}) END"
    if pa.types.is_floating(field.type):
        return f"CASE WHEN NOT isnan({column}) THEN {column} END"
    return _inverted(column, field.type) if field.name == ABSTRACT else column


def _inverted(column: str, kind: pa.DataType) -> str:
    """An abstract; of one whose words are columns of their own, only those that stand in it."""
    if _is_text(kind):
        return f"CAST({column} AS JSON)"
    told = f"to_json({column})"
    if pa.types.is_struct(kind):
        told = f"json_merge_patch('{{}}', {told})"
    return f"CASE WHEN {column} IS NOT NULL THEN {told} END"


def _is_text(kind: pa.DataType) -> bool:
    return any(each(kind) for each in (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view))
