"""`clipper show`: the records of clips, for people at a terminal."""

from __future__ import annotations

from pathlib import Path

import click

from clipper.cli.choose import Choice, choice_options
from clipper.cli.options import clips_argument

_EPILOG = """\b
Examples:
  clipper show clips.jsonl
  clipper show clips.jsonl --kind mou --status signed --table
  clipper batch saved/ | clipper show -
"""


@click.command(epilog=_EPILOG)
@clips_argument
@click.option("--table", "as_table", is_flag=True, help="One line or two for each record, instead of a card.")
@choice_options
@click.pass_context
def show(ctx: click.Context, clips: tuple[Path, ...], as_table: bool, choice: Choice) -> None:
    """Show the records of clips as cards or as a table.

    A card has the key facts of a record, and the sentences of the article that they come from, with the words of each
    value marked. CLIPS are files that clipper wrote as JSON Lines, JSON (both also .gz, .zst) or Parquet; - is standard input.
    On a terminal the cards come in colour and through a pager (PAGER, NO_COLOR are heeded).
    """
    from clipper.cli.choose import Troubles
    from clipper.cli.language import current
    from clipper.cli.show.cards import cards
    from clipper.cli.show.screen import Screen
    from clipper.cli.show.table import table
    from clipper.clips import read_clips

    screen = Screen.of_stdout()
    troubles = Troubles(clips, later=screen.pager)
    outcomes = choice.of(troubles.readable(read_clips(clips)))
    screen.show(table(outcomes, current(), screen.width) if as_table else cards(outcomes, current(), screen.width))
    troubles.tell()
    ctx.exit(1 if troubles.count else 0)
