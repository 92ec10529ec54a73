"""Which transfers one sentence tells of, with both ends, goods, amounts and times."""
