"""What is in force on a date: measures first; parties and ships against lists are to come beside them."""

from tallybook.screen.measures import measures_for

__all__ = ["measures_for"]
