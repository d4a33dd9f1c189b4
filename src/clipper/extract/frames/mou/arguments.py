"""Arguments of an agreement's clause: who stands in its subject and with-positions, item by item.

`A와 B, C는 D(대표 E), F 등 5개 기관과 함께 …` gives a subject of three items and a with-argument of two. Nothing here asks
whether an item is an organisation; that is for `parties`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clipper.data import words as vocabulary
from clipper.extract.frames.mou.breaks import ADNOMINAL, JOINS, SUBJECT, WITH, describes, is_break, is_date, names_kinds
from clipper.extract.mentions.orgs.names import AND, head_of, is_title
from clipper.extract.mentions.orgs.words import Word

_DASHES = tuple("-–—")
_BULLETS = "▷▶□○◇◆■△▲※*"
_SHORTEST_LISTED = 3  # words of a name in a list with bullets
_TOGETHER = re.compile(
    r"자발|전략|포괄|후원|공식|정식|상생|함께|손|공동|각각|잇따라|잇달아|같이|더불어|맞손|협력|협업|업무|상호|체결|"
    r"협약|투자|양해|MOU|자매|우호"
)
_BETWEEN = ("간", "간의", "간에", "사이")
_MEETING = re.compile(r"회담|회의|면담|만남|협의|대화|통화|오찬|만찬|간담회")
# Particles that no given name ends with where a title follows (`정부와 장관`).
_BEHIND_NOUNS = frozenset(("와", "과", "는", "가", "이", "의", "에", "을", "를"))
# `정부 간 협약`, `기관 간 협력`: between whom in general, without a name.
_INCLUDING = ("비롯", "포함")
_ETC = re.compile(r"등$|등\d*$|\d+\s?[개대]$|\d+여?개?(?:곳|사|개사|개소|기관|업체|기업|단체|대학|시군|지자체|도시|군|시)$")
# `7개 업종 43개 업체와`, `미국, 베트남 등 8개국 유통업체와`: what is counted are kinds, or where they are from.
_KINDS_COUNTED = re.compile(
    r"등?\s?\d+여?(?:개?\s?(?:업종|분야|부문|품목|종목|유형|사업장|과제)|개국(?:의|에서\s?온)?[가-힣]*(?:업체|기업|회사|바이어|기관|대학))"
)
_PAPERS_COUNTED = re.compile(r"등(?:총|모두)?\d+여?건")
_CEREMONY = re.compile(r"(?:협약|협정|결연|MOU)\)?(?:체결|조인)?식")
_FAR = 8  # words of a clause that describes what is counted
_TOGETHER_ARE = re.compile(r"[2-9]\d?(?:자|사|개사|개교|개국)")
_PLACES = re.compile(r"(?P<n>[2-9])(?:곳|개소|개사|개교|개원)")
_BARE_COUNT = re.compile(r"\d+여?[개대]$")
@dataclass(frozen=True, slots=True)
class Item:
    """One list item: words `first` to `last` of the row; `person` where it ends with a title."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Argument:
    """A list in one position: `subject`, `with`, or `between`. `direct` where what follows shows that the position belongs to the
    agreement (`함께`, `손잡고`, the agreement's noun itself)."""

    position: str
    items: tuple[Item, ...]
    direct: bool


def arguments(row: Sequence[Word], stop: int) -> tuple[Argument, ...]:
    """All arguments among the words before `stop`, in order."""
    reader = _Reader(row, stop)
    for i in range(stop):
        reader.take(i)
    reader.cut(stop)
    return tuple(reader.found)


