"""The query bar: text, picture chips, mistakes in words."""
