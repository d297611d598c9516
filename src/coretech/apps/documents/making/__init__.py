"""What each document says, made from what is on record; a reader's document holds what the reader may see."""
