"""Columns of Arrow to cases, and the decisions back, without a copy in between (Arrow's C data interface)."""

import ctypes
import json
import unicodedata

import pyarrow as pa
import pyarrow.compute as pc

from ._library import ARROW_ARRAY_BYTES, ARROW_SCHEMA_BYTES, check, library

# Columns that belong to the case and not to its facts.
CASE_KEYS = ("nom", "date", "récit")

# As many rows at a time, so that the texts made of them stay small.
ROWS = 32_768


def decide(rules, data, *, text, keep, options):
    """Decides a table or a record batch, and gives one of the same kind."""
    if isinstance(data, pa.RecordBatch):
        return _decide_batch(rules, data, text, keep, options)
    batches = [_decide_batch(rules, batch, text, keep, options) for batch in data.to_batches(max_chunksize=ROWS)]
    if not batches:
        empty = pa.RecordBatch.from_arrays([pa.array([], field.type) for field in data.schema], schema=data.schema)
        return pa.Table.from_batches([_decide_batch(rules, empty, text, keep, options)])
    return pa.Table.from_batches(batches)


def _decide_batch(rules, batch, text, keep, options):
    cases = batch.column(text) if text is not None else lines(rules, batch, keep)
    decided = decide_texts(rules, cases, options)
    kept = [batch.column(name) for name in keep]
    fields = [batch.schema.field(name) for name in keep] + list(decided.type)
    return pa.RecordBatch.from_arrays(kept + decided.flatten(), schema=pa.schema(fields))


def decide_texts(rules, cases, options):
    """Decides an array of texts, each a case in JSON, and gives an array of structures."""
    if isinstance(cases, pa.ChunkedArray):
        cases = cases.combine_chunks()
    if not (pa.types.is_string(cases.type) or pa.types.is_large_string(cases.type)):
        cases = cases.cast(pa.string())
    given, given_type = ctypes.create_string_buffer(ARROW_ARRAY_BYTES), ctypes.create_string_buffer(ARROW_SCHEMA_BYTES)
    array, schema = ctypes.create_string_buffer(ARROW_ARRAY_BYTES), ctypes.create_string_buffer(ARROW_SCHEMA_BYTES)
    address = ctypes.addressof
    cases._export_to_c(address(given), address(given_type))
    try:
        check(
            library().bienfonde_decide_arrow(
                rules._engine.number, address(given), address(given_type), options, address(array), address(schema)
            )
        )
    finally:
        # What was lent is given back to pyarrow, which releases it.
        pa.Array._import_from_c(address(given), address(given_type))
    return pa.Array._import_from_c(address(array), address(schema))


# MARK: Facts as columns


def lines(rules, batch, keep=()):
    """Each row as a case in JSON; a null cell is not stated."""
    case, facts = [], []
    known = {_folded(name) for name in rules.facts}
    for name, column in zip(batch.schema.names, batch.columns):
        if _folded(name) in known:
            facts.append(_entry(name, column))
        elif name in CASE_KEYS:
            case.append(_entry(name, column))
        elif name not in keep:
            raise ValueError(
                f"la colonne « {name} » n’est ni un fait ni une colonne à garder; nommez-la dans keep, ou retirez-la"
            )
    inside = _joined(facts, batch.num_rows)
    case.append(pc.binary_join_element_wise('"faits":{', inside, "}", ""))
    return pc.binary_join_element_wise("{", _joined(case, batch.num_rows), "}", "")


def _folded(name):
    """A name as the rule language compares it: in NFC, both apostrophes as one."""
    return unicodedata.normalize("NFC", name).replace("’", "'")


def _joined(entries, count):
    if not entries:
        return pa.array([""] * count, pa.string())
    # pyarrow leaves out a row in which all are null: there the first is an empty text.
    first = pc.if_else(pc.is_null(pc.coalesce(*entries)), "", entries[0])
    return pc.binary_join_element_wise(first, *entries[1:], ",", null_handling="skip")


def _entry(name, column):
    """`"name":value` for each row, null where the cell is."""
    return pc.binary_join_element_wise(json.dumps(name, ensure_ascii=False) + ":", _value(name, column), "")


def _value(name, column):
    """The cells of a column as JSON."""
    kind = column.type
    if pa.types.is_dictionary(kind):
        return _value(name, column.dictionary_decode())
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        return _quoted(column.cast(pa.string()))
    if pa.types.is_boolean(kind):
        return pc.if_else(column, "true", "false")
    if pa.types.is_integer(kind) or pa.types.is_floating(kind):
        return column.cast(pa.string())
    if pa.types.is_decimal(kind):
        return _quoted(column.cast(pa.string()))
    if pa.types.is_date(kind):
        return _quoted(column.cast(pa.date32()).cast(pa.string()))
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return _list(name, column)
    if pa.types.is_null(kind):
        return column.cast(pa.string())
    raise TypeError(
        f"la colonne « {name} » est du type {kind}; un fait est un texte, un booléen, un nombre, une date ou une liste de textes"
    )


def _list(name, column):
    # An element that is null makes the line an error, as in JSON.
    elements = pc.fill_null(_value(name, column.flatten()), "null")
    counts = pc.fill_null(pc.list_value_length(column), 0)
    offsets = pa.concat_arrays([pa.array([0], pa.int32()), pc.cumulative_sum(counts).cast(pa.int32())])
    texts = pc.binary_join(pa.ListArray.from_arrays(offsets, elements), ",")
    return pc.if_else(pc.is_valid(column), pc.binary_join_element_wise("[", texts, "]", ""), None)


def _quoted(texts):
    """Texts as JSON writes them. Those that need an escape are rare: they are looked for first."""
    if pc.any(pc.match_substring_regex(texts, '[\\x00-\\x1f"\\\\]')).as_py():
        texts = pc.replace_substring(pc.replace_substring(texts, "\\", "\\\\"), '"', '\\"')
        for code in range(0x20):
            texts = pc.replace_substring(texts, chr(code), f"\\u{code:04x}")
    return pc.binary_join_element_wise('"', texts, '"', "")
