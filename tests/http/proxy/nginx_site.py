"""A site behind a real nginx that speaks TLS, and HTTP/2 in it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.integration.postfix import free_port, wait_for_port
from tests.smtp.certificates import make_certificate

SETTINGS = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.log;
events {{}}
http {{
  log_format version "$server_protocol $request_method $uri";
  access_log {folder}/access.log version;
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c; uwsgi_temp_path {folder}/d;
  scgi_temp_path {folder}/e;
  map $http_upgrade $connection_upgrade {{ default upgrade; '' ''; }}
  keepalive_requests {requests};
  server {{
    listen 127.0.0.1:{port} ssl {http2};
    ssl_certificate {certificate}; ssl_certificate_key {key};
    client_max_body_size 0;
    location / {{
      proxy_pass http://127.0.0.1:{site};
      proxy_http_version 1.1; proxy_buffering off; proxy_request_buffering off;
      proxy_set_header Host $http_host;
      proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection $connection_upgrade;
    }}
  }}
}}
"""


@contextmanager
def nginx_site(
    folder: Path, site: int, *, http2: str = "http2", requests: int = 1000
) -> Iterator[tuple[int, Path]]:
    """(port, certificate) of an nginx before the site at that port; `folder`/access.log says what was asked, and how.

    `requests`: how many a connection serves before it is told to go away.
    """
    if shutil.which("nginx") is None and not os.environ.get("CI"):
        pytest.skip("nginx is not installed")
    folder.chmod(0o755)
    certificate, key = make_certificate(folder)
    port = free_port()
    (folder / "nginx.conf").write_text(
        SETTINGS.format(
            folder=folder,
            port=port,
            site=site,
            http2=http2,
            requests=requests,
            certificate=certificate,
            key=key,
        ),
        encoding="utf-8",
    )
    process = subprocess.Popen(
        ["nginx", "-c", str(folder / "nginx.conf"), "-p", str(folder)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for_port(port)
        yield port, certificate
    finally:
        process.terminate()
        process.wait(10)
