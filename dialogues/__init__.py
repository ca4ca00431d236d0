"""What the assistant says and does next: rules, forms, actions and phrases."""
