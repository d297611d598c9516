"""Supplies computed: days of cover, standards, late returns, jumps, sources and prices; nothing here is stored."""
