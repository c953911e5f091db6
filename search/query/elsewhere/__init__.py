"""What comes from other systems: their codes, labels and addresses, and what a browser puts around a query."""
