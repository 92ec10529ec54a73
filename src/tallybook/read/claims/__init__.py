"""How what was told becomes claims: judged, worded, attributed and merged."""
