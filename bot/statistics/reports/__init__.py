"""The coordinators' reports, made from nothing but what was published."""
