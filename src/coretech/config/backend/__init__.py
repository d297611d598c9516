"""Django's PostgreSQL backend, which brings the embedded server up before it connects."""
