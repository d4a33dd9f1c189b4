"""Korean lines: comparing them whatever their quotes, blanks and dots are, and telling where a sentence ends."""

from __future__ import annotations

import re
import unicodedata

# A line that ends as Korean sentences do, with or without a full stop.
STOPS = re.compile(r"""[다요죠까음함됨임][.!?…]{0,3}["”’)\]]{0,3}$""")

_KINDS = {'"': "“”„‟″＂", "'": "‘’‚‛′`´＇", "-": "–—―−‐", ".": "‥…"}
_SAME = str.maketrans({variant: plain for plain, variants in _KINDS.items() for variant in variants})
_BLANKS = dict.fromkeys(map(ord, " \t\r\n\v\f\xa0\u200b\u200c\u200d\ufeff\u3000\xad"))
# The variants of quotes and dashes that NFKC makes of others, blanks and dots, in one table: each costs a pass over the text.
_REST = {**{key: None if plain == "." else plain for key, plain in _SAME.items()}, **_BLANKS, ord("."): None, ord("·"): None}


# To look for a character costs far less than to translate a text that has none.
_VARIANT = re.compile("[" + "".join(map(re.escape, map(chr, _SAME))) + "]")
_LEFT = re.compile("[" + "".join(map(re.escape, map(chr, _REST))) + "]")


def flat(text: str) -> str:
    """A key that is the same for a headline and its copy elsewhere: NFKC, plain quotes, no blanks, no dots."""
    folded = unicodedata.normalize("NFKC", text.translate(_SAME) if _VARIANT.search(text) else text)
    folded = folded.replace(" ", "").replace(".", "")
    return (folded.translate(_REST) if _LEFT.search(folded) else folded).lower()
