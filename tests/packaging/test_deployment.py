"""The ready-made pieces: what a linter would ask of the Dockerfile and the manifests, and that they name what exists."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml

from gateway import __version__
from gateway.settings import SettingsError, load_settings

ROOT = Path(__file__).parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


def _tool(name: str) -> str:
    """The path of a system tool; skips without it, except in CI where .ci/run installs it."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin")
    if found is None:
        assert os.environ.get("CI") != "true", f"{name} is missing: .ci/run installs it"
        pytest.skip(f"{name} is not installed")
    return found


def _instructions() -> list[tuple[str, str]]:
    joined = re.sub(
        r"\\\n", " ", "\n".join(line for line in DOCKERFILE.splitlines() if not line.startswith("#"))
    )
    return [
        (line.split(None, 1)[0], line.split(None, 1)[1].strip())
        for line in joined.splitlines()
        if line.strip()
    ]


def test_the_image_is_built_in_stages_from_pinned_releases() -> None:
    stages = [value for name, value in _instructions() if name == "FROM"]
    assert len(stages) == 2
    assert all(re.match(r"python:3\.\d+-slim-\w+( AS build)?$", stage) for stage in stages)


def test_the_last_stage_runs_as_nobody_special() -> None:
    last = _instructions()[[i for i, (name, _) in enumerate(_instructions()) if name == "FROM"][-1] :]
    users = [value for name, value in last if name == "USER"]
    assert users == ["10001:10001"]
    assert [name for name, _ in last].index("USER") < [name for name, _ in last].index("ENTRYPOINT")


def test_what_is_installed_is_pinned_by_hash_and_lists_are_removed() -> None:
    runs = [value for name, value in _instructions() if name == "RUN"]
    assert any("--require-hashes" in run for run in runs)
    for run in runs:
        if "apt-get install" in run:
            assert "--no-install-recommends" in run
            assert "rm -rf /var/lib/apt/lists/*" in run
        assert "sudo" not in run
        assert not re.search(r"pip.*install(?!.*(--require-hashes|--no-deps))", run)
    assert not [value for name, value in _instructions() if name == "ADD"]


def test_health_is_asked_without_a_shell() -> None:
    ((_, check),) = [one for one in _instructions() if one[0] == "HEALTHCHECK"]
    assert 'CMD ["python"' in check
    assert "/health/ready" in check


def test_everything_that_is_copied_exists_and_is_let_through() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    for value in (value for name, value in _instructions() if name == "COPY" and "--from" not in value):
        *sources, _ = [word for word in value.split() if not word.startswith("--")]
        for source in sources:
            assert (ROOT / source).exists()
            assert f"!{source.split('/')[0]}" in ignored


def test_what_is_copied_before_the_install_is_all_it_needs(tmp_path: Path) -> None:
    """The image's build stage, up to the package's own installation, with this environment's pip."""
    copied = []
    for name, value in _instructions():
        if name == "COPY":
            *sources, _ = [word for word in value.split() if not word.startswith("--")]
            copied += sources
        elif name == "RUN" and "--no-build-isolation" in value:
            break
    for source in copied:
        if (ROOT / source).is_dir():
            ignore = shutil.ignore_patterns("__pycache__", "*.so")
            shutil.copytree(ROOT / source, tmp_path / source, dirs_exist_ok=True, ignore=ignore)
        else:
            shutil.copy(ROOT / source, tmp_path)
    wheel = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
    ]
    built = subprocess.run(
        [*wheel, "--wheel-dir", str(tmp_path / "dist"), str(tmp_path)],
        env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert built.returncode == 0, built.stderr
    (made,) = (tmp_path / "dist").glob("ecluse-*.whl")
    assert made.stat().st_size > 100_000


def test_the_image_holds_what_the_gateway_asks_the_environment_for() -> None:
    environ = dict(re.findall(r"(ECLUSE_\w+)=(\S+)", " ".join(v for n, v in _instructions() if n == "ENV")))
    with pytest.raises(SettingsError, match="relay_domains"):
        load_settings(ROOT / "config/ecluse.toml", environ)
    said = re.findall(r"-e (ECLUSE_\w+)='?([^' ]+)", (ROOT / "Dockerfile").read_text(encoding="utf-8"))
    assert load_settings(ROOT / "config/ecluse.toml", environ | dict(said)).smtp.listen == "0.0.0.0:2525"


def _compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "config/compose.yaml").read_text(encoding="utf-8"))
    return loaded


def test_the_compose_gateway_is_locked_down_and_its_settings_are_known() -> None:
    gateway = _compose()["services"]["gateway"]
    assert gateway["read_only"]
    assert gateway["cap_drop"] == ["ALL"]
    assert gateway["image"] == f"ecluse:{__version__}"
    load_settings(
        None, {name: re.sub(r"\$\{.*?\}", "x:25", value) for name, value in gateway["environment"].items()}
    )


