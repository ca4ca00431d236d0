"""What is counted, how it is protected, and what coordinators see of it."""
