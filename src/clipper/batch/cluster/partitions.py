"""The stream of inputs → partitions: what one task works on and writes as one file."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from itertools import groupby

from clipper.batch.cluster.storage import files_under, is_uri, local_copy
from clipper.batch.inputs import find_inputs
from clipper.batch.items import Item, Refused
from clipper.batch.sources.folder import is_page_name, is_read
from clipper.errors import ClipperError, EmptyInputError
from clipper.read.page import Page

MAX_WEIGHT = 64 * 1024 * 1024
"""Bytes that one partition may weigh on its way to its task."""


@dataclass(frozen=True, slots=True)
class Remote:
    """A file behind a URI: one page, or an archive of many. The task that works on it fetches and opens it."""

    uri: str

    @property
    def key(self) -> str:
        """The URI."""
        return self.uri

    @property
    def stamp(self) -> str:
        """Objects behind a URI are taken as unchanging."""
        return ""

    def items(self, copies: ExitStack, text_column: str | None) -> Iterator[Item]:
        """The pages in it, under keys that begin with the URI; a file that can't be fetched is one refused item.

        They can be loaded for as long as `copies` is open.
        """
        try:
            path = copies.enter_context(local_copy(self.uri))
        except ClipperError as error:
            yield Refused(self.uri, error)
            return
        for item in find_inputs([path], text_column=text_column):
            yield Renamed(item, self.uri + item.key.removeprefix(path))


@dataclass(frozen=True, slots=True)
class Renamed:
    """An item under the name that the user knows it by."""

    item: Item
    key: str

    @property
    def stamp(self) -> str:
        """That of the item."""
        return self.item.stamp

    def load(self) -> Page:
        """The page under its name."""
        return replace(self.item.load(), path=self.key)


Unit = Item | Remote


@dataclass(frozen=True, slots=True)
class Partition:
    """Consecutive inputs; `number` counts from 0 and names the output file."""

    number: int
    units: tuple[Unit, ...]

    @property
    def name(self) -> str:
        """`part-00042`, the name of its files without their suffix."""
        return f"part-{self.number:05}"

    @contextmanager
    def items(self, text_column: str | None) -> Iterator[Iterator[Item]]:
        """The pages of the partition, in order; what had to be fetched for them is kept until the block ends."""
        with ExitStack() as copies:
            yield self._items(copies, text_column)

    def _items(self, copies: ExitStack, text_column: str | None) -> Iterator[Item]:
        for unit in self.units:
            if isinstance(unit, Remote):
                yield from unit.items(copies, text_column)
            else:
                yield unit

    def digest(self, options: str) -> str:
        """What tells this work from other work: the inputs by key and stamp, and `options`."""
        parts = [options, *(f"{unit.key}\0{unit.stamp}" for unit in self.units)]
        return hashlib.sha256("\n".join(parts).encode("utf-8", "backslashreplace")).hexdigest()


def partitions(names: Iterable[str], size: int, *, text_column: str | None = None) -> Iterator[Partition]:
    """The inputs behind paths and URIs in partitions of `size`; the same inputs give the same partitions.

    An archive behind a URI is a partition of its own, for how much it holds is known only to who opens it.
    """
    for number, units in enumerate(_cut(_units(names, text_column), size)):
        yield Partition(number, units)


def _cut(units: Iterable[Unit], size: int) -> Iterator[tuple[Unit, ...]]:
    group: list[Unit] = []
    weight = 0
    for unit in units:
        alone = isinstance(unit, Remote) and not is_page_name(unit.uri.rpartition("/")[2])
        if group and (alone or len(group) >= size or weight > MAX_WEIGHT):
            yield tuple(group)
            group, weight = [], 0
        if alone:
            yield (unit,)
            continue
        group.append(unit)
        weight += len(pickle.dumps(unit))  # a handle is small; a page that can't be read again travels itself
    if group:
        yield tuple(group)


def _units(names: Iterable[str], text_column: str | None) -> Iterator[Unit]:
    """Paths that stand together are opened together, so that a file that is reached twice comes once."""
    for remote, group in groupby(names, key=is_uri):
        if remote:
            for uri in group:
                yield from _behind(uri)
        else:
            yield from find_inputs(group, text_column=text_column)


def _behind(uri: str) -> Iterator[Unit]:
    try:
        found = [file for file in files_under(uri) if file == uri or is_read(file.rpartition("/")[2])]
        if not found:
            raise EmptyInputError("no saved page behind this URI", where=uri)
    except ClipperError as error:
        yield Refused(uri, error)
        return
    for file in found:
        yield Remote(file)