def test_nothing_is_published_beyond_this_machine_by_default() -> None:
    for service in _compose()["services"].values():
        assert all(port.startswith("127.0.0.1:") for port in service.get("ports", ()))


def test_compose_accepts_its_file() -> None:
    """docker-compose knows every key; it needs no daemon for that."""
    variables = {"ECLUSE_DATABASE_PASSWORD": "x", "NEXT_HOP": "mail.org.test:25", "MAIL_DOMAIN": "org.test"}
    done = subprocess.run(
        [_tool("docker-compose"), "-f", ROOT / "config/compose.yaml", "config", "--quiet"],
        env={**os.environ, **variables}, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["compose.yaml", "kubernetes/ecluse.yaml"])
def test_the_yaml_has_no_lint(name: str) -> None:
    rules = "{extends: default, rules: {line-length: {max: 130}, document-start: disable, braces: {max-spaces-inside: 1}}}"
    done = subprocess.run(
        [_tool("yamllint"), "--strict", "-d", rules, ROOT / "config" / name],
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def _manifests() -> list[dict[str, Any]]:
    text = (ROOT / "config/kubernetes/ecluse.yaml").read_text(encoding="utf-8")
    return list(yaml.safe_load_all(text))


@pytest.mark.parametrize("version", ["1.29", kubernetes_validate.latest_version()])
def test_kubernetes_knows_every_field_of_the_manifests(version: str) -> None:
    for manifest in _manifests():
        kubernetes_validate.validate(manifest, version, strict=True)
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(_manifests()[0] | {"replicas": 3}, version, strict=True)


def test_the_deployment_is_locked_down_probed_and_spread() -> None:
    (deployment,) = [one for one in _manifests() if one["kind"] == "Deployment"]
    pod = deployment["spec"]["template"]["spec"]
    (container,) = pod["containers"]
    assert pod["securityContext"]["runAsNonRoot"]
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False, "readOnlyRootFilesystem": True, "capabilities": {"drop": ["ALL"]},
    }  # fmt: skip
    assert container["readinessProbe"]["httpGet"]["path"] == "/health/ready"
    assert container["livenessProbe"]["httpGet"]["path"] == "/health/live"
    assert container["resources"]["limits"]["memory"]
    assert {m["name"] for m in container["volumeMounts"]} == {v["name"] for v in pod["volumes"]}
    load_settings(None, {e["name"]: e.get("value", "sqlite:///x") for e in container["env"]})


def test_every_selector_finds_the_deployment() -> None:
    manifests = _manifests()
    labels = manifests[0]["spec"]["template"]["metadata"]["labels"]
    for one in manifests[1:]:
        spec = one["spec"]
        selector = spec.get("podSelector") or spec.get("selector")
        assert selector.get("matchLabels", selector) == labels


def test_the_systemd_unit_is_one(tmp_path: Path) -> None:
    tool = shutil.which("systemd-analyze")
    unit = (ROOT / "config/systemd/ecluse.service").read_text(encoding="utf-8")
    for line in (
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        "DynamicUser=yes",
        "ExecReload=/bin/kill -HUP $MAINPID",
    ):
        assert line in unit
    if tool:
        (tmp_path / "ecluse.service").write_text(unit.replace("/opt/ecluse/.venv/bin/ecluse", "/bin/true"))
        done = subprocess.run(
            [tool, "verify", tmp_path / "ecluse.service"], capture_output=True, text=True, timeout=30
        )
        assert "Unknown" not in done.stderr, done.stderr


def test_the_systemd_unit_is_hardly_exposed() -> None:
    """Under 2.0 of 10 by systemd's own count, without a running systemd."""
    unit = ROOT / "config/systemd/ecluse.service"
    done = subprocess.run(
        [_tool("systemd-analyze"), "security", "--offline=true", "--threshold=20", unit],
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:]


def test_haproxy_accepts_its_configuration(tmp_path: Path) -> None:
    tool = _tool("haproxy")
    done = subprocess.run(
        [tool, "-c", "-f", ROOT / "config/haproxy.cfg"], capture_output=True, text=True, timeout=30
    )
    assert done.returncode == 0, done.stderr


def test_the_package_brings_the_shipped_policy_and_needs_nothing_by_itself() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == [
        "gateway",
        "recognizers",
        "config",
    ]
    assert project["project"]["version"] == __version__
    assert project["project"]["dependencies"] == []


@pytest.mark.parametrize(("lock", "least"), [("runtime.txt", 50), ("dev.txt", 50), ("compile.txt", 10)])
def test_locks_pin_everything_by_hash_and_name_no_index(lock: str, least: int) -> None:
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    assert "://" not in text
    pins = re.findall(r"^(\S+==\S+)", text, re.M)
    assert len(pins) > least
    for block in re.split(r"^(?=\S)", text, flags=re.M):
        assert not block.strip() or block.startswith("#") or "--hash=sha256:" in block
