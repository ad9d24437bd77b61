"""What an MTA hears of a message, over a real socket: what goes on, as it was but for what was asked, and what does not."""

import asyncio
import dataclasses
import socket
import struct

import dkim
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from gateway.milter.server import start_milter
from gateway.mime.arc import ArcSeal
from tests.milter.mta import STEPS, Mail, Mta
from tests.mime.test_arc import public, write

CLEAN = Mail(
    [
        (b"Received", b" from citizen.test\n\tby mx.citizen.test"),
        (b"From", b" Marie <marie@citizen.test>"),
        (b"To", b"info@org.test"),
        (b"Subject", b"  Heures\n d'ouverture "),
        (b"X-Odd", b""),
        (b"X-Raw", b" caf\xe9\t"),
    ],
    b"Bonjour,\r\n.\r\n..quelles sont vos heures?\r\n \r\n" + b"x" * 3000 + b"\r\n\x00\xff sans fin de ligne",
)
UNSAFE = Mail(
    [*CLEAN.fields, (b"Subject", b" NAS 046 454 286")],
    b"Bonjour,\r\nmon NAS est le 046 454 286.\r\nMerci\r\n",
)
SEPARATE_RULE = """
[[rule]]
id = "complaints"
channel = "email"
quote.fr = "Aucun renseignement."
quote.en = "No information."
source = "test"
categories = ["IDENTITY"]
action = "block"
threshold = 0.5
mode = "enforce"
recipients = ["*@plaintes.org.test"]

[[rule]]
id      = "email-identity\""""


def block(policy: str) -> str:
    return policy.replace('action     = "redact"', 'action = "block"')


def own_rule_for_complaints(policy: str) -> str:
    return policy.replace('[[rule]]\nid      = "email-identity"', SEPARATE_RULE, 1)


def traced(mail: Mail) -> tuple[dict[bytes, bytes], Mail]:
    """The trace fields of a message, and the message without them."""
    trace = {name: value.strip() for name, value in mail.fields if name.startswith(b"X-Ecluse-")}
    return trace, Mail([f for f in mail.fields if not f[0].lower().startswith(b"x-ecluse-")], mail.body)


async def test_a_clean_message_gets_trace_headers_on_top_and_nothing_else(gate):
    mta = await gate.mta()
    answer = await mta.send(CLEAN)
    trace, rest = traced(CLEAN.changed(answer.packets))
    assert (answer.code, trace[b"X-Ecluse-Action"], rest) == ("250", b"pass", CLEAN)
    assert {kind for kind, _ in answer.packets} == {b"i"}
    assert CLEAN.changed(answer.packets).fields[0][0] == b"X-Ecluse-Id"
    assert gate.services.store.replies == ["milter 250"]


async def test_the_envelope_and_the_client_are_recorded_as_they_came(gate):
    mta = await gate.mta()
    await mta.send(CLEAN, b"<info@org.test>", "<québec@org.test>".encode())
    (envelope,) = gate.services.store.envelopes
    assert (envelope.mail_from, envelope.rcpt_to) == (
        "marie@citizen.test",
        ("info@org.test", "québec@org.test"),
    )
    assert (envelope.mail_options, envelope.rcpt_options[0]) == (("SIZE=100",), ("NOTIFY=NEVER",))
    assert (envelope.client_address, envelope.helo) == ("192.0.2.7", "citizen.test")


@pytest.mark.parametrize("action", ["warn", "redact"])
async def test_a_message_without_header_fields_gets_its_notice_and_its_own_ones(gate_with, action):
    gate = await gate_with(lambda policy: policy.replace('action     = "redact"', f'action = "{action}"'))
    mail = Mail([], b"Bonjour,\r\nmon NAS est le 046 454 286.\r\nMerci\r\n")
    answer = await (await gate.mta()).send(mail)
    assert answer.code == "250"
    trace, rest = traced(mail.changed(answer.packets))
    assert trace[b"X-Ecluse-Action"] == action.encode()
    assert rest.fields == []
    assert rest.body.endswith(b"\r\nMerci\r\n")
    assert (b"046 454 286" in rest.body) is (action == "warn")


