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
    owners = [outlet for outlet in outlets if any(map(outlet.owns, hosts))]
    owners.sort(key=lambda outlet: -max(map(outlet.owns, hosts)))
    families = [outlet for outlet in outlets if outlet not in owners and _may_be(page, outlet)]
    page = page.only(frozenset(name for outlet in (*owners, *families) for name in outlet.names()))
    for outlet in owners:
        layout = _layout_on(page, outlet)
        if layout is not None:
            return _apply(page, outlet, layout)
    for outlet in families:
        if any(compiled(sign).elements(page) for sign in outlet.signs):
            layout = _layout_on(page, outlet)
            if layout is not None:
                return _apply(page, outlet, layout, owners[0].publisher if owners else None)
    return Advice(publisher=owners[0].publisher) if owners else Advice()


def _may_be(page: Markup, outlet: Outlet) -> bool:
    return any(compiled(sign).may_select(page) for sign in outlet.signs)


def _layout_on(page: Markup, outlet: Outlet) -> Layout | None:
    """The newest layout whose body is on the page; one without body selectors fits any page."""
    for layout in outlet.layouts:
        if not layout.body or any(compiled(selector).elements(page) for selector in layout.body):
            return layout
    return None


def _apply(page: Markup, outlet: Outlet, layout: Layout, publisher: str | None = None) -> Advice:
    bodies = next((found for s in layout.body if (found := compiled(s).elements(page))), [])
    values = {}
    for name, selectors in layout.fields:
        value = next((v for s in selectors if (v := compiled(s).value(page))), None)
        if value and name != "authors":
            values[name] = value
    named = [element for selector in layout.of("authors") for element in compiled(selector).elements(page)]
    authors = [" ".join("".join(element.itertext()).split()) for element in named]
    return Advice(
        name=outlet.name,
        publisher=publisher or outlet.publisher,
        bodies=tuple(bodies),
        drops=tuple((element, reason) for reason, s in layout.drop for element in compiled(s).elements(page)),
        values=values,
        authors=tuple(dict.fromkeys(authors)),
    )
