"""Whoever signs in to the web inbox and the reports."""
