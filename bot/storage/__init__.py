"""Tables, transactions, inbox and outbox. No rules: who may do what is decided elsewhere."""
