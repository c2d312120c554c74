"""What `recollect evaluate` measures: retrieval, bands, naming."""
