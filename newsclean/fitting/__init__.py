"""Fitting the labeller on pages with gold text. Needs the extra: pip install "newsclean[fit]"."""
