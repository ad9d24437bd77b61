"""Takes the picture of a redacted mail from the running demo: `.venv/bin/python docs/screenshots.py` (needs Chromium)."""

from __future__ import annotations

import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

IMAGES = Path(__file__).with_name("images")
PORT, SMTP_PORT = 18090, 12590
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def main() -> None:
    """Start the demo, wait for its sample traffic, take the picture."""
    command = [
        Path(sys.executable).with_name("ecluse"),
        "demo",
        "--port",
        str(PORT),
        "--smtp-port",
        str(SMTP_PORT),
    ]
    demo = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        wait(f"http://127.0.0.1:{PORT}/demo/mailbox/2/body")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
            page = browser.new_page(viewport={"width": 1000, "height": 780})
            page.goto(f"http://127.0.0.1:{PORT}/demo/mailbox/2?lang=en")
            page.screenshot(path=IMAGES / "redacted-mail.png")
            browser.close()
    finally:
        demo.terminate()
        demo.wait(40)


def wait(url: str, seconds: float = 60.0) -> None:
    """Until `url` is answered with 200."""
    end = time.monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(url, timeout=2).close()
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.3)


if __name__ == "__main__":
    main()
