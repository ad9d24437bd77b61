"""What programs written for Presidio's REST servers send, and what they do with the answers (after its end-to-end tests)."""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
import regex
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from presidio_analyzer import AnalysisExplanation
from presidio_anonymizer import AnonymizerEngine, DeanonymizeEngine
from presidio_anonymizer.entities import OperatorConfig, OperatorResult, RecognizerResult

from gateway.http.anonymizer import anonymized
from gateway.http.limits import LONGEST_DENY_LIST, MOST_PATTERNS
from tests.http.client import request

TEXT = "Jane Roe, SIN 046 454 286, ticket ABC-1234."
KEY = "0123456789abcdef"


class Client:
    """A program that was written for Presidio and knows the address only."""

    def __init__(self, base: str) -> None:
        self._base = base

    def analyze(self, text, language="en", **more):
        return self._post("/analyze", {"text": text, "language": language, **more})

    def anonymize(self, text, results, anonymizers=None):
        body = {"text": text, "analyzer_results": results}
        return self._post("/anonymize", body | ({"anonymizers": anonymizers} if anonymizers else {}))

    def get(self, path):
        return request("GET", self._base + path).json

    def refused(self, path, body):
        answer = request("POST", self._base + path, body)
        return answer.status, answer.json.get("error", "")

    def _post(self, path, body):
        answer = request("POST", self._base + path, body)
        assert answer.status == 200, answer.text
        return answer.json


@pytest.fixture
def client(door):
    return Client(door[0])


def types(results):
    return [one["entity_type"] for one in results]


def test_results_are_what_presidios_own_classes_read(client):
    results = client.analyze(TEXT, return_decision_process=True)
    assert "CA_SIN" in types(results)
    for result in results:
        read = RecognizerResult.from_json(result)
        assert 0 <= read.start < read.end <= len(TEXT)
        assert set(result["analysis_explanation"]) <= set(vars(AnalysisExplanation("", 0.0)))


def test_without_the_decision_process_there_is_no_explanation(client):
    assert {one["analysis_explanation"] for one in client.analyze(TEXT, return_decision_process=0)} == {None}


def test_a_threshold_and_entities_narrow_the_results(client):
    everything = client.analyze(TEXT)
    least = max(one["score"] for one in everything)
    assert all(one["score"] >= least for one in client.analyze(TEXT, score_threshold=least))
    assert types(client.analyze(TEXT, entities=["CA_SIN"])) == ["CA_SIN"]


def test_supported_entities_can_be_sent_back_as_entities(client):
    supported = client.get("/supportedentities?language=en")
    assert client.analyze(TEXT, entities=supported) == client.analyze(TEXT)
    assert client.get("/supportedentities?unknown=input") == supported


@pytest.mark.parametrize("more", [{"correlation_id": "123"}, {"trace": "1"}, {"trace": "somedata"}], ids=str)
def test_what_means_nothing_here_is_taken(client, more):
    assert client.analyze(TEXT, **more) == client.analyze(TEXT)


def test_a_batch_gives_a_list_of_lists(client):
    first, second = client.analyze([TEXT, "nothing here"])
    assert first == client.analyze(TEXT)
    assert second == []


@pytest.mark.parametrize(
    ("allow", "match"),
    [(["046 454 286"], "exact"), ([r"^046\W", r"xyz"], "regex")],
    ids=["exact", "regex"],
)
def test_what_is_allowed_is_no_result(client, allow, match):
    assert "CA_SIN" not in types(client.analyze(TEXT, allow_list=allow, allow_list_match=match))
    assert "CA_SIN" in types(client.analyze(TEXT, allow_list=["046"], allow_list_match="exact"))


TICKET = {
    "name": "Ticket recognizer",
    "supported_language": "en",
    "patterns": [{"name": "ticket", "regex": r"\b[A-Z]{3}-\d{4}\b", "score": 0.01}],
    "supported_entity": "TICKET",
}


def test_a_recognizer_of_the_request_finds_what_it_is_for(client):
    results = client.analyze(TEXT, ad_hoc_recognizers=[TICKET])
    (ticket,) = [one for one in results if one["entity_type"] == "TICKET"]
    assert (TEXT[ticket["start"] : ticket["end"]], ticket["score"]) == ("ABC-1234", 0.01)
    assert "CA_SIN" in types(results)
    assert types(client.analyze(TEXT, ad_hoc_recognizers=[TICKET], entities=["TICKET"])) == ["TICKET"]
    assert "TICKET" not in types(client.analyze(TEXT, "fr", ad_hoc_recognizers=[TICKET]))


def test_its_context_words_raise_its_score(client):
    known = client.analyze(TEXT, ad_hoc_recognizers=[TICKET | {"context": ["ticket"]}], entities=["TICKET"])
    told = client.analyze(
        TEXT,
        ad_hoc_recognizers=[TICKET | {"context": ["case"]}],
        entities=["TICKET"],
        context=["case number"],
    )
    assert [one["score"] for one in (*known, *told)] == [0.4, 0.4]


