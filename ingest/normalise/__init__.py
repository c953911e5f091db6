"""From values as delivered to unsaved rows whose values can be compared."""
