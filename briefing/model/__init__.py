"""The values that the stages hand on: frozen, standard library only."""
