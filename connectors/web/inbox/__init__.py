"""The counsellors' inbox: cases as pages that work with forms alone and update themselves."""

from connectors.web.inbox.accounts import Accounts, SignInRefused
from connectors.web.inbox.site import STATIC, routes

__all__ = ["STATIC", "Accounts", "SignInRefused", "routes"]
