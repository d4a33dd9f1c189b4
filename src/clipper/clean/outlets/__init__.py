"""What is special to an outlet or a CMS family: one small dated `.toml` each, and the code that applies it."""

from clipper.clean.outlets.choose import Advice, advise
from clipper.clean.outlets.outlet import Layout, Outlet, all_outlets
from clipper.clean.outlets.selectors import Markup

__all__ = ["Advice", "Layout", "Markup", "Outlet", "advise", "all_outlets"]
