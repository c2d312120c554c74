"""What a photo shows and what a library is rich in, in words of a vocabulary."""
