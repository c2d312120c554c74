"""Nearest-neighbour search over vectors by opaque key, one index per space; derived, rebuilt at will."""
