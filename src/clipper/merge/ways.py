"""How values of each kind are joined: what spellings share, and which of two is the fuller."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clipper.merge.claims import Way
from clipper.merge.names import Aliases, folded, last_name, person_of, place_key, sound
from clipper.records import Amount, Organization, Person, Place


def _plain(value: object) -> tuple[int, str]:
    return 0, str(value)


CODE: Way[str] = Way(key=str, full=_plain)
NUMBER: Way[int] = Way(key=int, full=_plain)
TEXT: Way[str] = Way(key=folded, full=lambda text: (len(text), text))
AMOUNT: Way[Amount] = Way(key=lambda a: (a.currency, a.value), full=lambda a: (len(a.text), a.text))


def _place_filled(place: Place) -> tuple[int, str]:
    return (place.region is not None) + (place.latitude is not None), place.name


def _place(place: Place) -> tuple[object, ...]:
    """Namesakes lie elsewhere (`퀘벡주`, `퀘벡시`)."""
    return place_key(place), place.latitude, place.longitude


PLACE: Way[Place] = Way(key=_place, full=_place_filled)


def _person_filled(person: Person) -> tuple[int, str]:
    told = (person.name, person.title, person.organization)
    return sum(map(len, filter(None, told))), repr(told)


def _person_joined(people: Sequence[Person]) -> Person:
    """The fullest telling; what it leaves out, the next one may say."""
    return Person(
        name=next((one.name for one in people if one.name), None),
        title=next((one.title for one in people if one.title), None),
        organization=next((one.organization for one in people if one.organization), None),
    )


@dataclass(frozen=True)
class Ways:
    """The ways that depend on what articles say in brackets."""

    person: Way[Person]
    organization: Way[Organization]
    anyone: Way[Person | Organization]

    @classmethod
    def of(cls, aliases: Aliases) -> Ways:
        """The ways under these aliases."""
        people, bodies = _person_way(aliases), _organization_way(aliases)
        return cls(people, bodies, _anyone_way(people, bodies))


def _person_way(aliases: Aliases) -> Way[Person]:
    """People by name and office: another office of the same name stands beside it, one left out does not."""

    def key(person: Person) -> object:
        name = person_of(person)
        office = folded(person.title or "")
        if name:
            return sound(last_name(name)) if " " in name else name
        return office, aliases.key(person.organization or "")

    return Way(key=key, full=_person_filled, join=_person_joined)


def _organization_way(aliases: Aliases) -> Way[Organization]:
    """Organisations by all spellings; the fullest is the name, the others are aliases."""

    def join(bodies: Sequence[Organization]) -> Organization:
        spellings = dict.fromkeys(name for body in bodies for name in (body.name, *body.aliases))
        name, *others = spellings
        country = next((body.country for body in bodies if body.country), None)
        return Organization(name=name, aliases=tuple(sorted(others)), country=country)

    return Way(
        key=lambda body: aliases.key(body.name) or folded(body.name),
        full=lambda body: (len(body.name), body.name),
        join=join,
    )


def _anyone_way(people: Way[Person], bodies: Way[Organization]) -> Way[Person | Organization]:
    """People and organisations in one list."""

    def key(one: Person | Organization) -> object:
        return ("person", people.key(one)) if isinstance(one, Person) else ("body", bodies.key(one))

    def full(one: Person | Organization) -> tuple[int, str]:
        return people.full(one) if isinstance(one, Person) else bodies.full(one)

    def join(ones: Sequence[Person | Organization]) -> Person | Organization:
        if isinstance(ones[0], Person):
            return people.join([one for one in ones if isinstance(one, Person)])
        return bodies.join([one for one in ones if isinstance(one, Organization)])

    return Way(key=key, full=full, join=join)
