"""What can be a person's name by its form alone: Korean surname and given name, or a transliterated foreign word."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from clipper.data import rows, words
from clipper.extract.tokens import readings

STRONG, WEAK, NONE = 2, 1, 0
_BODY_ENDS = frozenset("부청처팀측씨님당는를에")
_PARTICLES = frozenset("은는이가을를도의에로과와만한된할인")
_HANGUL = re.compile(r"[가-힣]+(?:-[가-힣]+)*")
_FOREIGN_FORM = re.compile(r"[가-힣]{1,8}(?:-[가-힣]{1,6})?|[A-Z][a-z][A-Za-z.'\-]{0,14}|[A-Z]|\d{1,2}세")
# Ends of verbs, adnominals and particles that no transliterated name before a title has.
_CLAUSE_END = re.compile(
    r"(?:하[는며고여게]|[은는를을에]|에서|으로|[했된될]|위[한해]|대한|통해|적인|들[과의이은을]?|따라|열린|까지|부터|함께|이라|이며|만난"
    r"|엔|자마자|르면|[늘려]려|니다|없이|[가-힣]며|지만|처럼|에게|께서|[났갔왔았었였]다|중인|이던|라던|에도|에는|이나|다며|라며|다고|라고|[은인는한]데다?"
    r"|[가-힣](?:식이|행사가|회의가|대회가|축제가|포럼이|총회가|회담이|간담회가))$"
)
# `올리비에`: 에 behind an i is more often part of a name than the particle, but for common nouns.
_IN_E = re.compile(r".[비니리지시미]에$")
_NOUN_IN_E = re.compile(r"(?:경기|시기|계기|단지|위기|현지|이미지|머리|소리|우리|[가-힣]시|[가-힣]리)에$")
# `루친친`, `판빙빙`
_TWICE = re.compile(r"[가-힣]([가-힣])\1")
_ADNOMINAL = re.compile(r"[한된인던린난선간온낸할될진운런든친긴킨룬]$|..(?:고|며|해|힌|면서|하여|해서|이자|에게)$")


@cache
def surnames() -> dict[str, str]:
    """Surnames with their kind: `common`, `rare` or `double`."""
    return {row["surname"]: row["kind"] for row in rows("surnames")}


@lru_cache(maxsize=4096)
def korean_name(word: str) -> int:
    """How much a word looks like a Korean full name: STRONG (three or four syllables that all fit), WEAK or NONE."""
    if not 2 <= len(word) <= 4 or not _HANGUL.fullmatch(word) or word in words("name_stopwords", "word"):
        return NONE
    kinds, given = surnames(), words("given_syllables", "syllable")
    if kinds.get(word[:2]) == "double" and 3 <= len(word) <= 4 and all(s in given for s in word[2:]):
        return STRONG if len(word) == 4 else WEAK
    if word[0] not in kinds or len(word) == 4:
        return NONE
    fitting = sum(s in given for s in word[1:])
    if len(word) == 3:
        cut = word[2] in _PARTICLES and word[:2] in words("name_stopwords", "word")
        if cut or word[2] in _BODY_ENDS or any(map(_foreign_syllable, word)):
            return NONE
        common = kinds[word[0]] == "common"
        return (NONE, WEAK if common else NONE, STRONG if common else WEAK)[fitting]
    return WEAK if fitting else NONE


def full_name(word: str) -> bool:
    """Whether a word of three syllables is a surname, however rare, and a given name of which both syllables are used."""
    given = words("given_syllables", "syllable")
    return len(word) == _FULL and korean_name(word) > NONE and word[1] in given and word[2] in given


def foreign_form(word: str) -> bool:
    """Whether a word may stand in a transliterated name (`크리스토퍼`, `응우옌`, `린`): form, and no ending."""
    if not _FOREIGN_FORM.fullmatch(word):
        return False
    if len(word) >= _LONG_NAME and word.endswith("엔") and foreign_look(word[:-1]):
        # `폰데어라이엔`, no `베이징엔`
        return True
    return not _CLAUSE_END.search(word) or bool(_IN_E.search(word) and not _NOUN_IN_E.search(word))


def ordinary_look(word: str) -> bool:
    """Whether a word without any foreign syllable ends as an adnominal or with a particle does (`나선`, `저와`)."""
    if foreign_look(word) or word in words("name_parts", "part") or (_IN_E.search(word) and not _NOUN_IN_E.search(word)):
        return False
    return bool(_ADNOMINAL.search(word) or readings(word)[0].role)


def foreign_look(word: str) -> bool:
    """Whether a word has a syllable that Sino-Korean words and Korean names hardly ever have, or a given name said twice."""
    if _TWICE.fullmatch(word):
        return True
    return any(_foreign_syllable(char) for char in word) or bool(re.match(r"[A-Z][a-z]", word))


_LONG_NAME, _FULL = 5, 3
_SYLLABLES = 11172
_CHINESE = frozenset("훙펑룽둥궈쥔젠쉐쥐뤄췬캉쿤퉁웨쑹쩌썬옌멍겅쭝쯔")


@lru_cache(maxsize=2048)
def _foreign_syllable(char: str) -> bool:
    code = ord(char) - 0xAC00
    return 0 <= code < _SYLLABLES and (char in _CHINESE or _foreign_sound(char, code))


def _foreign_sound(char: str, code: int) -> bool:
    """Whether initial, vowel and final of a syllable are those of transliterations."""
    first, vowel, last = code // 588, code % 588 // 28, code % 28
    initial = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"[first]
    middle = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"[vowel]
    if initial == "ㅋ" and char != "쾌":
        return True
    if initial in "ㄲㄸㅃㅆㅉ" and char not in "씨쌍":
        return True
    if middle == "ㅡ" and last in (0, 8) and initial not in "ㅇ" and char not in "글들을슬를늘":
        return True
    if middle in "ㅑㅛㅠ" and initial in "ㅅㅈㅊㅋㅌㅍ" and char not in "표":
        return True
    if middle == "ㅞ":
        return char not in "궤꿰"
    if middle == "ㅔ":
        return last != 0 or initial in "ㄴㄷㄹㅂㅌㅍㅎㅁ"
    if middle in "ㅓㅟㅝ" and last == 0 and initial in "ㄴㄷㄹㅁㅂㅊㅌㅍㅎㅈ":
        return char not in "저처허취귀뒤"
    if middle == "ㅣ" and initial in "ㄷㅌ":
        return True
    if middle == "ㅣ" and last in (4, 8) and initial in "ㅂㅍㄹㅎ":
        return char not in "빈필힐"
    return initial == "ㅌ" and middle == "ㅏ" and last in (0, 8) and char != "타"
