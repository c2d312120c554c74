"""Encoders: what a model is, loading it safely, who may use the device, photos and words to vectors."""
