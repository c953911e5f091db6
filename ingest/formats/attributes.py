"""Attributes of the elements a reader goes through, in every dialect of XML: those that are used, and those left on purpose.

What stands within a text (layout, formulas, pictures) is part of the text, and its attributes are not looked at.
"""

from __future__ import annotations

USED = frozenset(
    [
        "DTD", "ID", "ano", "app-type", "appl-type", "change-date", "code", "country", "data-format", "dataPublicacao", "date-of-exchange",
        "date-of-last-exchange", "date-produced", "date-publ", "depends_on", "desc", "descData", "diretoria", "doc-number", "document-id-type",
        "documentPublicationDate", "id", "idref", "idrefs", "inid", "kind", "kind-of-st16", "kindcode", "lang", "languageCode", "num", "numero", "operationCategory", "operationCode",
        "pNumber", "scheme", "sequence", "sequenceNumber", "sequencia", "status", "step-date-type",
    ]
)  # fmt: skip
IGNORED = {
    **dict.fromkeys(("line", "cdsid", "designation", "designatedStatesCategory"), "the place in the list"),
    **dict.fromkeys(("dtd-version", "dtd", "st96Version", "ipoVersion", "schemaLocation", "noNamespaceSchemaLocation", "type", "nil", "xsdVersion"),
                    "how the document is written"),
    **dict.fromkeys(("file", "FILE", "nb-file", "imf", "ti", "he", "wi", "width", "height", "alt", "ALT", "img-content", "img-format", "orientation",
                     "inline", "number-of-pages", "link-file", "documentFileName", "instanceFileName", "FileName", "measureUnitCode"), "images and files"),
    **dict.fromkeys(("align", "valign", "style", "level", "lvl", "LVL", "levelNumber", "headingLevelCode", "compact", "list-style", "display"), "layout"),
    **dict.fromkeys(("doc-id", "is-representative", "family-id", "originating-office", "date-added-docdb", "date-of-previous-exchange",
                     "abstract-source", "system", "no-of-documents", "fulltext-format", "produced-by", "url", "infl", "dateMigr", "legal",
                     "change-gazette-num", "status-code", "event-type", "event-text-type", "step-text-type", "procedure-step-phase",
                     "time-limit-unit", "total-result-count"), "the EPO's own"),
    **dict.fromkeys(("us-art-unit", "STATUS", "office", "officeCode", "assignedBy", "rep-type", "applicant-authority-category", "kind-of-jp",
                     "adopted-law", "true-or-false", "appnum", "ipc", "pubdate", "publication-date", "publication-type", "date-revised",
                     "creationDate", "documentStatusText", "inventionTitleCategory", "completeClaimsProvidedIndicator", "implicitIndicator",
                     "emailAddressPurposeCategory", "geographicRegionCategory", "geographicRegionDescriptionCategory", "citingPartyCategory",
                     "currencyCode"), "the office's use"),
    **dict.fromkeys(("dnum", "dnum-type", "npl-type", "srep-office", "cited-phase", "cited-by", "cited-date", "extracted-xp", "target"), "citations"),
    **dict.fromkeys(("edition", "scheme-type", "additional-only", "not-allocatable", "breakdown-code", "definition-exists", "ipc-concordant",
                     "sort-key", "classification-symbol", "percentage"), "about the class, beside its symbol"),
}  # fmt: skip
