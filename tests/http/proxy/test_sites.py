"""Which site a request is for: one answer, whatever the server behind makes of its spelling, or none."""

import pytest

from gateway.http.proxy.sites import BadTarget, Sites
from gateway.settings import SiteSettings

SITES = Sites(
    {
        "main": SiteSettings(upstream="http://a.test"),
        "complaints": SiteSettings(upstream="http://a.test", path="/plaintes"),
        "depot": SiteSettings(upstream="http://a.test", path="/d%C3%A9p%C3%B4t"),
        "host": SiteSettings(upstream="http://a.test", host="org.test"),
        "port": SiteSettings(upstream="http://a.test", host="org.test:8443"),
    }
)


@pytest.mark.parametrize(
    ("host", "target", "name"),
    [
        ("x.test", "/", "main"),
        ("x.test", "/a%20b//c;d=1/%C3%A9", "main"),
        ("x.test", "/plaintesx", "main"),
        ("x.test", "/plaintes", "complaints"),
        ("x.test", "/plaintes/a//b", "complaints"),
        ("x.test", "/d%C3%A9p%C3%B4t/a", "depot"),
        ("[::1]:80", "/plaintes", "complaints"),
        ("ORG.test", "/plaintes", "host"),
        ("org.test.", "/", "host"),
        ("org.test.:80", "/", "host"),
        ("org.test:8443", "/", "host"),
    ],
)
def test_the_site_that_is_meant(host, target, name):
    found = SITES.find(host, target)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "target",
    [
        "/%70laintes/x",
        "//plaintes/x",
        "/plaintes%2fx",
        "/plaintes;x=1/y",
        "/\\plaintes/x",
        "/a/..;/plaintes",
        "/a/..%2fplaintes",
        "/a%2f..%2fplaintes",
        "/a/..\\plaintes",
        "/a/%2e%2e/plaintes",
        "/./plaintes",
        "plaintes",
        "*",
        "",
    ],
)
def test_a_path_that_a_server_may_take_for_another_sites_is_refused(target):
    with pytest.raises(BadTarget):
        SITES.find("x.test", target)
