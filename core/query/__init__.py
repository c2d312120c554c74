"""The query language: typed text to parts and back."""