class _Reader:
    """Reads the words of a clause from left to right: `run` is the item being read, `items` the list it belongs to."""

    def __init__(self, row: Sequence[Word], stop: int) -> None:
        self.row, self.stop = row, stop
        self.found: list[Argument] = []
        self.items: list[Item] = []
        self.run: list[int] = []
        self.joined = -1  # the number of the last item that 와/과 closed
        self.behind = 0  # the words before only describe what is counted (`A, B 등 이번 사업에 참여하는 9개 기업과`)
        self.counted = False  # the words to come only say what was counted (`A, B 등 3개 유통·물류회사와`)

    def take(self, i: int) -> None:
        """Read word `i`."""
        word = self.row[i]
        if i < self.behind or not self._opens(i, word):
            return
        if self._is_somebody(i):
            self.run.append(i)
        elif not word.role and word.core in AND:
            self._close()
        elif not word.role and self._counts(word):
            self._count(word)
        elif self._sums_up(word):
            self._place(i, word)  # `A와 B 3자가`, `A, B 2곳과`: what counts the list closes it
        elif word.core == "등" and word.role == "of" and (self.run or self.items):
            self._close()
            self.counted = True  # `A, B와 C 등의 대표들은`
        elif is_break(word):
            self.cut(i)
        elif describes(word) or (word.role == "of" and word.core in vocabulary("countries_short", "word") and self.items):
            self.run = []  # `A와 싱가포르의 B는`
        else:
            if not self.counted and not (word.core == "등" and self.run):
                self.run.append(i)
            self.counted = False
            self._place(i, word)

    def _sums_up(self, word: Word) -> bool:
        """Whether a word only counts the list before it."""
        if not (self.run or self.items):
            return False
        if word.role in SUBJECT and _TOGETHER_ARE.fullmatch(word.core):
            return True
        whole = _PLACES.fullmatch(word.core) if word.role in WITH else None
        return whole is not None and bool(self.run) and int(whole["n"]) == len(self.items) + 1

    def _opens(self, i: int, word: Word) -> bool:
        """What stands before a word is done with; False where the word itself tells nothing."""
        if any(mark in word.before for mark in _BULLETS):
            if self.run and len(self.run) <= _SHORTEST_LISTED and any(mark in self.row[self.run[0]].before for mark in _BULLETS):
                self._close()  # `△A(김하나 대표) △B(박두리 대표) 등 2개사와`
            else:
                self.cut(i)
        if i and "]" in self.row[i - 1].after:
            self._clear()  # `[가람뉴스 김하나 기자] 온새와`
        if word.before[:1] in _DASHES and self.run:
            self._close()  # `A관 – B관 - C관과`
        if self.counted and word.bare and word.core in _BETWEEN and self.items:
            self._finish("between", True)  # `A, B 등 7개 대학 및 연구소 간`
        return not (word.core.startswith(_INCLUDING) or (self.counted and word.bare))

    def _is_somebody(self, i: int) -> bool:
        """`이동한 사장과`: a person's name, though it ends as a verb may."""
        word = self.row[i]
        name = word.core + word.particle
        if word.particle in _ENDS_OF_NAMES and not word.after and _is_foreign_office(self.row[i + 1 : i + 3]):
            return True
        if len(name) != 3 or word.after or word.brackets or word.particle in _BEHIND_NOUNS or i + 1 >= len(self.row):
            return False
        return is_title(self.row[i + 1].core) and name[0] in vocabulary("surnames", "surname") and head_of(word.core) is None

    def cut(self, i: int) -> None:
        """End the list at word `i`: what 와/과 closed was a with-argument, or one half of a pair of things."""
        if self.joined >= 0:
            self.found.append(Argument("with", tuple(self.items[: self.joined + 1]), i == self.stop))
        self._clear()

    def _counts(self, word: Word) -> bool:
        """`등 5개 기관`: what counts a list is no item of it."""
        if word.core == "외":  # `나루건설㈜ 외 3개사와`
            return bool(self.run) and word.index + 1 < len(self.row) and self.row[word.index + 1].core[:1].isdigit()
        return bool(_ETC.search(word.core)) and bool(self.run or self.items)

    def _count(self, word: Word) -> None:
        """`A, B 등 5개 기관`, `A, B 2개 기관` close a list; in `지정 5개 병원` the words before only describe."""
        if self._counts_papers(word.index):  # `A와 나루 의정서 등 모두 4건의 각서를`
            self.run, self.items = [], self.items[: self.joined + 1]
        elif self._counts_kinds(word.index):
            self._clear()  # `유리제조, 시멘트, 건설 등 7개 업종 43개 업체와`: trades, no names
        elif word.core.startswith(("등", "외")) or self.items:
            if not word.core.startswith("등") and self.run and self._too_many(word):
                self.run = []  # `환경부, 그린캠퍼스 5개 대학과`
            self._close()
            self.counted = bool(_BARE_COUNT.search(word.core))
            self.behind = self._described(word.index) if word.core == "등" else 0
        else:
            self.run = []

    def _described(self, i: int) -> int:
        """The number of the word that counts a list behind 등, where a clause or bare words that describe it stand between; else 0."""
        described, bare = False, True
        for word in self.row[i + 1 : min(i + _FAR, self.stop)]:
            if (described or bare) and re.match(r"\d+여?개", word.core):
                return word.index
            if word.role in SUBJECT or word.role in WITH or "," in word.after:
                return 0
            bare = bare and word.bare  # `등 원전 분야 관련 7개 기업과`
            described = described or ADNOMINAL.fullmatch(word.core + word.particle) is not None
        return 0

    def _too_many(self, word: Word) -> bool:
        """Whether the count goes beyond the items read: the words before it then only say what is counted."""
        number = re.match(r"\d+", word.core)
        return bool(number) and int(number[0]) > len(self.items) + 1  # type: ignore[index]

    def _counts_papers(self, i: int) -> bool:
        return bool(_PAPERS_COUNTED.match("".join(w.core for w in self.row[i : i + 3])))

    def _counts_kinds(self, i: int) -> bool:
        behind = "".join(w.core for w in self.row[i : i + 3])
        return bool(_KINDS_COUNTED.match(behind))

    def _place(self, i: int, word: Word) -> None:
        """What the particle of the word just read makes of the list."""
        between = word.role == "between" or self._between_follows(i)
        if between and self._meets(i):
            self._clear()
            return
        if word.role in SUBJECT:
            self._subject(i)
        elif word.role in WITH or self._includes(i, word):
            self._with(i, word)
        elif between and not names_kinds(word.core):
            self._finish("between", True)
        elif word.role == "object" and i + 1 < len(self.row) and JOINS.match(self.row[i + 1].core):
            self._clear()
        elif word.role == "of" and self.joined >= 0 and self._leads_to_paper(i):
            self._finish("with", False)  # `A와 B의 협력 의향서`
        elif word.role or between:
            self.run = self.run[:-1]
            self.cut(i)
        elif "," in word.after or "·" in word.after:
            self._close()

    def _with(self, i: int, word: Word) -> None:
        """An item closed by 와/과: the end of a with-argument, or one of a list that goes on."""
        if word.role == "with" and i + 1 < len(self.row) and self.row[i + 1].core.startswith("관련"):
            self.run = []  # `연계 업무와 관련한 협약`
            self.cut(i)
            return
        self._close()
        self.joined = len(self.items) - 1
        if word.role == "with_of" or self._goes_on_together(i):
            self._finish("with", True)

    def _subject(self, i: int) -> None:
        """The list is the subject; in `A는 B와 두 나라 농가가 서로 돕기 위한 협약을` B is with whom, what belongs to both no side."""
        if 0 <= self.joined == len(self.items) - 1 and self.run and _BOTH.match(self.row[self.run[0]].core):
            self.cut(i)
            return
        if self._begins_another(i):
            self.found.append(Argument("with", tuple(self.items), False))
            self.items = []
        self._finish("subject", False)

    def _begins_another(self, i: int) -> bool:
        """`A는 B와, C는 D와`: what stands before the comma is with whom the subject before signs."""
        if not self.found or self.found[-1].position != "subject" or self.row[i].role != "topic" or not self.run:
            return False
        return 0 <= self.joined == len(self.items) - 1 and "," in self.row[self.items[-1].last].after

    def _leads_to_paper(self, i: int) -> bool:
        """Whether nothing but bare words stands between a genitive and the agreement's noun."""
        behind = self.row[i + 1 : self.stop]
        paper = next((at for at, w in enumerate(behind[:_FAR]) if _CEREMONY.search(w.core)), None)
        if paper is not None:  # `A와 B의 ‘직매장 운영 업무협약식’이 시청에서 열렸다`
            return all(w.bare for w in behind[:paper])
        return i + 4 >= self.stop and all(w.bare for w in behind)

    def _includes(self, i: int, word: Word) -> bool:
        """`A, B 등 4개 마트를 비롯해 C와`: the list goes on."""
        return word.role == "object" and i + 1 < len(self.row) and self.row[i + 1].core.startswith(_INCLUDING)

    def _goes_on_together(self, i: int) -> bool:
        at = i + 1
        while at < self.stop and is_date(self.row[at].core) and self.row[at].role in ("", "at"):
            at += 1  # `공단과 지난 5일 업무협약을`
        return at == self.stop or (at < len(self.row) and bool(_TOGETHER.match(self.row[at].core)))

    def _between_follows(self, i: int) -> bool:
        return i + 1 < self.stop and self.row[i + 1].core in _BETWEEN

    def _meets(self, i: int) -> bool:
        """`대통령과 총리 간 정상회담`: who meets, not who signs."""
        behind = next((w.core for w in self.row[i + 1 : i + 3] if w.core not in _BETWEEN), "")
        return bool(_MEETING.search(behind))

    def _close(self) -> None:
        if self.run:
            self.items.append(Item(self.run[0], self.run[-1]))
        self.run = []

    def _finish(self, position: str, direct: bool) -> None:
        self._close()
        self.found.append(Argument(position, tuple(self.items), direct))
        self._clear()

    def _clear(self) -> None:
        self.items, self.run, self.joined, self.counted = [], [], -1, False


_BOTH = re.compile(r"양(?:국|측|사|교|시|도시|기관|대학|지역|국민)?$|두$|서로$|상호$")
# `페르난도 카날레스 경제부장관은`, `마르코 리발디니 시장과`: a given name that ends as a particle does.
_ENDS_OF_NAMES = frozenset(("도", "로"))


def _is_foreign_office(behind: Sequence[Word]) -> bool:
    """Whether a family name of several syllables and a title follow."""
    if len(behind) < 2 or not behind[0].bare or len(behind[0].core) < 4 or not behind[0].core.isalpha() or head_of(behind[0].core):
        return False
    return is_title(behind[1].core) or behind[1].core.endswith(("장관", "시장", "총장", "대사"))
