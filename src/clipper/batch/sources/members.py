"""The names of an archive's members: which are pages, which hide another archive, and how they are shown."""

from __future__ import annotations

import re
from collections.abc import Callable

from clipper.batch.items import Refused
from clipper.batch.sources.folder import ARCHIVES, is_asset_folder, is_page_name
from clipper.errors import ClipperError, LimitError, ReadError
from clipper.read.decode import MAX_BYTES

NESTED = (*ARCHIVES, ".7z", ".rar", ".tar.bz2", ".tar.xz", ".tar.zst")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def member_name(raw: bytes) -> str:
    """A name as the archive holds it → text: UTF-8, else CP949 as Korean Windows writes it, else with `\\xNN`."""
    for encoding in ("utf-8", "cp949"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "backslashreplace")


def member_key(archive: str, name: str) -> str:
    """`x.zip!a/b.html`, on one line whatever the name holds."""
    return f"{archive}!{_CONTROL.sub(lambda found: ascii(found[0])[1:-1], name)}"


def is_wanted(name: str, has_member: Callable[[str], bool]) -> bool:
    """Whether a member is a page (or an archive, to be refused by name) and neither hidden nor a browser's frame."""
    *folders, last = name.replace("\\", "/").split("/")
    if not (is_page_name(last) or _is_nested(last)):
        return False
    if any(folder.startswith(".") and folder not in (".", "..") for folder in (*folders, last)):
        return False
    return not any(
        is_asset_folder(folder, lambda sibling, depth=depth: has_member("/".join((*folders[:depth], sibling))))  # type: ignore[misc]
        for depth, folder in enumerate(folders)
    )


def objection(name: str, size: int, key: str) -> Refused | None:
    """Why a wanted member is not read, if so, before a byte of it is."""
    error: ClipperError | None = None
    if ".." in name.replace("\\", "/").split("/"):
        error = ReadError("the name leads out of the archive", where=key, code="unsafe_name")
    elif _is_nested(name):
        hint = "unpack the outer archive, and give the inner one"
        error = ReadError("an archive inside an archive", where=key, hint=hint, code="nested")
    elif size > MAX_BYTES:
        error = LimitError(f"{size:,} bytes, the limit is {MAX_BYTES:,}", where=key)
    return Refused(key, error) if error else None


def _is_nested(name: str) -> bool:
    return not name.startswith(".") and name.lower().endswith(NESTED)
