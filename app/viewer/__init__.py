"""Photos large: one at a time, several beside each other, or as a glance over the grid."""