async def test_values_are_cut_from_the_body_and_from_the_right_subject(gate):
    mta = await gate.mta()
    answer = await mta.send(UNSAFE)
    after = UNSAFE.changed(answer.packets)
    trace, rest = traced(after)
    assert answer.code == "250"
    assert trace[b"X-Ecluse-Action"] == b"redact"
    assert b"046 454 286" not in after.wire
    assert [f for f in rest.fields if f[0] != b"Subject"] == [f for f in UNSAFE.fields if f[0] != b"Subject"]
    assert next(value for name, value in rest.fields if name == b"Subject") == b"  Heures\n d'ouverture "
    assert rest.body.endswith(b"Merci\r\n")


async def test_forged_trace_headers_are_removed_wherever_they_stand(gate):
    mta = await gate.mta()
    forged = [(b"X-Ecluse-Action", b" pass"), (b"x-ecluse-id", b" 1"), (b"X-Ecluse-Action", b" redact\n\tx")]
    mail = Mail([forged[0], *CLEAN.fields[:3], *forged[1:], *CLEAN.fields[3:]], CLEAN.body)
    after = mail.changed((await mta.send(mail)).packets)
    assert traced(after)[1] == CLEAN
    assert [name for name, _ in after.fields].count(b"X-Ecluse-Action") == 1


async def test_the_arc_seal_holds_behind_the_mta(gate, tmp_path):
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    seal = ArcSeal("org.test", "arc1", write(tmp_path, key), "mx.org.test")
    gate.services.inspector = dataclasses.replace(gate.services.inspector, arc=seal)
    results = (b"Authentication-Results", b" mx.org.test;\n\tdkim=pass header.d=c.test;\n\tspf=pass")
    mail = Mail([results, *UNSAFE.fields], UNSAFE.body)
    mta = await gate.mta()
    changed = mail.changed((await mta.send(mail)).packets)
    assert [name for name, _ in changed.fields].count(b"ARC-Seal") == 1
    assert dkim.arc_verify(changed.wire, dnsfunc=public(key))[0] == dkim.CV_Pass


async def test_a_large_redacted_body_comes_in_chunks_that_every_mta_takes(gate):
    mta = await gate.mta()
    mail = Mail(UNSAFE.fields, UNSAFE.body + b"ligne de texte tout a fait ordinaire\r\n" * 10_000)
    answer = await mta.send(mail)
    chunks = [data for kind, data in answer.packets if kind == b"b"]
    assert len(chunks) > 5
    assert max(map(len, chunks)) <= 65535
    assert b"".join(chunks).endswith(mail.body[-300_000:])


async def test_a_blocked_message_is_refused_with_the_text_of_the_smtp_door(gate_with):
    gate = await gate_with(block)
    mta = await gate.mta()
    answer = await mta.send(UNSAFE)
    assert (answer.code, answer.packets) == ("550", [])
    lines = answer.text.split(b"\r\n")
    assert all(line.startswith((b"550-5.7.1 ", b"550 5.7.1 ")) for line in lines)
    assert b"Message refuse" in answer.text
    assert b"046 454" not in answer.text
    assert (await mta.send(CLEAN)).code == "250"


async def test_a_recipient_under_another_rule_comes_again_by_itself(gate_with):
    gate = await gate_with(own_rule_for_complaints)
    mta = await gate.mta()
    answers = await mta.envelope(b"<info@org.test>", b"<a@plaintes.org.test>", b"<aide@org.test>")
    assert answers[0] == answers[2] == b"c"
    assert answers[1].startswith(b"452 4.5.3 ")
    assert (await mta.content(UNSAFE)).code == "250"
    assert (await mta.send(UNSAFE, b"<a@plaintes.org.test>")).code == "550"
    assert [envelope.rcpt_to for envelope in gate.services.store.envelopes] == [
        ("info@org.test", "aide@org.test"),
        ("a@plaintes.org.test",),
    ]


async def test_where_recipients_cannot_be_split_the_strictest_rule_holds_for_all(gate_with):
    gate = await gate_with(own_rule_for_complaints, mixed_recipients="strictest")
    mta = await gate.mta()
    everyone = (b"<info@org.test>", b"<a@plaintes.org.test>", b"<aide@org.test>")
    assert await mta.envelope(*everyone) == [b"c"] * 3
    assert (await mta.content(UNSAFE)).code == "550"
    assert (await mta.send(CLEAN, *everyone)).code == "250"
    assert len(gate.services.store.envelopes[-1].rcpt_to) == 3


