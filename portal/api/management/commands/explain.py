"""`manage.py explain QUERY`: how a query is read and asked; the same answer as the API."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.api.answers import explain_answer
from portal.api.management.commands.search import pointed
from search.answer import QueryError


class Command(BaseCommand):
    help = "Explain how a query is read, analysed and asked of the engines."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("query", metavar="QUERY")
        parser.add_argument("--json", action="store_true", help="the answer of the API")

    def handle(self, *_: object, query: str, **options: Any) -> None:
        try:
            answer = explain_answer(query)
        except QueryError as error:
            raise CommandError(pointed(query, error)) from error
        if options["json"]:
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
            return
        self.stdout.write(f"Read as: {answer['words']}\nCanonical: {answer['canonical']}")
        for warning in answer["warnings"]:
            self.stdout.write(f"Note: {warning}")
        if answer["total"] is not None:
            self.stdout.write(f"Finds: {answer['total']:,}")
        for part in answer["parts"] or ():
            rest = "" if part["without"] is None else f", without it {part['without']:,}"
            self.stdout.write(f"  {part['query']}: {part['total']:,}{rest}")
        for name in ("numbers", "dates", "terms", "expansions", "tree", "engines"):
            value = answer[name]
            if value:
                self.stdout.write(f"{name.capitalize()}: {json.dumps(value, ensure_ascii=False, indent=2)}")
