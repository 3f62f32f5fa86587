# SPDX-License-Identifier: GPL-3.0-or-later
"""A client of the daemon's local API, for what a command line would be too slow for."""
import json
import socket

from support.programs import wait_for


def _connected(path):
    """None where nobody listens yet: the daemon answers by HTTP before it does so here."""
    made = socket.socket(socket.AF_UNIX)
    made.settimeout(30)
    try:
        made.connect(str(path))
    except (FileNotFoundError, ConnectionRefusedError):
        made.close()
        return None
    return made


class LocalApi:
    def __init__(self, house):
        path = house.folder / "run/framehand/agent.sock"
        self._socket = wait_for(lambda: _connected(path), "the local API")
        self._file = self._socket.makefile("rb")
        self._file.readline()  # the greeting
        self._next = 1
        self.states = []  # of state.subscribe, as they came between the answers

    def call(self, method, **params):
        """The result, or an AssertionError with the daemon's own error."""
        self.ask(method, **params)
        return self.answer()

    def ask(self, method, **params):
        """Does not wait for the answer."""
        request = {"jsonrpc": "2.0", "id": self._next, "method": method, "params": params}
        self._next += 1
        self._socket.sendall(json.dumps(request).encode() + b"\n")

    def answer(self):
        """To what was asked last."""
        answer = json.loads(self._file.readline())
        while "id" not in answer:
            self.states.append(answer["params"]["state"])
            answer = json.loads(self._file.readline())
        if "error" in answer:
            raise AssertionError(answer["error"])
        return answer["result"]

    def event(self):
        """The next one after state.subscribe."""
        return json.loads(self._file.readline())["params"]

    def worker(self):
        return self.call("state.get")["state"]["worker"]

    def close(self):
        self._file.close()
        self._socket.close()
