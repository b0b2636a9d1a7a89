"""Why a page became the Article it did: every block with its label, the rule or score behind it, and what counted."""

from newsclean.explain.explaining import explain
from newsclean.explain.explanation import Answer, ExplainedBlock, Explanation, Leaning, WordsNotFound

__all__ = ["Answer", "ExplainedBlock", "Explanation", "Leaning", "WordsNotFound", "explain"]
