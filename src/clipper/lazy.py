"""Names that a package gives but loads on first use (PEP 562): who imports the package pays only for what it takes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def loaded_on_use(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """The `__getattr__` of `package`: `homes` says for each name which module has it (`.records`, below the package).

    The returned function raises AttributeError for every other name. A type checker reads the names from the package's own
    imports under `TYPE_CHECKING`; a test holds those, `homes` and `__all__` together.
    """

    def get(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}", name=name)
        return getattr(import_module(homes[name], package), name)

    return get
