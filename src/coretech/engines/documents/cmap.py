"""Which characters a TrueType or OpenType font can draw, read from its ``cmap`` table.

Source: OpenType specification 1.9, "cmap — Character to Glyph Index Mapping Table", format 12.
"""

import struct

UNICODE_FULL = ((3, 10), (0, 4))  # platform and encoding of a table that reaches beyond the first plane
SEGMENTED = 12


def covered(font: bytes) -> frozenset[int]:
    """The code points that the font has a glyph for.

    Raises:
        ValueError: when it is no such font or has no table of format 12.
    """
    try:
        table = _subtable(font, _table(font, b"cmap"))
        (groups,) = struct.unpack_from(">I", font, table + 12)
        ranges = struct.iter_unpack(">III", font[table + 16 : table + 16 + 12 * groups])
        return frozenset(point for first, last, _glyph in ranges for point in range(first, last + 1))
    except (struct.error, LookupError) as error:
        message = "not a font with a Unicode cmap of format 12"
        raise ValueError(message) from error


def _table(font: bytes, tag: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for record in range(count):
        name, _checksum, offset, _length = struct.unpack_from(">4sIII", font, 12 + 16 * record)
        if name == tag:
            return int(offset)
    raise LookupError(tag)


def _subtable(font: bytes, cmap: int) -> int:
    (count,) = struct.unpack_from(">H", font, cmap + 2)
    for record in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", font, cmap + 4 + 8 * record)
        (form,) = struct.unpack_from(">H", font, cmap + offset)
        if (platform, encoding) in UNICODE_FULL and form == SEGMENTED:
            return cmap + int(offset)
    raise LookupError(SEGMENTED)
