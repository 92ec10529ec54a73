"""How reconciling grows with the book."""
