"""Who says what, through whom, in which words and how surely."""
