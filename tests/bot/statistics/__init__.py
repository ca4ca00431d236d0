"""Tests of counting and publishing."""
