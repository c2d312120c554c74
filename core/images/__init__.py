"""Photos as files: bytes to upright pixels, metadata, fingerprint and thumbnail."""
