"""A URL as people paste it → the address of the article: parsed strictly, unwrapped, without what only tracks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, quote_from_bytes, unquote, urljoin, urlsplit, urlunsplit

from clipper.errors import FetchError
from clipper.fetch.rules import Rules, rules

MAX_URL = 4_096
_PORTS = {"http": 80, "https": 443}
_IN_TEXT = re.compile(r"https?://[^\s<>\"'`]{1,8000}", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(//)?", re.IGNORECASE)
_BARE = re.compile(r"(?:\[[0-9a-f:.]+\]|[^\s/?#:@.]+(?:\.[^\s/?#:@.]+)+|localhost)\.?(?::\d+)?(?:[/?#]|$)", re.I)
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9._-]{0,251}[a-z0-9_])?\.?")
_WRAPPED = {"<": ">", "(": ")", "[": "]", "“": "”", "‘": "’", "「": "」", '"': '"', "'": "'"}
# Left alone when the rest of a path or query is percent-encoded; `%` stays, so that nothing is encoded twice.
_SAFE = "/%:@!$&'()*+,;=~-._|"
_MAX_UNWRAPS = 3


@dataclass(frozen=True, slots=True)
class Target:
    """One address to fetch: `url` is clean, `asked` what the user wrote for it, or `error` why it is no address."""

    asked: str
    url: str | None = None
    error: FetchError | None = None


def targets(texts: Iterable[str]) -> list[Target]:
    """The targets of a list in its order; further spellings of the same address are left out."""
    found: dict[str, Target] = {}
    for text in texts:
        try:
            target = Target(text, clean_url(text))
        except FetchError as error:
            target = Target(text, error=error)
        found.setdefault(target.url or text, target)
    return list(found.values())


def split_line(line: str) -> list[str]:
    """The addresses that a line of a list spells out, where there are several; else the line itself."""
    found = [_without_tail(address) for address in _IN_TEXT.findall(line)]
    return found if len(found) > 1 else [line]


def clean_url(text: str) -> str:
    """The article's address in `text`: a URL, one inside a line of words, or one without its scheme.

    FetchError (`bad_url`, `bad_scheme`) where there is none.
    """
    url = normalise(_found_in(text))
    for _ in range(_MAX_UNWRAPS):
        inner = _unwrapped(url, rules())
        if inner is None:
            break
        url = normalise(inner)
    return normalise(_without_tracking(_rewritten(url, rules()), rules()))


def follow(base: str, location: str | bytes, seen: Iterable[str] = ()) -> str:
    """The clean address that `location` names on the page `base`.

    A server that sends readers back to a spelling which the rules rewrite would make a loop: an address in `seen`
    is then left as the server writes it.
    """
    if isinstance(location, bytes):
        location = quote_from_bytes(location.strip(), safe=_SAFE + "?#[]\\")
    raw = normalise(urljoin(base, location.strip()))
    clean = clean_url(raw)
    return raw if clean in set(seen) else clean


def normalise(url: str) -> str:
    """`url` in its one spelling: lower-case scheme and host, IDNA, percent-encoded, no default port, no fragment.

    FetchError where it is no address.
    """
    if len(url) > MAX_URL:
        raise _bad(url[:80] + "…", f"longer than {MAX_URL:,} characters")
    if "\\" in url or any(unicodedata.category(char) in ("Cc", "Cs") for char in url):
        raise _bad(url, "holds a backslash or control character")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise _bad(url, str(error)) from error
    if parts.scheme not in _PORTS:
        raise FetchError(
            f"{parts.scheme or 'no scheme'} is not fetched", where=url, code="bad_scheme",
            hint="give an http or https address",
        )
    if "@" in parts.netloc:
        raise _bad(url, "holds a user name", hint="send credentials with --header")
    netloc = _host(parts, url) + (f":{port}" if port is not None and port != _PORTS[parts.scheme] else "")
    path, query = quote(parts.path or "/", safe=_SAFE), quote(parts.query, safe=_SAFE + "?")
    return urlunsplit((parts.scheme, netloc, path, query, ""))


def host_of(url: str) -> str:
    """The host of a normalised URL, an IPv6 address without its brackets."""
    return urlsplit(url).hostname or ""


def bare_host(url: str) -> str:
    """The host without the labels that only say which version of the site it is."""
    return re.sub(r"^(?:www|m|mobile|amp|mnews)\.", "", host_of(url))


def _bad(url: str, message: str, hint: str = "check the address") -> FetchError:
    return FetchError(f"not a usable address: {message}", where=url, code="bad_url", hint=hint)


def _found_in(text: str) -> str:
    text = "".join(char for char in text if unicodedata.category(char) != "Cf").strip()
    while len(text) > 1 and _WRAPPED.get(text[0]) == text[-1]:
        text = text[1:-1].strip()
    if re.search(r"\s", text) or not (_SCHEME.match(text) or _BARE.match(text) or text.startswith("//")):
        inside = _IN_TEXT.search(text)
        text = _without_tail(inside[0]) if inside else text
    scheme = _SCHEME.match(text)
    if scheme and (scheme[2] or not _BARE.match(text)):
        return text
    if text.startswith("//"):
        return "http:" + text
    if _BARE.match(text):
        return "http://" + text
    raise _bad(text, "no address in it" if text else "it is empty")


def _without_tail(url: str) -> str:
    """Punctuation that closes the sentence around a URL is not part of it."""
    url = url.rstrip(".,;:!…。」”’")
    while url.endswith((")", "]")) and url.count(url[-1]) > url.count("(" if url[-1] == ")" else "["):
        url = url[:-1].rstrip(".,;:!")
    return url


def _host(parts: SplitResult, url: str) -> str:
    host = parts.hostname or ""
    if "[" in parts.netloc:
        if ":" not in host:
            raise _bad(url, "its host is no address")
        return f"[{host}]"
    try:
        host = unicodedata.normalize("NFKC", host).encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise _bad(url, "its host is no name") from error
    if not _HOST.fullmatch(host):
        raise _bad(url, "its host is no name")
    return host.removesuffix(".")


def _unwrapped(url: str, known: Rules) -> str | None:
    parts = urlsplit(url)
    values = dict(pair.partition("=")[::2] for pair in reversed(parts.query.split("&")))
    for key in known.wrapper_keys(parts.hostname or "", parts.path):
        inner = unquote(values.get(key, "").replace("+", "%20"))
        if inner.startswith(("http://", "https://")):
            return inner
    return None


def _rewritten(url: str, known: Rules) -> str:
    scheme, _, rest = url.partition("://")
    for pattern, to, secure in known.rewrites:
        found = pattern.match(rest)
        if found:
            return f"{'https' if secure else scheme}://{found.expand(to)}"
    return url


def _without_tracking(url: str, known: Rules) -> str:
    """Keys and values that stay are left byte for byte as they are: some are percent-encoded CP949."""
    parts = urlsplit(url)
    if not parts.query:
        return url
    host = parts.hostname or ""
    kept = [pair for pair in parts.query.split("&") if not known.tracks(host, pair.partition("=")[0])]
    return urlunsplit(parts._replace(query="&".join(kept)))
