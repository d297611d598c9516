"""Pages of portfolios: upload, columns, progress, the queues of finds, and what the judgements tell."""
