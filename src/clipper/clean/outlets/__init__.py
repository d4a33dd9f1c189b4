"""What is special to an outlet or a CMS family: one small dated `.toml` each, and the code that applies it."""

from clipper.clean.outlets.choose import Advice, advise
from clipper.clean.outlets.outlet import Layout, Outlet, all_outlets

__all__ = ["Advice", "Layout", "Outlet", "advise", "all_outlets"]
