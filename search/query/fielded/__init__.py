"""Which field a value stands in: its code as written, the field it means here, and words that reach into several or stray out of it."""
