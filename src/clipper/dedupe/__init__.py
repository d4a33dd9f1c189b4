"""Articles → groups of the same story: near-duplicates of a wire text, found without comparing all with all."""
