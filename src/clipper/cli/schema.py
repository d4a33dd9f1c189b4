"""`clipper schema`: the output contract for machines."""

from __future__ import annotations

import click

_EPILOG = """\b
Examples:
  clipper schema > clip.schema.json
  clipper schema --events > event.schema.json
"""


@click.command(epilog=_EPILOG)
@click.option("--events", is_flag=True, help="The schema of an event, as `clipper merge` writes it.")
def schema(events: bool) -> None:
    """Print the JSON Schema of a clip."""
    import json

    click.echo(json.dumps(_event() if events else _clip(), ensure_ascii=False, indent=2))


def _clip() -> dict[str, object]:
    from clipper.records import Clip

    return Clip.model_json_schema(mode="serialization")


def _event() -> dict[str, object]:
    from clipper.merge import event_schema

    return event_schema()
