"""Matching texts to technologies: fold, cut into features, score, explain; lexical and bilingual, no model needed."""
