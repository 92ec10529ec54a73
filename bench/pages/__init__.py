"""How quickly the desk answers as the register grows, and with fifty readers at once."""
