"""How the register grows."""