def test_a_deny_list_finds_whole_words(client):
    titles = {
        "name": "Titles",
        "supported_language": "en",
        "deny_list": ["Mr.", "Mister"],
        "supported_entity": "TITLE",
    }
    text = "Mr. Smith and mister Jones, Misters all"
    results = client.analyze(text, ad_hoc_recognizers=[titles], entities=["TITLE"])
    assert [(text[one["start"] : one["end"]], one["score"]) for one in results] == [
        ("Mr.", 1.0),
        ("mister", 1.0),
    ]


@pytest.mark.parametrize(
    "pattern",
    [
        {"type": "weak", "bebex": "x", "confidence": 0.01},
        {"name": "a", "regex": "(", "score": 0.5},
        {"name": "a", "regex": "x" * 1001, "score": 0.5},
        {"name": "a", "regex": "(?:(?:(?:a{100}){100}){100}){100}", "score": 0.5},
        {"name": "a", "regex": "(?:(?:(?:a{,99}){,99}){,99}){,99}", "score": 0.5},
        {"name": "a", "regex": "(?a)(?u)x", "score": 0.5},
        {"name": "a", "regex": "x", "score": 7},
    ],
    ids=["other keys", "no expression", "too long", "too big", "too big, from none", "two flags", "no score"],
)
def test_a_recognizer_that_cannot_be_used_is_refused(client, pattern):
    body = {"text": TEXT, "language": "en", "ad_hoc_recognizers": [TICKET | {"patterns": [pattern]}]}
    assert client.refused("/analyze", body)[0] == 422


def test_a_pattern_that_never_ends_does(client):
    endless = TICKET | {"patterns": [{"name": "a", "regex": "(.*?,){25}P", "score": 0.5}]}
    body = {"text": "1," * 200, "language": "en", "ad_hoc_recognizers": [endless]}
    assert client.refused("/analyze", body) == (422, "A pattern took too long on this text.")


def test_nor_does_one_of_the_allow_list(client):
    everything = TICKET | {"patterns": [{"name": "a", "regex": "[1,]+", "score": 0.5}]}
    allowed = {"allow_list": ["(.*?,){25}P"], "allow_list_match": "regex"}
    body = {"text": "1," * 200, "language": "en", "ad_hoc_recognizers": [everything], **allowed}
    assert client.refused("/analyze", body) == (422, "A pattern took too long on this text.")


def test_patterns_that_take_long_to_compile_are_refused_and_hold_up_nobody(client):
    slow = [
        {"name": "a", "regex": f"{number}" + "(a?b|[cd]e)" * 90, "score": 0.5}
        for number in range(MOST_PATTERNS)
    ]
    body = {
        "text": TEXT,
        "language": "en",
        "ad_hoc_recognizers": [TICKET | {"patterns": slow}] * 10,
    }
    with ThreadPoolExecutor(1) as threads:
        answer = threads.submit(client.refused, "/analyze", body)
        alive = 0
        while not answer.done():
            alive += client.get("/health/live") == {"status": "live"}
    assert answer.result() == (422, "The recognizers of the request take too long to read.")
    assert alive > 3


def test_a_deny_list_is_as_long_as_can_be_compiled(client):
    words = ["a" * 1000] * (LONGEST_DENY_LIST // 1000)
    recognizer = {"supported_entity": "TITLE", "deny_list": [*words, "a"]}
    body = {"text": TEXT, "language": "en", "ad_hoc_recognizers": [recognizer]}
    assert client.refused("/analyze", body) == (
        422,
        f"deny_list holds {LONGEST_DENY_LIST} characters at most",
    )


def test_no_word_or_pattern_of_a_request_is_remembered(client):
    client.analyze(TEXT, ad_hoc_recognizers=[TICKET | {"deny_list": ["Zénobie"]}])
    package = sys.modules[regex.compile.__module__]
    assert not any("Zénobie" in str(key) or "ticket" in str(key) for key in package._cache)
    assert not any("Zénobie" in str(key) for key in package._locale_sensitive)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({}, "No text provided"),
        ({"language": "en"}, "No text provided"),
        ({"text": TEXT}, "No language provided"),
        ({"text": TEXT, "language": "zz"}, "No matching recognizers were found to serve the request."),
    ],
    ids=["nothing", "no text", "no language", "unknown language"],
)
def test_what_analyze_cannot_do_is_said_in_presidios_words(client, body, says):
    assert client.refused("/analyze", body) == (422, says)
    assert (
        request("GET", f"{client._base}/supportedentities?language=he")
        .json["error"]
        .startswith("No matching")
    )


