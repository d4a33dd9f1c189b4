"""The guard: what is not on the public internet is refused, in whatever spelling, on every hop, for good."""

from __future__ import annotations

import ipaddress
import socket

import pytest
from tests.fetch.conftest import Get, Ticker
from tests.fetch.web import Web, page, redirect

from clipper.errors import FetchError
from clipper.fetch import FetchOptions, World, address, clean_url, fetch_all
from clipper.fetch.address import why_not_public
from clipper.fetch.guard import pinned

SPELLINGS = [
    "http://127.0.0.1/",
    "http://127.0.0.1:8080/x",
    "http://127.8.9.10/",
    "http://127.0.0.1./",
    "http://127.1/",
    "http://127.0.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.0.0.1/",
    "http://0177.0.0.1/",
    "http://017700000001/",
    "http://0x7f.1/",
    "http://127.0.0.0x1/",
    "http://00000127.0.0.1/",
    "http://0/",
    "http://0.0.0.0/",
    "http://１２７.０.０.１/",
    "http://127。0。0。1/",
    "http://①②⑦.0.0.1/",
    "http://%31%32%37.0.0.1/",
    "http://4294967295/",
    "http://10.0.0.1/",
    "http://172.16.5.4/",
    "http://172.31.255.255/",
    "http://192.168.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://2852039166/",
    "http://0xa9fea9fe/",
    "http://100.64.0.1/",
    "http://100.100.100.200/",
    "http://168.63.129.16/",
    "http://192.0.0.192/",
    "http://192.0.2.1/",
    "http://198.18.0.1/",
    "http://198.51.100.7/",
    "http://203.0.113.9/",
    "http://192.88.99.1/",
    "http://224.0.0.1/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    "http://[::1]/",
    "http://[::]/",
    "http://[0:0:0:0:0:0:0:1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::127.0.0.1]/",
    "http://[::ffff:100.64.0.1]/",
    "http://[::ffff:0:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b::169.254.169.254]/",
    "http://[64:ff9b:1::1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001:0:7f00:1::]/",
    "http://[2001:db8::1]/",
    "http://[3fff::1]/",
    "http://[fe80::1]/",
    "http://[fe80::1%25eth0]/",
    "http://[fec0::1]/",
    "http://[fc00::1]/",
    "http://[fd00:ec2::254]/",
    "http://[ff02::1]/",
    "http://[100::1]/",
    "http://[2620:4f:8000::1]/",
    "http://[5f00::1]/",
    "http://[3ffe::1]/",
    "http://[2001:10::1]/",
    "http://user@127.0.0.1/",
    "http://a.kr@127.0.0.1/",
    "http://127.0.0.1\\@a.kr/",
    "http://a.kr#@127.0.0.1/",
]
NAMES = {
    "localhost": ["127.0.0.1"],
    "localhost.": ["127.0.0.1"],
    "intranet": ["10.1.2.3"],
    "internal.test": ["192.168.7.7"],
    "mixed.test": ["93.184.216.34", "127.0.0.1"],
    "mixed6.test": ["2606:2800:220:1::1", "::1"],
    "mapped.test": ["::ffff:10.0.0.1"],
    "nat64.test": ["64:ff9b::a00:1"],
    "metadata.google.internal": ["169.254.169.254"],
    "linklocal.test": ["fe80::1%eth0"],
    "127.0.0.1.nip.test": ["127.0.0.1"],
}


def _world(names: dict[str, list[str]], calls: list[str] | None = None) -> World:
    async def resolve(host: str, port: int) -> list[str]:
        if calls is not None:
            calls.append(host)
        if host == "a.kr":
            return ["127.0.0.1"]
        return names[host]

    return World(clock=Ticker(), resolve=resolve)


@pytest.mark.parametrize("url", SPELLINGS)
def test_spellings_of_addresses_that_are_not_public_are_refused(url: str) -> None:
    outcome = next(iter(fetch_all([url], FetchOptions(attempts=1), world=_world({}))))
    assert outcome.error is not None
    assert outcome.error.code in ("blocked_address", "bad_url")
    assert outcome.requests <= 1  # the attempt to ask for robots.txt, refused as well


@pytest.mark.parametrize("host", NAMES)
def test_names_with_any_address_that_is_not_public_are_refused(host: str) -> None:
    world = _world(NAMES | {"localhost": NAMES["localhost"]})
    outcome = next(iter(fetch_all([f"http://{host}/"], FetchOptions(attempts=1), world=world)))
    assert outcome.error is not None
    assert outcome.error.code == "blocked_address"
    assert "--allow-private" in str(outcome.error.hint)


@pytest.mark.parametrize("text", ["93.184.216.34", "1.1.1.1", "223.130.195.95", "2606:4700::1111", "2a00:1450::5"])
def test_public_addresses_are_let_through(text: str) -> None:
    assert why_not_public(ipaddress.ip_address(text)) is None


