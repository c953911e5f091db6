"""The committed description is that of the code, and every answer is what it promises."""

import io
from pathlib import Path

import jsonschema
import pytest
import yaml
from django.conf import settings
from django.core.management import call_command

from portal.api.parameters import Parameter
from portal.api.schema import Schema
from portal.api.urls import v1
from tests.portal.api.conftest import HUSK
from tests.search.filing import delivery

COMMITTED = Path(settings.BASE_DIR) / "docs" / "openapi.yaml"


@pytest.fixture(scope="module")
def described():
    return yaml.safe_load(COMMITTED.read_text(encoding="utf-8"))


def test_the_committed_description_is_that_of_the_code():
    now = io.StringIO()
    call_command("spectacular", "--validate", "--fail-on-warn", stdout=now)
    assert COMMITTED.read_text(encoding="utf-8").strip() == now.getvalue().strip(), (
        "docs/openapi.yaml is behind the code: python manage.py spectacular --file docs/openapi.yaml"
    )


def test_every_view_is_described_and_says_what_it_gives(described):
    assert len(described["paths"]) == len(v1)
    for path, operations in described["paths"].items():
        assert "get" in operations
        for operation in operations.values():
            assert operation["summary"].endswith("."), path
            assert operation["description"], path
            assert all(parameter["description"] for parameter in operation.get("parameters", [])), path


def strict(described, name):
    """Return the schema of a component, with every member it does not name forbidden."""
    components = {
        key: {**one, "additionalProperties": False} if "properties" in one else one
        for key, one in described["components"]["schemas"].items()
    }
    return {"$ref": f"#/components/schemas/{name}", "components": {"schemas": components}}


@pytest.mark.usefixtures("indexed")
@pytest.mark.parametrize(
    ("address", "path", "status"),
    [
        ("search?q=silica", "search", 200),
        ("search?size=1", "search", 200),
        ("search?q=silcia%20AND%20%22husk%20rice%22&office=BR", "search", 200),
        ("search?q=ti=(", "search", 400),
        ("explain?q=husk*%20AND%20pd=2019..%20AND%20cc=BR", "explain", 200),
        (f"records/{HUSK}", "records/{id}", 200),
        (f"records/{HUSK}/family", "records/{id}/family", 200),
        (f"records/{HUSK}/similar?size=3", "records/{id}/similar", 200),
        ("records/BR-P-1/family", "records/{id}/family", 404),
        ("search?collapse=family", "search", 200),
        ("records/BR-P-1", "records/{id}", 404),
        ("offices", "offices", 200),
        ("offices/BR", "offices/{cc}", 200),
        ("offices/TH", "offices/{cc}", 200),
        ("coverage", "coverage", 200),
        ("coverage?x=1", "coverage", 400),
        ("coverage?office=AA", "coverage", 404),
        ("coverage/BR/missing", "coverage/{cc}/missing", 200),
        ("coverage/ID/missing", "coverage/{cc}/missing", 200),
        ("deliveries?size=1", "deliveries", 200),
        ("deliveries/{sha256}", "deliveries/{sha256}", 200),
        ("deliveries/{sha256}/findings", "deliveries/{sha256}/findings", 200),
        ("deliveries/{sha256}/report", "deliveries/{sha256}/report", 200),
    ],
)
def test_every_answer_is_what_the_description_promises(ask, described, address, path, status):
    answer = ask(address.replace("{sha256}", delivery("BR").sha256), status)
    content = described["paths"][f"/api/v1/{path}"]["get"]["responses"][str(status)]["content"]
    promised = content["application/json" if status == 200 else "application/problem+json"]["schema"]["$ref"]
    jsonschema.Draft202012Validator(strict(described, promised.rpartition("/")[2])).validate(answer)


def test_a_type_that_cannot_be_described_is_refused():
    with pytest.raises(TypeError, match="No JSON schema for"):
        Schema().resolve(Parameter)
