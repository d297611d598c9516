"""What holders ask for and give notice of (art. 10(2))."""
