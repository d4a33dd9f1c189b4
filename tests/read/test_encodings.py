"""Every mix of encoding, label and damage is read right, and the choice is recorded."""

from __future__ import annotations

import codecs
import random
from difflib import SequenceMatcher

import pytest

from clipper.errors import EncodingError
from clipper.read.decode import codec_name, decode
from clipper.read.document import read
from clipper.read.page import Page

PROSE = (
    "홍길동 새벽시장은 오는 12일 퀘벡주를 방문해 ‘양자 산업’ 협약을 맺는다고 밝혔다. "
    "똠방각하 역의 배우도 뷁 하고 펲시를 들고 함께 간다. "
    "시는 경제사절단 25명(단장 홍길동)이 동행하며, 현지 기업 3곳과 만난다고 설명했다.\n"
)
KS_PROSE = PROSE.replace("뷁", "").replace("똠", "돔").replace("펲", "펩")
# encoding to write with, the codec that reads it
ENCODINGS = {
    "utf-8": "utf-8",
    "utf-8-sig": "utf-8",
    "cp949": "cp949",
    "euc-kr": "cp949",
    "utf-16-le-bom": "utf-16-le",
    "utf-16-be-bom": "utf-16-be",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
}



def page_text(label: str | None, prose: str) -> str:
    """A page with an all-ASCII head of more than 15 KB, as some have it, then Korean text."""
    meta = f'<meta charset="{label}">' if label else ""
    script = "<script>" + "var a = 1; " * 1500 + "</script>"
    return f"<!doctype html><html><head>{meta}{script}</head><body><article><p>{prose * 5}</p></article></body></html>"


def encoded(text: str, encoding: str) -> bytes:
    if encoding.endswith("-bom"):
        name = encoding.removesuffix("-bom")
        mark = codecs.BOM_UTF16_LE if name == "utf-16-le" else codecs.BOM_UTF16_BE
        return mark + text.encode(name)
    return text.encode(encoding)


def spoilt(data: bytes, how: str) -> bytes:
    """`data` with some bytes changed, lost or cut off behind its first quarter."""
    if how == "whole":
        return data
    if how == "cut":
        return data[:-1]
    if how == "headless":
        return data[1:]
    chance = random.Random(7)  # noqa: S311
    out = bytearray(data)
    for _ in range(max(3, len(data) // 4000)):
        at = chance.randrange(len(out) // 4, len(out))
        if how == "changed":
            out[at] = chance.choice((0xFF, 0x80, 0x3F))
        else:
            del out[at]
    return bytes(out)


def label_for(encoding: str, kind: str) -> str | None:
    if kind == "none":
        return None
    name = encoding.removesuffix("-bom").removesuffix("-sig")
    right = "utf-16" if name.startswith("utf-16") else name
    # The pages' commonest lie: cp949 bytes under an euc-kr label counts as right.
    if kind == "right":
        return "euc-kr" if name == "cp949" else right
    return "iso-8859-1" if right == "utf-16" else ("utf-8" if right in ("cp949", "euc-kr") else "euc-kr")


@pytest.mark.parametrize("damage", ["whole", "cut", "changed", "lost"])
@pytest.mark.parametrize("meta", ["right", "wrong", "none"])
@pytest.mark.parametrize("header", ["right", "wrong", "none"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_matrix(encoding: str, header: str, meta: str, damage: str) -> None:
    prose = KS_PROSE if encoding == "euc-kr" else PROSE
    text = page_text(label_for(encoding, meta), prose)
    decoded = decode(spoilt(encoded(text, encoding), damage), label=label_for(encoding, header))
    assert decoded.encoding == ENCODINGS[encoding]
    if damage == "whole":
        assert decoded.text == text
        assert decoded.damaged == 0
    else:
        got, want = decoded.text.split("<body>")[-1], text.split("<body>")[-1]
        assert SequenceMatcher(None, want, got, autojunk=False).ratio() > 0.97


@pytest.mark.parametrize("encoding", ["utf-8", "cp949", "utf-16-le", "utf-16-be"])
def test_the_first_byte_may_be_lost(encoding: str) -> None:
    decoded = decode(spoilt(encoded(PROSE * 6, encoding), "headless"))
    assert decoded.encoding == ENCODINGS[encoding]
    assert PROSE * 5 in decoded.text


@pytest.mark.parametrize("damage", ["whole", "cut", "changed", "lost"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_plain_text_needs_no_markup_to_be_told(encoding: str, damage: str) -> None:
    prose = (KS_PROSE if encoding == "euc-kr" else PROSE) * 6
    assert decode(spoilt(encoded(prose, encoding), damage)).encoding == ENCODINGS[encoding]


def test_one_syllable_outside_the_labelled_set_is_read() -> None:
    decoded = decode("<meta charset=euc-kr><p>뷁</p>".encode("cp949"), label="euc-kr")
    assert "뷁" in decoded.text
    assert decoded.encoding == "cp949"
    assert decoded.warnings == ()


def test_a_wrong_label_is_a_warning_and_damage_is_another() -> None:
    decoded = decode(spoilt(PROSE.encode() * 20, "changed"), label="euc-kr")
    assert [code for code, _ in decoded.warnings] == ["encoding_mismatch", "damaged_bytes"]
    assert decoded.damaged > 0
    assert decoded.declared == "euc-kr"


def test_a_short_text_with_damage_is_still_utf8() -> None:
    assert decode("시장은 캐나다로 떠났다.".encode() + b"\xed\x95").encoding == "utf-8"


def test_an_override_is_obeyed_and_an_unknown_one_refused() -> None:
    assert decode("대전".encode("cp949"), override="EUC-KR").text == "대전"
    with pytest.raises(EncodingError, match="no encoding"):
        decode(b"abc", override="klingon-8")
    with pytest.raises(EncodingError):
        decode(b"abc", override="base64")


@pytest.mark.parametrize("label", ["euc-kr", "EUC_KR", "ks_c_5601-1987", "ms949", "x-windows-949", "uhc"])
def test_all_korean_labels_mean_cp949(label: str) -> None:
    assert codec_name(label) == "cp949"


def test_nuls_are_removed_and_ascii_is_utf8() -> None:
    decoded = decode(b"abc\0 def\0 ghi", label="us-ascii")
    assert decoded.text == "abc def ghi"
    assert (decoded.encoding, decoded.warnings) == ("utf-8", ())


def test_the_page_tells_what_it_was_read_as() -> None:
    document = read(Page(page_text("euc-kr", PROSE).encode("cp949"), charset="utf-8"))
    assert (document.encoding, document.kind) == ("cp949", "html")
    assert document.warnings[0][0] == "encoding_mismatch"


def test_a_utf8_mark_before_other_bytes_does_not_deceive() -> None:
    assert decode(codecs.BOM_UTF8 + PROSE.encode("cp949")).encoding == "cp949"
