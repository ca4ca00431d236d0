"""The counsellors' group: one forum topic a case. Begin with `group.py`."""
