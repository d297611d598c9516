"""Computing, never storing: engines know no database and no clock."""
