"""Recollect's engine: photos in folders, found by saying what is in them. No Qt, no window."""
