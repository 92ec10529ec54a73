"""What a text names: parties, goods, quantities, ships and ways."""
