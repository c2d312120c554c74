"""Recollect's window and command line."""