@pytest.mark.parametrize(
    ("settings", "sender"),
    [({"mode": "after-queue"}, b"<marie@citizen.test>"), ({}, b"<>")],
    ids=["after-queue", "bounce"],
)
async def test_where_nothing_may_be_refused_what_is_blocked_is_redacted(gate_with, settings, sender):
    gate = await gate_with(block, **settings)
    mta = await gate.mta()
    await mta.envelope(b"<info@org.test>", mail=sender)
    answer = await mta.content(UNSAFE)
    assert answer.code == "250"
    assert b"046 454" not in UNSAFE.changed(answer.packets).wire


async def test_a_new_policy_in_mid_message_does_not_part_its_recipients(gate_with):
    gate = await gate_with()
    mta = await gate.mta()
    await mta.envelope(b"<info@org.test>")
    gate.services.inspector = dataclasses.replace(
        gate.services.inspector, policy=gate.services.inspector.policy.model_copy(deep=True)
    )
    mta.say(b"R", b"<aide@org.test>\0")
    assert (await mta.hear())[0] == b"c"


async def test_the_mtas_name_of_the_message_and_the_macros_client_are_known(gate, capsys):
    mta = await gate.connect()
    mta.say(b"O", mta._offer)
    mta._steps = struct.unpack("!III", (await mta.hear())[1][:12])[2]
    await mta.event(b"C", b"localhost\0U\0\0/var/run/sock\0", 0x1000)
    await mta.event(b"H", b"citizen.test\0", 0x2000)
    mta.say(b"D", b"M{client_addr}\x00IPv6:2001:db8::7\0{client_name}\0citizen.test\0i\x005T8AbC012345\0")
    assert (await mta.send(CLEAN)).code == "250"
    mta.say(b"D", b"Mi\0queue\r\nid: forged\0odd\0")
    assert (await mta.send(CLEAN)).code == "250"
    assert gate.services.store.envelopes[0].client_address == "2001:db8::7"
    said = capsys.readouterr().out
    assert "queue_id=queue1" in said  # what it said last of that message
    assert "forged" not in said


async def test_macros_that_are_said_again_count_for_the_next_message_too(gate, capsys):
    mta = await gate.mta()
    for _ in range(2):
        assert (await mta.send(CLEAN)).code == "250"
    assert capsys.readouterr().out.count("queue_id=queue1") == 2


async def test_too_many_recipients_are_told_so(gate_with):
    gate = await gate_with(max_recipients=2)
    mta = await gate.mta()
    answers = await mta.envelope(b"<a@org.test>", b"<b@org.test>", b"<c@org.test>")
    assert answers[:2] == [b"c", b"c"]
    assert answers[2].startswith(b"452 4.5.3")


@pytest.mark.parametrize("steps", [STEPS, 0x100000, 0x100000 | 0x80, STEPS & ~0x4000])
async def test_every_answer_that_the_mta_waits_for_is_given(gate, steps):
    mta = await gate.mta(steps=steps)
    for _ in range(2):
        assert (await mta.send(UNSAFE)).code == "250"
    mta.say(b"A")
    assert (await mta.send(CLEAN)).code == "250"


async def test_the_next_client_on_the_same_connection_is_another(gate):
    mta = await gate.mta()
    await mta.send(CLEAN)
    mta.say(b"K")
    await mta.send(CLEAN)
    first, second = gate.services.store.envelopes
    assert (first.client_address, second.client_address, second.helo) == ("192.0.2.7", "", "")


@pytest.mark.parametrize(
    "offer", [{"version": 5}, {"steps": STEPS & ~0x100000}, {"actions": 0x1FF & ~0x02}, {"actions": 0}]
)
async def test_an_mta_that_cannot_carry_out_changes_is_left_at_once(gate, offer):
    mta = await gate.connect(**offer)
    assert await mta.start() == b""


async def test_a_message_over_the_limit_is_refused_and_takes_no_memory(gate_with):
    gate = await gate_with(max_size=10_000)
    mta = await gate.mta()
    assert (await mta.send(Mail(CLEAN.fields, b"x" * 20_000))).text.startswith(b"552 5.3.4 ")
    assert (await mta.send(Mail([(b"a", b"")] * 10_001, b""))).text.startswith(b"552 5.3.4 ")
    assert (await mta.send(CLEAN)).code == "250"


