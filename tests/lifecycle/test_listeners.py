"""The milter door's listening socket: an address or a path; trouble is said with the setting's name."""

import socket
import stat

import pytest

from gateway.listeners import bind
from gateway.settings import Settings, SettingsError, load_settings


def listen_at(milter: str):
    here = {"listen": "127.0.0.1:0"}
    listeners = bind(Settings.model_validate({"smtp": here, "http": here, "milter": {"listen": milter}}))
    listeners.smtp.close()
    listeners.http.close()
    return listeners.milter


def test_the_milter_door_is_closed_unless_it_is_asked_for():
    assert listen_at("") is None


def test_a_path_is_for_owner_and_group_and_a_socket_of_a_dead_process_is_replaced(tmp_path):
    path = tmp_path / "milter.sock"
    for _ in range(2):
        with listen_at(f"unix:{path}") as listener, socket.socket(socket.AF_UNIX) as client:
            client.connect(str(path))
            assert listener.family == socket.AF_UNIX
            assert stat.S_IMODE(path.stat().st_mode) == 0o660


def test_a_path_where_somebody_listens_or_that_is_a_file_is_left_alone(tmp_path):
    path = tmp_path / "milter.sock"
    with (
        listen_at(f"unix:{path}"),
        pytest.raises(SettingsError, match=r"milter\.listen = unix:.*listens there"),
    ):
        listen_at(f"unix:{path}")
    file = tmp_path / "notes.txt"
    file.write_text("kept", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"milter\.listen"):
        listen_at(f"unix:{file}")
    assert file.read_text(encoding="utf-8") == "kept"
    with pytest.raises(SettingsError, match="folder exist"):
        listen_at(f"unix:{tmp_path}/none/milter.sock")


@pytest.mark.parametrize("value", ["unix:", "unix:relative.sock", "2527", "localhost"])
def test_an_address_that_is_none_is_refused(value):
    with pytest.raises(SettingsError, match=r"milter\.listen"):
        load_settings(None, {"ECLUSE_MILTER__LISTEN": value})
