"""HTML → RawArticle: the one walk, the choice of the body, its lines sorted, bodies hidden in scripts."""

from clipper.clean.markup.door import clean_html

__all__ = ["clean_html"]
