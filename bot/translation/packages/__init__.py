"""Translation packages: what is installed, what is missing, where more come from."""
