"""Which field a value stands in: what its code as written means here, and words that reach into several or stray out of it."""
