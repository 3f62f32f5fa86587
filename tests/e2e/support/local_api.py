# SPDX-License-Identifier: GPL-3.0-or-later
"""A client of the daemon's local API, for what a command line would be too slow for."""
import json
import socket


class LocalApi:
    def __init__(self, house):
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(30)
        self._socket.connect(str(house.folder / "run/framehand/agent.sock"))
        self._file = self._socket.makefile("rb")
        self._file.readline()  # the greeting
        self._next = 1

    def call(self, method, **params):
        """The result, or an AssertionError with the daemon's own error."""
        request = {"jsonrpc": "2.0", "id": self._next, "method": method, "params": params}
        self._next += 1
        self._socket.sendall(json.dumps(request).encode() + b"\n")
        answer = json.loads(self._file.readline())
        if "error" in answer:
            raise AssertionError(answer["error"])
        return answer["result"]

    def worker(self):
        return self.call("state.get")["state"]["worker"]

    def close(self):
        self._file.close()
        self._socket.close()
