"""A national plan for science and technology, as published: goals down to measures, who does them, and its tables."""
