"""`clipper fetch`: addresses → pages → clips."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from clipper.cli.options import Output, confidence_option, output_options

if TYPE_CHECKING:
    from clipper.batch import Outcome
    from clipper.fetch import Fetcher, FetchOptions
    from clipper.fetch.discover import Found

_EPILOG = """\b
Examples:
  clipper fetch https://news.example/articleView.html?idxno=1
  clipper fetch --from list.txt --store pages/ -o clips.jsonl
  clipper fetch --feed https://news.example/rss.xml --match 업무협약 --match 방문
  clipper fetch --sitemap https://news.example/sitemap.xml --since 2025-06-01 --list
"""


def _date(_ctx: click.Context, _param: click.Parameter, text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise click.BadParameter("give an ISO 8601 day: 2025-06-10.") from error


def _headers(_ctx: click.Context, _param: click.Parameter, lines: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    pairs = tuple((name.strip(), value.strip()) for name, _, value in (line.partition(":") for line in lines))
    if not all(name and value for name, value in pairs):
        raise click.BadParameter("write 'Name: value'.")
    return pairs


def _network_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say how to ask; the command gets them under the names of `FetchOptions`."""
    above_zero = click.FloatRange(min=0, min_open=True)
    for option in (
        click.option("--allow-private", is_flag=True,
                     help="Also fetch from addresses that are not public: this machine, its network."),
        click.option("--cookies", is_flag=True, help="Keep cookies during the run.  [default: none are kept]"),
        click.option("--header", "headers", multiple=True, callback=_headers, metavar="'NAME: VALUE'",
                     help="Send this header to the hosts asked for (not where they redirect to); repeatable."),
        click.option("--user-agent", metavar="TEXT", help="Say who asks; a contact helps.  [default: clipper/VERSION]"),
        click.option("--run-timeout", type=above_zero, metavar="S", help="Give up what is left after S seconds."),
        click.option("--total-timeout", type=above_zero, metavar="S",
                     help="For one address, with its retries.  [default: 120]"),
        click.option("--timeout", type=above_zero, metavar="S", help="To connect, and for each read.  [default: 15]"),
        click.option("--attempts", type=click.IntRange(min=1), metavar="N", help="Tries of one address.  [default: 4]"),
        click.option("--rate", type=above_zero, metavar="N", help="At most N requests a second over all hosts."),
        click.option("--gap", type=click.FloatRange(min=0), metavar="S",
                     help="Least pause between requests to one host; a longer Crawl-delay counts.  [default: 1]"),
        click.option("--concurrency", type=click.IntRange(1, 256), metavar="N",
                     help="Hosts asked at the same time.  [default: 8]"),
        click.option("--ignore-robots", is_flag=True,
                     help="Also fetch what a site's robots.txt asks not to; the answer for that is yours."),
        click.option("--refresh", is_flag=True,
                     help="With --store: ask again for what is there, and fetch it if it has changed."),
    ):
        command = option(command)
    return command


@click.command(epilog=_EPILOG)
@click.argument("urls", metavar="[URL]...", nargs=-1)
@click.option("--from", "lists", multiple=True, metavar="FILE|-",
              help="Read addresses from a file, one a line; repeatable.")
@click.option("--feed", "feeds", multiple=True, metavar="URL",
              help="Take the articles of an RSS or Atom feed; repeatable.")
@click.option("--sitemap", "sitemaps", multiple=True, metavar="URL", help="Take the articles of a sitemap; repeatable.")
@click.option("--since", callback=_date, metavar="DATE", help="Of feeds and sitemaps only what is dated DATE or later.")
@click.option("--match", "words", multiple=True, metavar="WORD",
              help="Of feeds and sitemaps only what has WORD in title or summary; repeatable, any counts.")
@click.option("--list", "only_list", is_flag=True, help="Print the addresses instead of fetching them.")
@click.option("--save", type=click.Path(path_type=Path), metavar="DIR", help="Keep the raw pages in DIR.")
@click.option("--store", type=click.Path(path_type=Path), metavar="DIR",
              help="Keep pages and answers in DIR; the same command again fetches only what is new or failed.")
