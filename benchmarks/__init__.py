"""Measurements. Each script prints its figures beside what it compares with, from the same run."""
