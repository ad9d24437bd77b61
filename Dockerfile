# Écluse in a container: built in one stage, run in another that holds no compiler, no pip cache and no root process.
#   docker build -t ecluse .
#   docker run --read-only --tmpfs /tmp --cap-drop ALL -v ecluse-data:/var/lib/ecluse/var -p 2525:2525 -p 8080:8080 \
#     -e ECLUSE_SMTP__NEXT_HOP=mail.example.org:25 -e ECLUSE_SMTP__RELAY_DOMAINS='["example.org"]' ecluse
FROM python:3.12-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /build
# For the part of the scan that is written in C: Python's headers are here already.
RUN apt-get update \
 && apt-get install -y --no-install-recommends gcc libc6-dev \
 && rm -rf /var/lib/apt/lists/*
RUN ["python", "-m", "venv", "/opt/ecluse"]
# The pinned dependencies first: this layer, with the language models in it, changes only when they do.
COPY requirements/runtime.txt requirements/
RUN ["/opt/ecluse/bin/pip", "install", "--require-hashes", "-r", "requirements/runtime.txt"]
COPY pyproject.toml hatch_build.py README.md LICENSE ./
COPY config config
COPY recognizers recognizers
COPY gateway gateway
RUN ["/opt/ecluse/bin/pip", "install", "--no-deps", "--no-build-isolation", "."]
RUN ["/opt/ecluse/bin/python", "-m", "compileall", "-q", "/opt/ecluse/lib"]

FROM python:3.12-slim-bookworm
# What documents need beyond Python: archives, and text in images in French and English.
RUN apt-get update \
 && apt-get install -y --no-install-recommends libarchive13 tesseract-ocr-fra tesseract-ocr-eng tesseract-ocr-osd \
 && rm -rf /var/lib/apt/lists/* \
 && groupadd --system --gid 10001 ecluse \
 && useradd --system --uid 10001 --gid ecluse --home-dir /var/lib/ecluse --create-home --shell /usr/sbin/nologin ecluse
COPY --from=build /opt/ecluse /opt/ecluse
COPY --chown=root:root config/ecluse.toml config/policy.toml /var/lib/ecluse/config/
ENV PATH=/opt/ecluse/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    ECLUSE_SMTP__LISTEN=0.0.0.0:2525 \
    ECLUSE_HTTP__LISTEN=0.0.0.0:8080
# Everything that is written (database, keys, spill) stands in var/; the rest of the file system may be read-only.
WORKDIR /var/lib/ecluse
RUN ["install", "-d", "-o", "ecluse", "-g", "ecluse", "-m", "0700", "/var/lib/ecluse/var"]
USER 10001:10001
VOLUME ["/var/lib/ecluse/var"]
EXPOSE 2525 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 \
  CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8080/health/ready', timeout=4)"]
ENTRYPOINT ["ecluse"]
CMD ["serve"]
