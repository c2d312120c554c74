"""The grid of photos: layout, selection, thumbnails, painting."""
