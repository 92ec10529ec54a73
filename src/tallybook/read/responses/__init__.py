"""What is done about a transfer: who does it, against whom, when, in which words."""
