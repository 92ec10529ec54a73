"""What the sentences before leave to the next: open ends, the flow under discussion, lists that go on."""
