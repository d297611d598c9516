"""Accounts: who signs in, and the tokens that act for them."""
