"""The rules of `data/url_rules.toml`, validated and compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from clipper.data import table
from clipper.errors import DataError


@dataclass(frozen=True, slots=True)
class Rules:
    """Tracking keys (everywhere, by prefix, by site), wrappers (hosts, path, keys), words of interstitials, rewrites
    (pattern, new form, whether the new form is https)."""

    keys: frozenset[str]
    prefixes: tuple[str, ...]
    sites: tuple[tuple[str, frozenset[str]], ...]
    wrappers: tuple[tuple[tuple[str, ...], re.Pattern[str], tuple[str, ...]], ...]
    interstitial: tuple[str, ...]
    rewrites: tuple[tuple[re.Pattern[str], str, bool], ...]

    def tracks(self, host: str, key: str) -> bool:
        """Whether a query key says only how the reader came."""
        if key.lower() in self.keys or key.lower().startswith(self.prefixes):
            return True
        return any(key in keys for site, keys in self.sites if is_within(host, site))

    def wrapper_keys(self, host: str, path: str) -> tuple[str, ...]:
        """The query keys that hold the wrapped URL, where this address is a wrapper."""
        for hosts, pattern, keys in self.wrappers:
            if any(is_within(host, site) for site in hosts) and pattern.search(path):
                return keys
        return ()


def is_within(host: str, site: str) -> bool:
    """Whether `host` is `site` or one of its subdomains."""
    return host == site or host.endswith("." + site)


@cache
def rules() -> Rules:
    """The rules; DataError where the file is not as this reads it."""
    try:
        return _compiled(table("url_rules"))
    except (KeyError, TypeError, re.error) as error:
        raise DataError(f"{type(error).__name__}: {error}", where="url_rules.toml") from error


def _compiled(raw: dict[str, Any]) -> Rules:
    tracking = raw["tracking"]
    return Rules(
        keys=frozenset(key.lower() for key in tracking["keys"]),
        prefixes=tuple(tracking["prefixes"]),
        sites=tuple((site["host"], frozenset(site["keys"])) for site in tracking["site"]),
        wrappers=tuple((tuple(w["host"]), re.compile(w["path"]), tuple(w["keys"])) for w in raw["wrapper"]),
        interstitial=tuple(word.lower() for word in raw["interstitial"]["words"]),
        rewrites=tuple((re.compile(r["from"]), r["to"], not r["to"].startswith("\\")) for r in raw["rewrite"]),
    )
