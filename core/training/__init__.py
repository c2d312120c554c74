"""Contrastive training, fine-tuning, and the recipes of the built-in models.

Nothing here loads torch before a recipe runs.
"""

from core.training.recipes import RecipeInfo, list_recipes, read_options, run_recipe

__all__ = ["RecipeInfo", "list_recipes", "read_options", "run_recipe"]
