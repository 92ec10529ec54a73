"""How a report's text is laid out, parsed and spelled, before anything in it is understood."""
