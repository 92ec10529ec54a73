"""What one clause tells: words of transfer, parties in their places, stage, certainty and turns."""
