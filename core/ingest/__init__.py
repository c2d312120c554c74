"""Taking photos in: what is there, what changed, read, encode, store, and who tells us of more."""
