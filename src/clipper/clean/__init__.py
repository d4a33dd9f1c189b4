"""Page → Article: the body without boilerplate and repeats, and the metadata that the page states."""

from clipper.clean.cleaned import Cleaned, clean

__all__ = ["Cleaned", "clean"]
