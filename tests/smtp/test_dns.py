"""Next hops that DNS names, with a real name server: order, failover, time to live, and 451 when DNS fails."""

import asyncio
import time
from collections import Counter

import pytest

from gateway.settings import Settings, SettingsError, load_settings
from gateway.smtp import resolve
from gateway.smtp.resolve import DnsFailed, Resolver, Target
from gateway.smtp.server import start_smtp
from tests.smtp.dns_server import DnsServer
from tests.smtp.test_failover import send


@pytest.fixture
async def dns():
    """A name server: mx1 is preferred over mx2, which has an address in each family."""
    async with DnsServer() as server:
        server.zone = {
            ("org.test.", "MX"): (300, ["20 mx2.org.test.", "10 mx1.org.test."]),
            ("mx1.org.test.", "A"): (60, ["127.0.0.11"]),
            ("mx2.org.test.", "A"): (60, ["127.0.0.12"]),
            ("mx2.org.test.", "AAAA"): (60, ["::1"]),
        }
        yield server


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


def resolver(dns, own_name="", clock=time.monotonic):
    host, _, port = dns.address.rpartition(":")
    return Resolver([(host, int(port))], own_name, clock)


async def hosts(targets):
    return [target.host for target in await targets]


async def test_the_most_preferred_mail_server_comes_first(dns):
    assert list(await resolver(dns).mx("org.test", 2525)) == [
        Target("127.0.0.11", 2525, "mx1.org.test"),
        Target("::1", 2525, "mx2.org.test"),
        Target("127.0.0.12", 2525, "mx2.org.test"),
    ]


async def test_equally_preferred_servers_take_turns(dns):
    dns.zone["org.test.", "MX"] = (300, ["10 mx1.org.test.", "10 mx2.org.test."])
    dns.zone.pop(("mx2.org.test.", "AAAA"))
    first = Counter([(await hosts(resolver(dns).mx("org.test", 25)))[0] for _ in range(60)])
    assert set(first) == {"127.0.0.11", "127.0.0.12"}


async def test_a_domain_without_mx_is_its_own_mail_server(dns):
    dns.zone["alone.test.", "A"] = (60, ["127.0.0.13"])
    assert await hosts(resolver(dns).mx("alone.test", 25)) == ["127.0.0.13"]


async def test_what_is_not_preferred_over_ourselves_is_no_next_hop(dns):
    """Else two gateways would hand the message to each other (RFC 5321 §5.1)."""
    assert await hosts(resolver(dns, own_name="MX2.org.test").mx("org.test", 25)) == ["127.0.0.11"]
    with pytest.raises(DnsFailed):
        await resolver(dns, own_name="mx1.org.test").mx("org.test", 25)


@pytest.mark.parametrize(
    "records",
    [{("org.test.", "MX"): (9, ["0 ."])}, {("org.test.", "MX"): (9, ["1 nowhere.test."])}, {}],
    ids=["null-mx", "no-address", "no-such-domain"],
)
async def test_no_mail_server_is_a_failure(dns, records):
    dns.zone = records
    with pytest.raises(DnsFailed):
        await resolver(dns).mx("org.test", 25)


async def test_services_go_by_priority_and_then_by_weight(dns):
    dns.zone["_smtp._tcp.org.test.", "SRV"] = (
        60,
        ["1 90 2601 mx1.org.test.", "1 10 2602 mx1.org.test.", "2 0 2603 mx2.org.test."],
    )
    orders = [[t.port for t in await resolver(dns).srv("_smtp._tcp.org.test")] for _ in range(100)]
    assert all(order[-1] == 2603 for order in orders)
    assert 70 <= Counter(order[0] for order in orders)[2601] <= 99


async def test_an_answer_is_kept_as_long_as_it_says_and_asked_for_once(dns):
    known = resolver(dns, clock=(clock := Clock()))
    await asyncio.gather(*(known.mx("org.test", 25) for _ in range(50)))
    asked = Counter(dns.asked)
    assert max(asked.values()) == 1

    await known.mx("org.test", 25)
    assert Counter(dns.asked) == asked
    dns.zone["org.test.", "MX"] = (0, ["10 mx2.org.test."])
    clock.now += 61
    assert await hosts(known.mx("org.test", 25)) == ["::1", "127.0.0.12"]


async def test_while_dns_fails_an_answer_that_has_run_out_serves_on(dns):
    known = resolver(dns, clock=(clock := Clock()))
    there = await known.mx("org.test", 25)
    dns.fault = "SERVFAIL"
    clock.now += 7200
    assert await known.mx("org.test", 25) == there
    questions = len(dns.asked)
    assert await known.mx("org.test", 25) == there  # and DNS is not asked for every message
    assert len(dns.asked) == questions
    clock.now += 100_000
    with pytest.raises(DnsFailed):
        await known.mx("org.test", 25)


@pytest.mark.parametrize("fault", ["SERVFAIL", "REFUSED", "silent", "NXDOMAIN"])
async def test_without_dns_the_client_hears_451_and_with_it_again_250(services_for, dns, fault, monkeypatch):
    services, hop = services_for
    monkeypatch.setattr(resolve, "_SECONDS", 0.5)
    monkeypatch.setattr(resolve, "_REFUSED", 0.0)
    there, port = services.settings.smtp.next_hop.split(":")
    dns.zone["mx1.org.test.", "A"] = (60, [there])
    smtp = {
        **services.settings.smtp.model_dump(),
        "next_hop": f"mx:org.test:{port}",
        "dns_servers": [dns.address],
    }
    services.settings = Settings.model_validate({"smtp": smtp})
    door = await start_smtp(services)
    dns.fault = fault
    assert (await send(door)).startswith(b"451 ")
    dns.fault = None
    assert (await send(door)).startswith(b"250 ")
    assert len(hop.delivered) == 1
    await door.drain(0.1)


async def test_when_the_first_mail_server_is_down_the_second_takes_the_mail(services_for, dns):
    services, hop = services_for
    port = services.settings.smtp.next_hop.rpartition(":")[2]
    dns.zone |= {("mx2.org.test.", "A"): (60, ["127.0.0.1"])}  # nobody listens at 127.0.0.11 and ::1
    smtp = {
        **services.settings.smtp.model_dump(),
        "next_hop": f"mx:org.test:{port}",
        "dns_servers": [dns.address],
    }
    services.settings = Settings.model_validate({"smtp": smtp})
    door = await start_smtp(services)
    assert (await send(door)).startswith(b"250 ")
    assert len(hop.delivered) == 1
    await door.drain(0.1)


@pytest.mark.parametrize("wrong", ["mx:", "mx:org.test:x", "srv:org.test", "unix:relative", "nowhere"])
def test_a_next_hop_that_cannot_be_read_stops_the_start(tmp_path, wrong):
    file = tmp_path / "ecluse.toml"
    file.write_text(f'[smtp]\nnext_hop = "{wrong}"\n', encoding="utf-8")
    with pytest.raises(SettingsError, match="next_hop"):
        load_settings(file)
