"""Scores and speed of reading."""
