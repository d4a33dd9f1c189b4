"""Values that records are made of: people, places, organisations, amounts."""

from __future__ import annotations

from pydantic import Field

from clipper.records.base import Model


class Person(Model):
    """Somebody by name, by office, or both (`이장우`, `대전시장`); where only an office is named, `name` is null."""

    name: str | None = None
    title: str | None = None
    organization: str | None = None


class Organization(Model):
    """A body by the fullest form of its name in the article; `country` is ISO 3166-1 alpha-2."""

    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None


class Place(Model):
    """A place as the article names it; `country` ISO 3166-1 alpha-2, `region` ISO 3166-2, degrees WGS 84."""

    name: str
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")
    region: str | None = Field(default=None, pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$")
    latitude: float | None = Field(default=None, ge=-90, le=90)
    longitude: float | None = Field(default=None, ge=-180, le=180)


class Amount(Model):
    """Money: a plain number, the ISO 4217 currency, and the article's own words."""

    value: float
    currency: str = Field(pattern=r"^[A-Z]{3}$")
    text: str
