"""Which outlet file speaks for a page, and what it says there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clipper.clean.outlets.selectors import Markup, compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from clipper.clean.outlets.outlet import Layout, Outlet


@dataclass(frozen=True, slots=True)
class Advice:
    """What an outlet file says of one page: the elements of body and furniture (with reasons), and field values."""

    name: str = ""
    publisher: str | None = None
    bodies: tuple[HtmlElement, ...] = ()
    drops: tuple[tuple[HtmlElement, str], ...] = ()
    values: dict[str, str] = field(default_factory=dict)
    authors: tuple[str, ...] = ()


def advise(page: Markup, hosts: Sequence[str], outlets: Sequence[Outlet]) -> Advice:
    """The advice of the outlet that owns one of the hosts, else of the first family whose sign is on the page."""
    owners = _owners(hosts, outlets)
    publisher = owners[0].publisher if owners else None
    own = _first(page, owners, publisher)
    if own is not None:
        return own
    families = [outlet for outlet in outlets if outlet.signs and outlet not in owners]
    return _first(page, families, publisher) or Advice(publisher=publisher)


def _owners(hosts: Sequence[str], outlets: Sequence[Outlet]) -> list[Outlet]:
    """The outlets that own one of the hosts, the closest first."""
    above = {host[at:] for host in hosts for at in _labels(host)}
    closeness = [(max(map(outlet.owns, hosts)), outlet) for outlet in outlets if not above.isdisjoint(outlet.hosts)]
    return [outlet for _, outlet in sorted(closeness, key=lambda pair: -pair[0])]


def _labels(host: str) -> list[int]:
    """Where each label of a host begins."""
    return [0, *(at + 1 for at, letter in enumerate(host) if letter == ".")]


def _first(page: Markup, outlets: Sequence[Outlet], publisher: str | None) -> Advice | None:
    """The advice of the first outlet with a layout (and a sign, where it has any) that is on the page."""
    for outlet in outlets:
        layout = _layout_on(page, outlet) if _has_sign(page, outlet) else None
        if layout is not None:
            return _apply(page, outlet, layout, publisher)
    return None


def _has_sign(page: Markup, outlet: Outlet) -> bool:
    return not outlet.signs or any(compiled(sign).elements(page) for sign in outlet.signs)


def _layout_on(page: Markup, outlet: Outlet) -> Layout | None:
    """The newest layout whose body is on the page; one without body selectors fits any page."""
    for layout in outlet.layouts:
        if not layout.body or any(compiled(selector).elements(page) for selector in layout.body):
            return layout
    return None


def _apply(page: Markup, outlet: Outlet, layout: Layout, publisher: str | None) -> Advice:
    bodies = next((found for s in layout.body if (found := compiled(s).elements(page))), [])
    values = {}
    for name, selectors in layout.fields:
        value = next((v for s in selectors if (v := compiled(s).value(page))), None)
        if value and name != "authors":
            values[name] = value
    named = [element for selector in layout.of("authors") for element in compiled(selector).elements(page)]
    authors = [" ".join(" ".join(element.itertext()).split()) for element in named]
    return Advice(
        name=outlet.name,
        publisher=publisher or outlet.publisher,
        bodies=tuple(bodies),
        drops=tuple((element, reason) for reason, s in layout.drop for element in compiled(s).elements(page)),
        values=values,
        authors=tuple(dict.fromkeys(authors)),
    )
