"""When, by the words of a text: expressions of time and the days that they mean."""
