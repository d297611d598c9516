"""Small things every room uses: sentences, the clock, the ROC calendar, text folding. Standard library only."""
