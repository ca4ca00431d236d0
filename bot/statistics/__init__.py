"""Counting, protection of small numbers, and what is published for coordinators."""
