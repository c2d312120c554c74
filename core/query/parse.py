"""The query language: text to parts and a condition, with positions, and back to text.

Plain words in a row are one text part; ``"a phrase"`` is one of its own; ``-`` before a word or
phrase asks for less of it; ``^2`` behind one gives it weight; ``like:"path"`` asks for photos that
look like a file, ``part:"words"`` for some region that looks like the words. A known field with a
value, such as ``type:heic``, is a filter; ``or`` and brackets combine filters, a minus turns one
round. All else, such as a colon behind an unknown name, an unmatched quote, a lone dash, or ``or``
and brackets among plain words, is plain text. ``resources/help/query.md`` says it at length.
"""

from core.query.grammar import parse
from core.query.render import render

__all__ = ["parse", "render"]
