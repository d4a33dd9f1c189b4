"""Bytes → text, once, before any parser sees the page.

The ladder: byte-order mark; UTF-16 told by where its NULs stand; strict UTF-8; UTF-8 with damaged bytes, told by its
Hangul; strict CP949 (which reads everything that `euc-kr` labels promise, and the 8,822 syllables they don't); then the
one with the fewest replacement characters. Labels are compared with what was found, never trusted.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from clipper.errors import EmptyInputError, EncodingError, LimitError
from clipper.read.binary import refuse_binary
from clipper.read.wide import decode_utf16, utf16_without_mark

MAX_BYTES = 50_000_000

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Labels that mean CP949 in practice, whatever they say.
_KOREAN = frozenset(
    ["euc_kr", "euckr", "cp949", "ks_c_5601", "ks_c_5601_1987", "ksc5601", "ksc_5601", "csksc56011987", "uhc", "ms949",
     "windows_949", "x_windows_949", "x_euc_kr"]
)
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})["']""", re.IGNORECASE)
_HANGUL = re.compile("[가-힣]")
_HEAD = 4096
_LOST = "\ufffd"

_Reading = tuple[str, str, bytes | None]
"""A text with one kind of line ends, the codec that read it, and its UTF-8 where that is what was read."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text (its line ends are `\\n`), the encoding that really read it (a Python codec name), what the label or the page
    declared, the number of characters lost, warnings as `(code, message)`, and the text in UTF-8 where that is at hand."""

    text: str
    encoding: str
    declared: str | None
    damaged: int
    warnings: tuple[tuple[str, str], ...] = ()
    utf8: bytes | None = None


def decode(
    data: bytes, *, label: str | None = None, override: str | None = None, limit: int = MAX_BYTES
) -> Decoded:
    """The text of a page. `label` is what a server said; `override` is what the user demands.

    Raises LimitError past `limit` bytes, EmptyInputError, BinaryInputError, and EncodingError where nothing reads the
    bytes as text or `override` names no known encoding.
    """
    if len(data) > limit:
        raise LimitError(f"{len(data):,} bytes, the limit is {limit:,}")
    if not data.strip(b" \t\r\n\f\v\0"):
        raise EmptyInputError("the input is empty")
    refuse_binary(data)
    declared = override or label or _declared_in(data)
    read, encoding, utf8 = _by_override(data, override) if override else _by_ladder(data)
    damaged = read.count(_LOST) if _LOST in read else 0
    _refuse_noise(read, damaged, encoding)
    # NULs are sought in bytes, where they are found faster.
    text = (read.replace("\0", "") if b"\0" in data else read).removeprefix("\ufeff")
    if not text.strip():
        raise EmptyInputError("the input is empty")
    warnings = _warnings(declared, encoding, damaged, chosen=bool(override))
    return Decoded(text, encoding, declared, damaged, warnings, utf8 if len(text) == len(read) else None)


def codec_name(label: str) -> str | None:
    """The codec for a label as pages and servers write it; Korean labels all mean `cp949`; None for no known one."""
    plain = re.sub(r"[^a-z0-9]+", "_", label.strip().lower())
    if plain in _KOREAN:
        return "cp949"
    try:
        name = codecs.lookup(plain).name
    except (LookupError, ValueError):
        return None
    return "utf-8" if name == "utf-8-sig" else name


def _declared_in(data: bytes) -> str | None:
    found = _XML.search(data[:_HEAD]) or _META.search(data[: 16 * _HEAD])
    return found[1].decode("ascii") if found else None


def _by_override(data: bytes, override: str) -> _Reading:
    name = codec_name(override)
    if name is None:
        raise EncodingError(f"no encoding is called {override!r}", hint="try utf-8, cp949 or utf-16")
    try:
        return _one_line_end(data.decode(name, "replace")), name, None
    except (LookupError, UnicodeError) as error:
        raise EncodingError(f"{override!r} does not decode text", hint="try utf-8, cp949 or utf-16") from error


def _by_ladder(data: bytes) -> _Reading:
    data = data.removeprefix(codecs.BOM_UTF8)  # some pages are pasted together: what follows may be anything
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _one_line_end(_decoded(data[len(mark) :], name)), name, None
    wide = utf16_without_mark(data)
    if wide:
        return _one_line_end(decode_utf16(data, wide)), wide, None
    if b"\r" in data:  # replaced faster in bytes; in what follows this byte is never a part of a character
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    tries: list[_Reading] = []
    for name in ("utf-8", "cp949"):
        try:
            return data.decode(name), name, data if name == "utf-8" else None
        except UnicodeDecodeError:
            tries.append((data.decode(name, "replace"), name, None))
        if _is_damaged_utf8(tries[0][0]):
            return tries[0]
    return min(tries, key=lambda tried: tried[0].count(_LOST))


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, name: str) -> str:
    return decode_utf16(data, name) if name.startswith("utf-16") else data.decode(name, "replace")


def _is_damaged_utf8(text: str) -> bool:
    """Hangul in three well-formed bytes does not come about by chance in CP949 text."""
    return len(_HANGUL.findall(text)) > 2 * text.count(_LOST)


def _refuse_noise(text: str, damaged: int, encoding: str) -> None:
    foreign = sum(1 for c in text if c > "~") if damaged else 0
    if damaged * 2 > foreign and damaged > 8 and damaged * 20 > len(text):
        lost = f"{damaged:,} of {len(text):,} characters are not readable as {encoding}"
        raise EncodingError(lost, hint="clipper extract --encoding NAME reads it as another one")


def _warnings(declared: str | None, encoding: str, damaged: int, *, chosen: bool) -> tuple[tuple[str, str], ...]:
    found = []
    known = codec_name(declared) if declared else None
    if declared and not chosen and _family(known) != _family(encoding):
        found.append(("encoding_mismatch", f"the page is labelled {declared}, its bytes are {encoding}"))
    if damaged:
        found.append(("damaged_bytes", f"{damaged:,} characters could not be read as {encoding}"))
    return tuple(found)


def _family(name: str | None) -> str | None:
    """UTF-16 by any name is one; plain ASCII is UTF-8."""
    if name is None:
        return None
    return {"utf-16-le": "utf-16", "utf-16-be": "utf-16", "ascii": "utf-8"}.get(name, name)
