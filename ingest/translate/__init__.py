"""Machine translation into English behind one interface; official English is never overwritten and always wins."""

from ingest.translate.stage import translate_next

__all__ = ["translate_next"]
