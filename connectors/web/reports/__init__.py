"""The coordinators' reports as pages that need no script."""

from connectors.web.reports.site import routes

__all__ = ["routes"]
