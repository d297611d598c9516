"""The page where somebody keeps tokens for programs."""
