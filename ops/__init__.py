"""Running the portal on one machine: what stands behind the targets of the Makefile."""
