"""Clips → events: the journeys and agreements of the world, each with all the articles that tell of it."""
