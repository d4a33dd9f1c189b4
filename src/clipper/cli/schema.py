"""`clipper schema`: the output contract for machines."""

from __future__ import annotations

import click

_EPILOG = """\b
Examples:
  clipper schema > clip.schema.json
"""


@click.command(epilog=_EPILOG)
def schema() -> None:
    """Print the JSON Schema of a clip."""
    import json

    from clipper.records import Clip

    click.echo(json.dumps(Clip.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2))
