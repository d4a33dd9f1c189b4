"""Files that are no text, told by their first bytes or by their share of control characters."""

from __future__ import annotations

from clipper.errors import BinaryInputError

# Only marks that no text can begin with; `BM`, `MZ` and the like are left to the control characters.
_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF87a", "a GIF image"),
    (0, b"GIF89a", "a GIF image"),
    (0, b"%PDF-", "a PDF"),
    (0, b"PK\x03\x04", "a zip archive or office file"),
    (0, b"PK\x05\x06", "an empty zip archive"),
    (0, b"Rar!\x1a", "a RAR archive"),
    (0, b"7z\xbc\xaf'\x1c", "a 7z archive"),
    (0, b"BZh91AY&SY", "a bzip2 archive"),
    (0, b"\xfd7zXZ\0", "an xz archive"),
    (0, b"(\xb5/\xfd", "a Zstandard archive"),
    (0, b"\x7fELF", "a program"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office or HWP file"),
    (0, b"HWP Document File", "an HWP file"),
    (0, b"SQLite format 3\0", "a database"),
    (0, b"\0asm", "a program"),
    (0, b"wOFF", "a font"),
    (0, b"wOF2", "a font"),
    (0, b"ID3\x03", "a sound file"),
    (0, b"OggS\0", "a sound file"),
    (4, b"ftyp", "a video"),
    (8, b"WEBPVP8", "a WebP image"),
    (8, b"WAVEfmt", "a sound file"),
    (8, b"AVI LIST", "a video"),
    (257, b"ustar", "a tar archive"),
)
_CONTROLS = bytes([*sorted(set(range(1, 32)) - set(b"\t\n\v\f\r\x1a\x1b")), 127])
_SAMPLE = 16384


def refuse_binary(data: bytes) -> None:
    """Raises BinaryInputError where `data` is an image, archive, program or the like; encodings are not judged here."""
    for offset, mark, kind in _MAGIC:
        if data.startswith(mark, offset) and not (offset == 4 and data[0:1] != b"\0"):
            raise BinaryInputError(f"the input is {kind}, not a page")
    middle = max(0, len(data) // 2 - _SAMPLE // 2)
    sample = data[:_SAMPLE] + data[middle : middle + _SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls * 20 > len(sample) and not _is_wide(data[:4096]):
        raise BinaryInputError("the input is a binary file, not a page")


def _is_wide(head: bytes) -> bool:
    """UTF-16 and UTF-32 text may hold any byte: its low bytes look like control characters."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return max(even, odd) * 20 > len(head) // 2 and min(even, odd) * 2 <= max(even, odd)
