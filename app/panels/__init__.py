"""What surrounds the grid: side bar, status strip, first run, problems."""
