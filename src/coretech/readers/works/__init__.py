"""Works of science and patents, from the files databases give, into a compact snapshot of Parquet with a manifest."""
