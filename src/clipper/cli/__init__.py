"""The command line. This module stays cheap: commands and everything heavy are imported when they are used."""

from __future__ import annotations

import gc
import os
import signal
import sys
from importlib import import_module
from typing import NoReturn

import click

from clipper import __version__
from clipper.cli.language import forget, listen
from clipper.cli.localised import localise, show_error
from clipper.errors import ClipperError

COLLECT = (50_000, 20, 20)
"""Clips are trees without cycles: looking for garbage less often saves a fifth of a batch's time."""
_COMMANDS = {
    "fetch": "Pull URLs, clean and extract each page, print the clips.",
    "extract": "Extract the records of one saved page.",
    "batch": "Extract the records of many saved pages.",
    "show": "Show the records of clips as cards or as a table.",
    "report": "Make one page to look at: table, map, timeline, articles with their evidence.",
    "merge": "Join what several articles tell of one journey or agreement.",
    "export": "Write clips as a workbook, a database, a table or a calendar.",
    "clean": "Print only the article of one saved page.",
    "schema": "Print the JSON Schema of a clip.",
}

_EPILOG = """\b
Examples:
  clipper extract page.html
  clipper batch saved/ --format csv --excel -o records.csv
  clipper fetch https://news.example/1 --records-only

\b
Exit codes:
  0  all well
  1  some inputs failed: each is a line on standard error, the others are in the output
  2  wrong usage, or the output can't be written: nothing was written
"""


class _Terminated(BaseException):
    """SIGTERM came: half-written files go before the process does."""


def _terminate(_number: int, _frame: object) -> NoReturn:
    raise _Terminated


def _come_again(lost: sys.UnraisableHookArgs) -> None:
    """A signal that arrives where Python can't raise (the clean-up of an import, say) is sent once more, a little later."""
    number = {KeyboardInterrupt: signal.SIGINT, _Terminated: signal.SIGTERM}.get(lost.exc_type)
    if number is None:
        sys.__unraisablehook__(lost)
        return
    import threading

    later = threading.Timer(0.05, os.kill, (os.getpid(), number))
    later.daemon = True
    later.start()


class _LazyGroup(click.Group):
    """Commands that are listed from a table and imported when called: `clipper --help` imports none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(import_module(f"clipper.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)  # noqa: S101 - for the type checker
        return localise(command)

    def invoke(self, ctx: click.Context) -> object:
        # click itself would turn a closed pipe into exit code 1, and print an empty line for an interrupt
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            _die_of("SIGPIPE")
        except KeyboardInterrupt:
            _die_of("SIGINT")
        except _Terminated:
            _die_of("SIGTERM")

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_LazyGroup, epilog=_EPILOG)
@click.version_option(__version__, prog_name="clipper")
def cli() -> None:
    """Korean news pages in, structured Trip and Mou records out.

    Who travels where, who signs what with whom: each value with its evidence in the article.
    """


localise(cli)


def main() -> NoReturn:
    """The console script: run a command and leave with its exit code, as a Unix tool does."""
    from clipper.cli.terminal import complain, use_utf8

    use_utf8()
    forget()
    gc.set_threshold(*COLLECT)
    signal.signal(signal.SIGTERM, _terminate)
    sys.unraisablehook = _come_again
    try:
        code = cli.main(standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        listen(sys.argv[1:])
        show_error(error)
        code = error.exit_code
    except ClipperError as error:
        complain(error)
        code = 2
    except BrokenPipeError:
        _die_of("SIGPIPE")
    except OSError as error:  # files tell theirs as ClipperError: this is standard output
        _drop_output()
        complain(f"standard output: {error.strerror or error}")
        code = 2
    except (KeyboardInterrupt, click.Abort):
        _die_of("SIGINT")
    sys.exit(code)


def _drop_output() -> None:
    """Point standard output at nothing: what its buffer still holds would be tried, and complained of, at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _die_of(name: str) -> NoReturn:
    """End by the signal itself, so that a shell sees why and stops its loop; with code 1 where there are no signals."""
    number = getattr(signal, name, None)
    if number is not None and os.name == "posix":
        _drop_output()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
    sys.exit(1)
