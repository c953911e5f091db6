"""A local OpenSearch for development and tests."""
