"""What every page shares: the Jinja2 environment, the layout's data, language, sign-in, and problem pages."""