def test_analyzed_then_anonymized_with_masks_and_defaults(client):
    results = client.analyze(TEXT, entities=["CA_SIN"])
    mask = {"type": "mask", "masking_char": "*", "chars_to_mask": 7, "from_end": True}
    answer = client.anonymize(TEXT, results, {"CA_SIN": mask})
    assert answer["text"] == "Jane Roe, SIN 046 *******, ticket ABC-1234."
    assert client.anonymize(TEXT, results, {"ABC": {"type": "redact"}})["text"].count("<CA_SIN>") == 1
    assert client.anonymize(TEXT, [])["text"] == TEXT


def test_what_is_encrypted_here_presidio_opens_and_the_other_way_round(client):
    results = client.analyze(TEXT, entities=["CA_SIN"])
    closed = client.anonymize(TEXT, results, {"DEFAULT": {"type": "encrypt", "key": KEY}})
    assert "046 454 286" not in closed["text"]
    items = [OperatorResult.from_json(item) for item in closed["items"]]
    decrypt = OperatorConfig("decrypt", {"key": KEY})
    assert DeanonymizeEngine().deanonymize(closed["text"], items, {"DEFAULT": decrypt}).text == TEXT

    theirs = AnonymizerEngine().anonymize(
        TEXT,
        [RecognizerResult.from_json(one) for one in results],
        {"DEFAULT": OperatorConfig("encrypt", {"key": KEY})},
    )
    body = {
        "text": theirs.text,
        "anonymizer_results": json.loads(theirs.to_json())["items"],
        "deanonymizers": {"DEFAULT": {"type": "decrypt", "key": KEY}},
    }
    assert client._post("/deanonymize", body)["text"] == TEXT
    wrong = body | {"deanonymizers": {"DEFAULT": {"type": "decrypt", "key": KEY[::-1]}}}
    assert client.refused("/deanonymize", wrong)[0] == 422


def test_a_hash_is_the_same_with_the_same_salt_only(client):
    results = client.analyze(TEXT, entities=["CA_SIN"])
    salted = {"DEFAULT": {"type": "hash", "salt": "sixteen octets.."}}
    config = {"DEFAULT": OperatorConfig("hash", {"salt": "sixteen octets.."})}
    theirs = AnonymizerEngine().anonymize(TEXT, [RecognizerResult.from_json(one) for one in results], config)
    assert client.anonymize(TEXT, results, salted)["text"] == theirs.text
    unsalted = [client.anonymize(TEXT, results, {"DEFAULT": {"type": "hash"}})["text"] for _ in range(2)]
    assert unsalted[0] != unsalted[1]


@pytest.mark.parametrize(
    ("path", "body", "says"),
    [
        ("/anonymize", {"text": "", "analyzer_results": []}, "Invalid input, text can not be empty"),
        ("/anonymize", {"text": "a"}, "Invalid input, request must contain analyzer results"),
        ("/anonymize", {"operator": {"type": "mask"}}, "Expected parameter masking_char"),
        ("/anonymize", {"operator": {"type": "encrypt"}}, "Expected parameter key"),
        (
            "/anonymize",
            {"operator": {"type": "encrypt", "key": "short"}},
            "Invalid input, key must be of length 128, 192 or 256 bits",
        ),
        (
            "/anonymize",
            {"operator": {"type": "hash", "salt": "short"}},
            "Salt must be at least 16 bytes (128 bits).",
        ),
    ],
    ids=["no text", "no results", "no mask", "no key", "short key", "short salt"],
)
def test_what_anonymize_cannot_do_is_said_in_presidios_words(client, path, body, says):
    if "operator" in body:
        result = {"start": 0, "end": 1, "score": 1, "entity_type": "X"}
        body = {"text": "ab", "analyzer_results": [result], "anonymizers": {"X": body["operator"]}}
    assert client.refused(path, body) == (422, says)


def test_what_exists_is_listed(client):
    assert {"hash", "mask", "redact", "replace", "encrypt", "keep"} == set(client.get("/anonymizers"))
    assert "decrypt" in client.get("/deanonymizers")


SPANS = st.lists(
    st.tuples(
        st.integers(0, 19), st.integers(1, 6), st.sampled_from("XYZ"), st.sampled_from([0.3, 0.5, 0.9])
    ),
    max_size=6,
)
MASK = {"type": "mask", "masking_char": "*", "chars_to_mask": 2, "from_end": True}


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.text("ab  é\U0001f600", min_size=25, max_size=25),
    SPANS,
    st.sampled_from(
        [{}, {"X": MASK, "Y": {"type": "redact"}}, {"DEFAULT": {"type": "replace", "new_value": "Q"}}]
    ),
)
def test_overlapping_results_become_what_presidio_makes_of_them(text, spans, operators):
    results = [{"start": s, "end": s + n, "entity_type": e, "score": c} for s, n, e, c in spans]
    theirs = AnonymizerEngine().anonymize(
        text,
        [RecognizerResult.from_json(one) for one in results],
        {entity: OperatorConfig.from_json(dict(one)) for entity, one in operators.items()},
    )
    ours = anonymized({"text": text, "analyzer_results": results, "anonymizers": operators})
    assert ours == json.loads(theirs.to_json())
