"""Text to terms, the same for the index, the query and the marks: no language is asked for, the script decides."""

from search.analysis.terms import Token, folded, syllables, terms, words

__all__ = ["Token", "folded", "syllables", "terms", "words"]
