"""The Arrow schema of outcomes, and outcomes ↔ record batches: what Parquet files, Ray and dataframes are made of.

The schema is derived from the records' own models, so that a new field of the contract is a new column. Needs the extra
`parquet`; pyarrow is imported when the first function is called.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from clipper.errors import MissingExtraError
from clipper.records import Clip, ErrorInfo, Failure, Mou, Trip
from clipper.write.columns import FLATTENED, LISTS, Row, row_of

if TYPE_CHECKING:
    import pyarrow as pa

_SCALARS = {str: "string", bool: "bool_", int: "int64", float: "float64"}


@cache
def schema() -> pa.Schema:
    """The columns of every Parquet file of clipper; every one may be null."""
    arrow = _pyarrow()
    fields: dict[str, pa.DataType] = {}
    for name, field in Clip.model_fields.items():
        if name in FLATTENED:
            fields |= {f"{name}_{inner}": kind for inner, kind in _fields(FLATTENED[name])}
        elif name == "records":
            fields |= {LISTS["trip"]: _list(_record(Trip)), LISTS["mou"]: _list(_record(Mou))}
        else:
            fields[name] = _type(field.annotation)
    fields["error"] = _type(ErrorInfo)
    return arrow.schema(list(fields.items()))


def record_batch(outcomes: Iterable[Clip | Failure]) -> pa.RecordBatch:
    """The outcomes as one batch of rows with `schema()`."""
    return _pyarrow().RecordBatch.from_pylist([row_of(outcome) for outcome in outcomes], schema=schema())


def rows_in(batch: pa.RecordBatch | pa.Table) -> list[Row]:
    """The rows of a batch or table, for `clipper.write.columns.outcome_of_row`; columns that are not clipper's are
    passed over."""
    known: list[Row] = batch.select([name for name in schema().names if name in batch.schema.names]).to_pylist()
    return known


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtraError.of("parquet", "Parquet") from error
    return pyarrow


def _record(model: type[Trip] | type[Mou]) -> pa.DataType:
    arrow = _pyarrow()
    return arrow.struct([("position", arrow.int64()), *_fields(model)])


def _fields(model: type[BaseModel]) -> list[tuple[str, pa.DataType]]:
    return [(name, _type(field.annotation)) for name, field in model.model_fields.items()]


def _list(inner: pa.DataType) -> pa.DataType:
    arrow = _pyarrow()
    return arrow.list_(arrow.field("element", inner))  # the name that Parquet gives it


def _type(annotation: Any) -> pa.DataType:
    """The Arrow type for the annotation of a field."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if annotation in _SCALARS:
        return getattr(_pyarrow(), _SCALARS[annotation])()
    if origin is Literal:
        return _pyarrow().string()
    if origin is Annotated:
        return _type(inside[0])
    if origin is tuple:
        return _list(_type(inside[0]))
    if origin in (Union, UnionType):
        return _either([one for one in inside if one is not NoneType])
    return _pyarrow().struct(_fields(annotation))


def _either(choices: list[Any]) -> pa.DataType:
    """One choice as it is; several models as one struct with the fields of all, and `kind` to tell them apart."""
    if len(choices) == 1:
        return _type(choices[0])
    merged = {name: kind for model in choices for name, kind in _fields(model)}
    return _pyarrow().struct([("kind", _pyarrow().string()), *merged.items()])
