"""Presidio's REST interface, as its clients use it."""

from tests.http.client import request

TEXT = "My SIN is 046 454 286 ok"


def test_analyze_then_anonymize(door):
    base, _ = door
    results = request("POST", f"{base}/analyze", {"text": TEXT, "language": "en"}).json
    assert [(r["entity_type"], r["start"], r["end"]) for r in results] == [("CA_SIN", 10, 21)]
    body = {
        "text": TEXT,
        "analyzer_results": results,
        "anonymizers": {"DEFAULT": {"type": "replace", "new_value": "X"}},
    }
    assert request("POST", f"{base}/anonymize", body).json == {
        "text": "My SIN is X ok",
        "items": [
            {
                "operator": "replace",
                "entity_type": "CA_SIN",
                "start": 10,
                "end": 11,
                "text": "X",
                "score": results[0]["score"],
            }
        ],
    }


def test_a_list_of_texts_gives_a_list_of_results(door):
    results = request("POST", f"{door[0]}/analyze", {"text": [TEXT, "nothing"], "language": "en"}).json
    assert [len(found) for found in results] == [1, 0]


def test_operators(door):
    results = [{"start": 10, "end": 21, "score": 1, "entity_type": "CA_SIN"}]
    operators = {
        "mask": ({"masking_char": "#", "chars_to_mask": 7, "from_end": False}, "My SIN is ####### 286 ok"),
        "redact": ({}, "My SIN is  ok"),
        "keep": ({}, TEXT),
    }
    for kind, (options, expected) in operators.items():
        body = {
            "text": TEXT,
            "analyzer_results": results,
            "anonymizers": {"CA_SIN": {"type": kind, **options}},
        }
        assert request("POST", f"{door[0]}/anonymize", body).json["text"] == expected


def test_errors_keep_presidios_words_and_never_the_text(door):
    for body, says in (
        ({"language": "en"}, "No text provided"),
        ({"text": "secret"}, "No language provided"),
        ({"text": "secret", "language": "zz"}, "No matching recognizers"),
        ({"text": "secret", "language": "en", "entities": ["NOPE"]}, "No matching recognizers"),
    ):
        answer = request("POST", f"{door[0]}/analyze", body)
        assert answer.status == 422
        assert says in answer.json["error"]
        assert "secret" not in answer.text


def test_a_result_outside_of_the_text_is_refused(door):
    body = {"text": "abc", "analyzer_results": [{"start": 1, "end": 9, "score": 1, "entity_type": "X"}]}
    assert request("POST", f"{door[0]}/anonymize", body).status == 422


def test_what_exists_is_listed(door):
    assert "CA_QC_NAM" in request("GET", f"{door[0]}/supportedentities?language=fr").json
    assert "nam" in request("GET", f"{door[0]}/recognizers").json
    assert request("GET", f"{door[0]}/health").text == "Presidio Analyzer service is up"