@_network_options
@confidence_option
@output_options
@click.pass_context
def fetch(
    ctx: click.Context, /, urls: tuple[str, ...], lists: tuple[str, ...], feeds: tuple[str, ...],
    sitemaps: tuple[str, ...], since: date | None, words: tuple[str, ...], only_list: bool, save: Path | None,
    store: Path | None, min_confidence: float, output: Output, **network: Any,
) -> None:
    """Pull URLs, clean and extract each page, print the clips.

    Each different address is fetched once and has its outcome, in the order given: a clip, or an error row. Sites are
    asked politely: robots.txt is heeded, one request at a time, with a pause.
    """
    from clipper.fetch import Fetcher

    addresses = [*urls, *_from_lists(lists)]
    if not (urls or lists or feeds or sitemaps):
        raise click.UsageError("Give a URL, --from, --feed or --sitemap.")
    if (since or words) and not (feeds or sitemaps):
        raise click.UsageError("--since and --match go with --feed or --sitemap.")
    with Fetcher(_options(network), store=store) as fetcher:
        found = _discovered(fetcher, (*feeds, *sitemaps), since, words)
        if only_list:
            ctx.exit(_print_list(addresses, found))
        addresses += [item.url for item in found.items]
        single = len(urls) == 1 and not (lists or feeds or sitemaps)
        outcomes = _outcomes(fetcher, addresses, found, save, min_confidence)
        ctx.exit(_emit(fetcher, outcomes, output, addresses, found, single=single))


def _options(network: dict[str, Any]) -> FetchOptions:
    """What was given; for the rest FetchOptions has the defaults."""
    from clipper.errors import FetchError
    from clipper.fetch import FetchOptions

    try:
        return FetchOptions(**{name: value for name, value in network.items() if value is not None})
    except FetchError as error:
        raise click.UsageError(error.message) from error


def _from_lists(lists: tuple[str, ...]) -> Iterator[str]:
    """What the lines of the files hold; blank lines and lines that begin with # hold nothing."""
    from clipper.batch import load_file, load_stream
    from clipper.cli.terminal import complain
    from clipper.fetch.urls import split_line
    from clipper.read.decode import decode

    for name in lists:
        page = load_stream(sys.stdin.buffer) if name == "-" else load_file(Path(name))
        lines = decode(page.data).text.splitlines() if page.data.strip() else ()
        told = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
        if not told:
            complain(f"{name}: no address in this list")
        yield from (address for line in told for address in split_line(line))


def _discovered(fetcher: Fetcher, listings: tuple[str, ...], since: date | None, words: tuple[str, ...]) -> Found:
    from clipper.cli.terminal import complain
    from clipper.fetch.discover import Found, discover

    if not listings:
        return Found()
    found = discover(fetcher, listings, since=since, words=words)
    if found.left_out:
        complain(f"{len(found.items)} articles listed; {found.left_out} left out by --since or --match")
    return found


def _print_list(addresses: list[str], found: Found) -> int:
    """Addresses, one a line, ready for --from."""
    from clipper.cli.terminal import complain, plain
    from clipper.fetch.urls import targets

    failures = list(found.errors)
    for target in targets([*addresses, *(item.url for item in found.items)]):
        if target.error:
            failures.append(target.error)
        else:
            click.echo(plain(target.url or ""))
    for error in failures:
        complain(error)
    return 1 if failures else 0


def _outcomes(
    fetcher: Fetcher, addresses: list[str], found: Found, save: Path | None, min_confidence: float
) -> Iterator[Outcome]:
    from clipper.batch import Options, outcome_of
    from clipper.cli.terminal import plain
    from clipper.errors import FetchError
    from clipper.fetch.save import SavedPages
    from clipper.records import Failure

    saved = SavedPages(save) if save else None
    for error in found.errors:
        yield Failure.of(error, url=error.where)
    for outcome in fetcher.fetch(addresses):
        if outcome.page is None:
            assert outcome.error is not None  # noqa: S101 - one of both is there
            error = outcome.error
            if outcome.url is None and os.path.isfile(outcome.asked):
                error = FetchError("a file, no address", hint="clipper extract reads files", code=error.code)
            # What is no address is shown as it was given, and may hold anything.
            yield Failure.of(error, url=outcome.url or plain(outcome.asked))
            continue
        if saved:
            saved.add(outcome.page)
        yield _traced(outcome_of(outcome.page, Options(min_confidence=min_confidence)), outcome.url)


def _traced(outcome: Outcome, asked: str | None) -> Outcome:
    """The outcome with the address that was asked for: a line of a list must be found again in the output."""
    from clipper.records import Clip

    source = outcome.source
    if source.url == asked:
        return outcome
    # A failure has no other address than the one to look for.
    told = {"requested_url": asked} if isinstance(outcome, Clip) else {"url": asked}
    return outcome.model_copy(update={"source": source.model_copy(update=told)})


def _emit(
    fetcher: Fetcher, outcomes: Iterator[Outcome], output: Output, addresses: list[str], found: Found, *, single: bool
) -> int:
    from clipper.cli.emit import emit
    from clipper.fetch.urls import targets

    total = len(targets(addresses)) + len(found.errors)
    return emit(outcomes, output, total=total, note=lambda: _rate(fetcher), single=single)


def _rate(fetcher: Fetcher) -> str:
    return f"{fetcher.counts.waiting} waiting, {fetcher.rate:.1f} requests/s"
