"""People in the manner of the news: a table of sentences and who is named in them."""

from pathlib import Path

import pytest

from clipper.extract import sentences
from clipper.extract.mentions.orgs import find_orgs
from clipper.extract.mentions.people import PersonMention, find_people
from clipper.extract.mentions.places import find_places

TABLE = Path(__file__).with_name("mentions.tsv")


def people(*paragraphs: str) -> tuple[PersonMention, ...]:
    split = sentences.split(paragraphs)
    places = find_places(split)
    return find_people(split, places, find_orgs(split))


def rows() -> list[tuple[str, str]]:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(text, mentions) for text, _, mentions in (line.partition("\t") for line in lines[1:])]


def said(mention: PersonMention) -> str:
    return "/".join(part or "-" for part in (mention.name, mention.title, mention.organization, mention.particle))


@pytest.mark.parametrize(("text", "mentions"), rows())
def test_who_is_named(text: str, mentions: str) -> None:
    assert "; ".join(map(said, people(text))) == mentions


def test_every_span_holds_what_it_names() -> None:
    for text, _ in rows():
        for mention in people(text):
            if mention.name_span and mention.name:
                there = text[mention.name_span.start : mention.name_span.end]
                assert there.replace(" ", "").startswith(mention.name.split()[-1][:1]) or there[0] == mention.name[0]
            assert 0 <= mention.span.start < mention.span.end <= len(text)


def test_one_person_through_the_article() -> None:
    found = people(
        "이도현 대전시장은 5일 출국했다. 이 시장은 도착했다.",
        "이도현 시장과 김서준 강원지사가 만났다. 김 지사는 웃었다. 이도현은 손을 들었다.",
    )
    names = [mention.name for mention in found]
    assert names == ["이도현", "이도현", "이도현", "김서준", "김서준", "이도현"]
    numbers = {mention.name: {m.person for m in found if m.name == mention.name} for mention in found}
    assert all(len(own) == 1 for own in numbers.values())
    assert numbers["이도현"] != numbers["김서준"]


def test_the_holder_of_an_office_is_known_from_elsewhere() -> None:
    found = people("강민규 부산시장이 왔다.", "부산시장은 환영했다.")
    assert {mention.name for mention in found} == {"강민규"}
    assert found[0].person == found[1].person


def test_part_of_a_foreign_name_is_the_same_person() -> None:
    found = people("클라라 몬테이루 브라질 총리가 왔다.", "몬테이루 총리는 떠났다.")
    assert [mention.name for mention in found] == ["클라라 몬테이루"] * 2


def test_a_surname_of_nobody_named_may_be_the_market() -> None:
    assert people("이 시장은 해마다 커진다.") == ()


def test_heads_in_brackets_are_marked() -> None:
    head, mayor = people("푸른시(시장 노시현)는 문가온 부시장을 보냈다.")
    assert head.bracketed
    assert head.organization == "푸른시"
    assert not mayor.bracketed


def test_seniority() -> None:
    president, mayor, team = people("이도현 대통령, 강민규 부산시장, 유찬미 팀장이 왔다.")
    assert president.rank > mayor.rank > team.rank
