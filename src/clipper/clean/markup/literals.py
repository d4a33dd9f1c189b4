"""Values in scripts that are JavaScript and no JSON: `JSON.parse("…")`, Nuxt's `(function(a,b){return {…}}("…",1))`,
`var article = {title: '…'}`, and the numbered values of Nuxt 3.

Only what is a literal is read: strings, numbers, objects, lists, and names that the call gives a value. Nothing is run.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PARSED = re.compile(r"JSON\.parse\(\s{0,8}(?=[\"'])")
_OBJECT = re.compile(r"(?:=|\(|\breturn)\s{0,8}(?=[{\[])")
_TOKEN = re.compile(
    r"\s*(?P<token>\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|`(?:[^`\\]|\\.)*+`|![01]|void 0|[A-Za-z_$][\w$]*+|-?\.?\d[\w.+-]*+|[{}\[\],:])",
    re.DOTALL,
)
_NAMES = re.compile(r"function\s*\(([\w$,\s]{0,4000})\)\s*\{[^{]{0,4000}$")
_CALLED = re.compile(r"\s*;?\s*\}\s*\)?\s*\(")
_ESCAPE = re.compile(r"\\x([0-9A-Fa-f]{2})|\\(.)|([\"\n\r\t])", re.DOTALL)
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?")
_DEEPER = {"{": 1, "[": 1, "}": -1, "]": -1}
_WORDS = {"true": "true", "false": "false", "!0": "true", "!1": "false"}
_KEPT = frozenset('"\\/bfnrtu')  # what JSON escapes as well
_WRAPPERS = frozenset(("Reactive", "ShallowReactive", "Ref", "ShallowRef"))
_TRIES = 40
_DEEPEST = 200


def literals(text: str) -> Iterator[Any]:
    """Every object or list of a script that only JavaScript reads."""
    for match in _PARSED.finditer(text):
        token = _TOKEN.match(text, match.end())
        value = loaded(_text(token["token"])) if token else None
        if value is not None:
            yield value
    at = 0
    for _ in range(_TRIES):
        found = _OBJECT.search(text, at)
        if found is None:
            return
        value, end = _object(text, found.end())
        if value is not None:
            yield value
        at = max(end, found.end())


def loaded(text: Any) -> Any:
    """The object or list that a text is as JSON; None of any other text."""
    if not isinstance(text, str) or text.lstrip()[:1] not in ("{", "["):
        return None
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict | list) and value else None


def revived(value: Any) -> Any:
    """Nuxt 3 writes a list whose objects hold the positions of their values: what it stands for; any other value as is."""
    if not (isinstance(value, list) and any(_is_numbered(node) for node in value)):
        return value
    known: dict[int, Any] = {}

    def at(number: Any, depth: int) -> Any:
        if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number < len(value) or depth > _DEEPEST:
            return None
        if number not in known:
            known[number] = None  # a value inside itself is none
            known[number] = of(value[number], depth)
        return known[number]

    def of(node: Any, depth: int) -> Any:
        if isinstance(node, dict):
            return {key: at(number, depth + 1) for key, number in node.items()}
        if isinstance(node, list) and node:
            if isinstance(node[0], str):
                return at(node[1], depth + 1) if node[0] in _WRAPPERS and len(node) > 1 else None
            return [at(number, depth + 1) for number in node]
        return node

    return at(0, 0)


def _is_numbered(node: Any) -> bool:
    return isinstance(node, dict) and len(node) > 1 and all(type(number) is int for number in node.values())


def _object(text: str, start: int) -> tuple[Any, int]:
    """The literal that begins at `start` and where it ends; None where it is more than a literal."""
    tokens, end = _tokens(text, start)
    if not tokens:
        return None, end
    names = _NAMES.search(text, max(0, start - 8000), start)
    values: dict[str, str] = {}
    if names and (called := _CALLED.match(text, end)):
        given, _ = _tokens(f"[{text[called.end() :]}", 0, close=")")
        values = dict(zip((name.strip() for name in names[1].split(",")), _parts(given), strict=False))
    try:
        return json.loads(_as_json(tokens, values), strict=False), end
    except (ValueError, RecursionError):
        return None, end


def _tokens(text: str, start: int, close: str = "") -> tuple[list[str], int]:
    """The tokens from one bracket to the one that closes it (or to `close`), and the end; none where it never closes."""
    found: list[str] = []
    depth, at = 0, start
    while (match := _TOKEN.match(text, at)) is not None:
        token = match["token"]
        at = match.end()
        found.append(token)
        depth += _DEEPER.get(token, 0)
        if depth == 0:
            return found, at
    if close and depth == 1 and text[at : at + 8].lstrip().startswith(close):
        return [*found, "]"], at
    return [], at


def _parts(tokens: list[str]) -> list[str]:
    """The values of a list of tokens as JSON, one by one; those that are no plain value are null."""
    found: list[str] = []
    piece: list[str] = []
    depth = 0
    for token in tokens[1:]:
        if depth == 0 and token in (",", "]"):
            found.append(_as_json(piece, {}) if piece else "null")
            piece = []
            continue
        piece.append(token)
        depth += _DEEPER.get(token, 0)
    return found


def _as_json(tokens: list[str], values: Mapping[str, str]) -> str:
    found: list[str] = []
    for number, token in enumerate(tokens):
        following = tokens[number + 1] if number + 1 < len(tokens) else ""
        if token in ("}", "]") and found and found[-1] == ",":
            found.pop()
        if token[0] in "\"'`":
            found.append(_string(token))
        elif token in ("{", "}", "[", "]", ",", ":"):
            found.append(token)
        elif following == ":":
            found.append(json.dumps(token))
        elif _NUMBER.fullmatch(token):
            found.append(token)
        else:
            found.append(_WORDS.get(token) or values.get(token, "null"))
    return "".join(found)


def _text(token: str) -> Any:
    """What a string of JavaScript says; None where its escapes are broken."""
    try:
        return json.loads(_string(token), strict=False)
    except ValueError:
        return None


def _string(token: str) -> str:
    """A string of JavaScript as one of JSON."""
    return f'"{_ESCAPE.sub(_escaped, token[1:-1])}"'


def _escaped(match: re.Match[str]) -> str:
    if match[1]:
        return f"\\u00{match[1]}"
    if match[2]:
        return match[0] if match[2] in _KEPT else match[2].replace('"', '\\"').replace("\n", "")
    return json.dumps(match[3])[1:-1]
