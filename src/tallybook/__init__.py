"""Tallybook: the register of arms transfers told in the news."""
