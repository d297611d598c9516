"""What a page of a watched technology shows beside its indicators: parts, samples, years, intervals and alerts."""
