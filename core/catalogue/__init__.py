"""The catalogue: the SQLite file that is the truth about photos, contents and embeddings."""