def test_every_network_of_the_table_is_refused_from_end_to_end() -> None:
    for network, _ in address._networks():
        assert why_not_public(network[0])
        assert why_not_public(network[-1])


@pytest.fixture
def public_2(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plays that 127.0.0.2 is on the public internet; 127.0.0.1 stays private."""
    networks = [pair for pair in address._networks() if pair[1] != "loopback"]
    loopback = (ipaddress.ip_network("127.0.0.1/32"), "loopback")
    monkeypatch.setattr(address, "_networks", lambda: (*networks, loopback))


@pytest.mark.usefixtures("public_2")
@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:{port}/secret",
        "//127.0.0.1:{port}/secret",
        "http://2130706433:{port}/",
        "http://[::1]:{port}/secret",
        "http://localhost:{port}/secret",
        "http://0:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/secret",
        "file:///etc/passwd",
        "http://inside.test:{port}/",
    ],
)
@pytest.mark.parametrize("how", ["location", "refresh", "script", "robots"])
def test_no_redirect_leads_inside(web: Web, target: str, how: str) -> None:
    place = target.format(port=web.port)
    shells = {
        "refresh": f"<meta http-equiv=refresh content='0;url={place}'>",
        "script": f"<script>location.href='{place}'</script>",
    }
    web.routes["/start"] = redirect(place) if how in ("location", "robots") else page(shells[how])
    web.routes["/robots.txt"] = redirect(place) if how == "robots" else page("")
    web.routes["/secret"] = web.routes["/"] = page("secret")
    world = _world({"public.test": ["127.0.0.2"], "localhost": ["127.0.0.1"], "inside.test": ["127.0.0.1"]})
    options = FetchOptions(attempts=1, gap=0)
    outcome = next(iter(fetch_all([f"http://public.test:{web.port}/start"], options, world=world)))
    assert {seen.local for seen in web.seen} == {"127.0.0.2"}
    assert outcome.page is None or b"secret" not in outcome.page.data


@pytest.mark.usefixtures("public_2")
def test_a_name_that_changes_its_address_gains_nothing(web: Web) -> None:
    """The address that was checked is the one connected to: between check and connection nobody asks again."""
    calls: list[str] = []
    answers = [["127.0.0.2"], ["127.0.0.1"], ["127.0.0.1"]]

    async def rebinding(host: str, port: int) -> list[str]:
        calls.append(host)
        return answers[len(calls) - 1]

    web.routes["/x"] = page("hello")
    options = FetchOptions(attempts=1, gap=0, ignore_robots=True)
    url = f"http://rebind.test:{web.port}/x"
    first = next(iter(fetch_all([url], options, world=World(resolve=rebinding))))
    assert first.page is not None
    assert calls == ["rebind.test"]
    assert [(seen.local, seen.host) for seen in web.seen] == [("127.0.0.2", "rebind.test")]
    second = next(iter(fetch_all([url], options, world=World(resolve=rebinding))))
    assert second.error is not None
    assert second.error.code == "blocked_address"
    assert len(web.seen) == 1


def test_allow_private_is_what_lets_in(web: Web, get: Get) -> None:
    web.routes["/x"] = page("hello")
    assert get(web.url("/x"))[0].page is not None
    assert get(web.url("/x"), allow_private=False)[0].page is None


def test_unusual_notations_stay_refused_with_allow_private(get: Get) -> None:
    error = get("http://0x7f.1/", allow_private=True)[0].error
    assert error is not None
    assert error.code == "bad_url"


def test_only_addresses_that_were_checked_are_given_on() -> None:
    import asyncio

    async def many(host: str, port: int) -> list[str]:
        return [f"93.184.216.{n}" for n in range(9)]

    found = asyncio.run(pinned(clean_url("http://a.kr/"), FetchOptions(), World(resolve=many)))
    assert found == ["93.184.216.0", "93.184.216.1", "93.184.216.2"]


@pytest.mark.parametrize(
    ("problem", "code", "requests"),
    [
        (socket.gaierror(socket.EAI_NONAME, "Name or service not known"), "unknown_host", 1),
        (socket.gaierror(socket.EAI_AGAIN, "Temporary failure"), "dns", 2),
        (UnicodeError("label too long"), "unknown_host", 1),
    ],
)
def test_a_name_without_an_address_is_told_so(problem: Exception, code: str, requests: int) -> None:
    async def none(host: str, port: int) -> list[str]:
        raise problem

    options = FetchOptions(attempts=2, ignore_robots=True)
    outcome = next(iter(fetch_all(["http://a.kr/"], options, world=World(clock=Ticker(), resolve=none))))
    assert isinstance(outcome.error, FetchError)
    assert (outcome.error.code, outcome.error.where, outcome.requests) == (code, "http://a.kr/", requests)
