"""Minutes at the desk, from raw reports to a checked register."""