async def test_what_must_be_held_is_held_before_the_message_goes_on(gate):
    mta = await gate.mta()
    sealed = Mail(
        [
            (b"From", b" a@c.test"),
            (b"MIME-Version", b" 1.0"),
            (b"Content-Type", b" multipart/mixed; boundary=B"),
        ],
        b"--B\r\nContent-Type: text/plain\r\n\r\nBonjour\r\n--B\r\nContent-Type: application/pdf; name=a.pdf\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\nAAAAAAAAAAAAAAAAAAAAAAAA\r\n--B--\r\n",
    )
    answer = await mta.send(sealed)
    assert (answer.code, gate.services.store.held) == ("250", ["att/0"])
    assert b"AAAAAAAAAAAA\r\n" not in sealed.changed(answer.packets).body
    gate.services.store.away = True
    answer = await mta.send(sealed)
    assert (answer.code, answer.packets) == ("451", [])
    assert gate.services.store.replies[-1] == "milter 451"


async def test_an_error_of_ours_is_a_451_and_says_nothing_of_the_message(gate, monkeypatch, capsys):
    async def fail(message, rule):
        raise ValueError(message.raw)

    monkeypatch.setattr(type(gate.services.inspector), "inspect_async", lambda self, *args: fail(*args))
    mta = await gate.mta()
    answer = await mta.send(UNSAFE)
    assert (answer.code, answer.packets) == ("451", [])
    assert b"046 454" not in answer.text
    assert "046 454" not in capsys.readouterr().out


async def slow(message, rule):
    await asyncio.sleep(3600)


async def test_an_mta_is_kept_patient_and_a_message_that_takes_too_long_is_deferred(gate_with, monkeypatch):
    gate = await gate_with(message_deadline=1)
    monkeypatch.setattr(type(gate.services.inspector), "inspect_async", lambda self, *args: slow(*args))
    gate.door.progress_seconds = 0.2
    answer = await (await gate.mta()).send(CLEAN)
    assert answer.code == "451"
    assert answer.progress >= 3


async def test_an_mta_that_gives_up_while_we_decide_can_go_on_with_the_next_message(gate, monkeypatch):
    mta = await gate.mta()
    with monkeypatch.context() as patched:
        patched.setattr(type(gate.services.inspector), "inspect_async", lambda self, *args: slow(*args))
        await mta.envelope()
        for name, value in CLEAN.fields:
            await mta.event(b"L", name + b"\0" + value + b"\0", 0x80)
        await mta.event(b"N", quiet=0x40000)
        mta.say(b"E")
        mta.say(b"A")
        await asyncio.sleep(0.1)
    assert (await mta.send(CLEAN)).code == "250"


async def test_over_the_connection_limit_the_mta_is_left_at_once(gate_with):
    gate = await gate_with(max_connections=1)
    first = await gate.mta()
    assert await (await gate.connect()).start() == b""
    assert (await first.send(CLEAN)).code == "250"


async def test_a_silent_mta_is_left_in_the_end(gate_with):
    gate = await gate_with(idle_timeout=0.5)
    mta = await gate.mta()
    assert await mta.hear() == (b"", b"")


async def test_draining_waits_for_the_message_under_way(gate):
    mta = await gate.mta()
    await mta.envelope()
    draining = asyncio.create_task(gate.door.drain(10))
    await asyncio.sleep(0.2)
    assert (await mta.content(CLEAN)).code == "250"
    await draining
    assert await mta.hear() == (b"", b"")
    with pytest.raises(ConnectionRefusedError):
        await gate.connect()


async def test_the_door_at_a_path_speaks_as_the_one_at_an_address(gate, tmp_path):
    path = str(tmp_path / "milter.sock")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path)
        listener.listen()
        door = await start_milter(gate.services, sock=listener)
        mta = Mta(*await asyncio.open_unix_connection(path))
        assert await mta.start() == b"O"
        answer = await mta.send(UNSAFE)
        await door.drain(0.1)
    assert (answer.code, b"046 454 286" in UNSAFE.changed(answer.packets).wire) == ("250", False)


async def test_messages_on_many_connections_do_not_mix(gate):
    async def one(number: int) -> None:
        mta = await gate.mta()
        for _ in range(5):
            mail = Mail([(b"Subject", b" %d" % number)], b"NAS 046 454 286, dossier %d.\r\n" % number)
            after = mail.changed((await mta.send(mail)).packets)
            assert after.body.endswith(b"dossier %d.\r\n" % number)
            assert traced(after)[1].fields == mail.fields

    await asyncio.gather(*(one(number) for number in range(20)))
    assert gate.services.store.replies == ["milter 250"] * 100
