"""Text → sketch: a small sample of its letter n-grams, the same sample for the same words wherever they stand.

Every n-gram is hashed, and the hashes that fall into a fixed fraction of all values are kept ("scaled MinHash": Irber et
al., "Lightweight compositional analysis of metagenomes with FracMinHash and minimum metagenome covers", 2022).
Unlike a MinHash of fixed size this estimates containment too, and a cut story is contained in the whole one.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from zlib import crc32

from clipper.clean.duplicates import letters as without_marks

_GRAM = 8
"""Letters in an n-gram: three Korean words or so. Blanks and punctuation, which outlets set as they like, don't count."""
_SAMPLE = 0b11
"""One n-gram in four is kept: some 200 for an article, which tells shares of text within 4 %."""
_WIDTH = 2  # bytes of a letter in UTF-16; the rare letter of four bytes is two units, which harms nothing


def sketch(text: str) -> array[int]:
    """The sampled n-grams of `text` (see `letters`), as sorted 32-bit hashes, each once; without any, one of the whole."""
    data = text.encode("utf-16-le", "surrogatepass")
    width = _GRAM * _WIDTH
    last = max(len(data) - width, 0)
    hashes = (crc32(data[i : i + width]) for i in range(0, last + 1, _WIDTH))
    return array("I", sorted({value for value in hashes if not value & _SAMPLE} or {crc32(data)}))


def letters(paragraphs: Iterable[str]) -> str:
    """What two copies of a text have in common however an outlet sets it: no blanks, no punctuation, one case."""
    return without_marks("".join(paragraphs))


def containment(one: array[int], other: array[int]) -> float:
    """The share of the smaller text that stands in the larger one too, 0..1.

    >>> lead = "이장우 대전시장은 10일 캐나다 몬트리올에서 퀘벡주 총리와 만나 우주항공 분야의 업무협약을 맺었다."
    >>> whole = sketch(letters([lead, "시장은 12일 보스턴으로 옮겨 바이오 기업을 둘러본 뒤 14일 귀국한다."]))
    >>> containment(whole, sketch(letters([lead]))), containment(whole, sketch(letters(["내일은 전국에 비가 오겠다."])))
    (1.0, 0.0)
    """
    return len(set(one).intersection(other)) / min(len(one), len(other))
