"""How well and how fast attributions of any text are found."""
