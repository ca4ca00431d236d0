"""What keeps people from being found: pseudonyms, encrypted addresses, erasure."""
