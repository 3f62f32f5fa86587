# SPDX-License-Identifier: GPL-3.0-or-later
"""A real S3 server for tests: Ceph's radosgw over one OSD that keeps everything in memory, on loopback, in a temporary
folder, gone when the test ends.

    with S3Server() as s3:
        s3.make_bucket("films")
        s3.put("films", "a.mp4", data, "video/mp4")
        run(endpoint=s3.endpoint, access_key=s3.access_key, secret_key=s3.secret_key)
        assert s3.keys("films") == ["a.mp4"]

It verifies signatures and payload hashes. A server that cannot start is a failed test with its log, never a skipped one.
"""
import ctypes
import datetime
import hashlib
import hmac
import http.client
import os
import shutil
import signal
import subprocess
import tempfile
import urllib.parse
import uuid
import xml.etree.ElementTree
from pathlib import Path

from support.programs import free_port, wait_for

PROGRAMS = ("ceph-mon", "ceph-osd", "radosgw", "radosgw-admin", "monmaptool", "ceph")
REGION = "us-east-1"

CONFIGURATION = """\
[global]
fsid = {fsid}
mon initial members = a
mon host = [v2:127.0.0.1:{monitor}/0]
public network = 127.0.0.0/8
cluster network = 127.0.0.0/8
auth cluster required = none
auth service required = none
auth client required = none
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 8
osd pool default pgp num = 8
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon max pg per osd = 1000
mon data avail crit = 1
mon data avail warn = 1
mon cluster log to file = false
osd objectstore = memstore
memstore device bytes = 4294967296
osd max object name len = 256
osd max object namespace len = 64
run dir = {folder}
log file = {folder}/$name.log
admin socket = {folder}/$name.asok
pid file = {folder}/$name.pid
mon data = {folder}/mon.$id
osd data = {folder}/osd.$id
ms bind ipv4 = true
ms bind ipv6 = false
[client.rgw]
ms mon client mode = crc
rgw frontends = beast endpoint=127.0.0.1:{port}
rgw data = {folder}/rgw
rgw thread pool size = 32
rgw enable usage log = false
"""


def _die_with_the_test():
    PR_SET_PDEATHSIG = 1
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class S3Error(Exception):
    """An answer that is no success."""

    def __init__(self, status, text):
        super().__init__(f"{status}: {text}")
        self.status = status


class S3Server:
    def __init__(self, access_key="farmkey", secret_key="farmsecret1234"):
        self.access_key = access_key
        self.secret_key = secret_key
        self.region = REGION
        self.port = free_port()
        self.endpoint = f"http://127.0.0.1:{self.port}"
        self._daemons = []
        self._folder = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()

    def start(self):
        missing = [name for name in PROGRAMS if shutil.which(name) is None]
        if missing:
            raise AssertionError(f"these programs of Ceph are not installed: {', '.join(missing)}")
        self._folder = Path(tempfile.mkdtemp(prefix="fh-s3-"))
        try:
            self._start()
        except BaseException:
            self.stop()
            raise

    def stop(self):
        for daemon in reversed(self._daemons):
            daemon.kill()  # nothing in it outlives the test
            daemon.wait()
        self._daemons = []
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    # What the server is made of

    def _start(self):
        folder, fsid, osd = self._folder, uuid.uuid4(), uuid.uuid4()
        for name in ("osd.0", "rgw"):
            (folder / name).mkdir()
        monitor = free_port()
        (folder / "ceph.conf").write_text(CONFIGURATION.format(fsid=fsid, folder=folder, monitor=monitor,
                                                               port=self.port))
        self._tool("monmaptool", "--create", "--fsid", fsid, "--addv", "a", f"[v2:127.0.0.1:{monitor}/0]",
                   folder / "monmap", configured=False)
        self._tool("ceph-mon", "-i", "a", "--mkfs", "--monmap", folder / "monmap")
        self._daemon("ceph-mon", "-f", "-i", "a")
        self._tool("ceph", "osd", "new", osd)
        self._tool("ceph-osd", "-i", "0", "--mkfs", "--osd-uuid", osd)
        self._daemon("ceph-osd", "-f", "-i", "0")
        self._tool("radosgw-admin", "user", "create", "--uid=farm", "--display-name=farm",
                   f"--access-key={self.access_key}", f"--secret-key={self.secret_key}")
        self._daemon("radosgw", "-f", "-n", "client.rgw", "--no-mon-config")
        wait_for(self._answers, "the S3 server to answer")

    def _tool(self, program, *arguments, configured=True):
        more = ["-c", str(self._folder / "ceph.conf")] if configured else []
        done = subprocess.run([program, *more, *map(str, arguments)], capture_output=True, text=True, timeout=120,
                              check=False)
        if done.returncode != 0:
            raise AssertionError(f"{program} failed: {done.stdout}{done.stderr}{self._logs()}")
        return done.stdout

    def _daemon(self, program, *arguments):
        self._daemons.append(subprocess.Popen(
            [program, "-c", str(self._folder / "ceph.conf"), *arguments], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=_die_with_the_test))

    def _answers(self):
        for daemon in self._daemons:
            if daemon.poll() is not None:
                raise AssertionError(f"{daemon.args[0]} ended with {daemon.returncode}{self._logs()}")
        try:
            return self._send("GET", "/", signed=False)[0] == 200
        except OSError:
            return False

    def _logs(self):
        logs = sorted(self._folder.glob("*.log"))
        return "".join(f"\n--- {log.name}\n{log.read_text(errors='replace')[-2000:]}" for log in logs)

    def pause(self):
        """Takes the processor from the gateway: it neither answers nor closes a connection."""
        self._daemons[-1].send_signal(signal.SIGSTOP)

    def resume(self):
        self._daemons[-1].send_signal(signal.SIGCONT)

    def kill_gateway(self):
        """As a power cut of the gateway would; what is stored stays."""
        self._daemons[-1].kill()
        self._daemons.pop().wait()

    def start_gateway(self):
        self._daemon("radosgw", "-f", "-n", "client.rgw", "--no-mon-config")
        wait_for(self._answers, "the S3 server to answer")

    def add_user(self, name, access_key, secret_key):
        """Somebody who may make buckets of their own and reach nobody else's."""
        self._tool("radosgw-admin", "user", "create", f"--uid={name}", f"--display-name={name}",
                   f"--access-key={access_key}", f"--secret-key={secret_key}")

    # What tests put there and look at

    def environment(self):
        """As programs of AWS's kind read it."""
        return {"AWS_ACCESS_KEY_ID": self.access_key, "AWS_SECRET_ACCESS_KEY": self.secret_key,
                "AWS_DEFAULT_REGION": self.region, "AWS_S3_ENDPOINT_URL": self.endpoint}

    def make_bucket(self, bucket):
        self._ask("PUT", f"/{bucket}")

    def put(self, bucket, key, data, content_type="application/octet-stream"):
        self._ask("PUT", self._path(bucket, key), body=data, headers={"content-type": content_type})

    def put_file(self, bucket, key, path, content_type="application/octet-stream"):
        self.put(bucket, key, Path(path).read_bytes(), content_type)

    def get(self, bucket, key):
        return self._ask("GET", self._path(bucket, key))[2]

    def head(self, bucket, key):
        """The headers with names in lower case, or None where there is no such object."""
        status, headers, _ = self._send("HEAD", self._path(bucket, key))
        if status == 404:
            return None
        if status != 200:
            raise S3Error(status, f"HEAD {bucket}/{key}")
        return headers

    def delete(self, bucket, key):
        self._ask("DELETE", self._path(bucket, key))

    def keys(self, bucket, prefix=""):
        """All keys, sorted."""
        found, token = [], None
        while True:
            query = {"list-type": "2", "prefix": prefix} | ({"continuation-token": token} if token else {})
            tree = self._xml(self._ask("GET", f"/{bucket}", query=query)[2])
            found += [entry.findtext("Key") for entry in tree.iter("Contents")]
            token = tree.findtext("NextContinuationToken")
            if tree.findtext("IsTruncated") != "true" or not token:
                return sorted(found)

    def uploads(self, bucket):
        """(key, upload id) of every multipart upload that is neither complete nor aborted."""
        tree = self._xml(self._ask("GET", f"/{bucket}", query={"uploads": ""})[2])
        return [(entry.findtext("Key"), entry.findtext("UploadId")) for entry in tree.iter("Upload")]

    def download(self, bucket, prefix, folder):
        """Everything below `prefix` as files in `folder`."""
        for key in self.keys(bucket, prefix):
            path = Path(folder) / key[len(prefix):].lstrip("/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self.get(bucket, key))

    def presigned(self, bucket, key, seconds=3600):
        """A URL that reads the object without credentials."""
        path, stamp, scope = self._path(bucket, key), *self._now()
        query = {"X-Amz-Algorithm": "AWS4-HMAC-SHA256", "X-Amz-Credential": f"{self.access_key}/{scope}",
                 "X-Amz-Date": stamp, "X-Amz-Expires": str(seconds), "X-Amz-SignedHeaders": "host"}
        text = self._query(query)
        canonical = f"GET\n{path}\n{text}\nhost:127.0.0.1:{self.port}\n\nhost\nUNSIGNED-PAYLOAD"
        return f"{self.endpoint}{path}?{text}&X-Amz-Signature={self._signature(canonical, stamp, scope)}"

    # The wire

    @staticmethod
    def _path(bucket, key):
        return f"/{bucket}/{urllib.parse.quote(key, safe='/-_.~')}"

    @staticmethod
    def _query(query):
        quoted = sorted((urllib.parse.quote(k, safe="-_.~"), urllib.parse.quote(v, safe="-_.~"))
                        for k, v in (query or {}).items())
        return "&".join(f"{k}={v}" for k, v in quoted)

    @staticmethod
    def _xml(body):
        tree = xml.etree.ElementTree.fromstring(body)
        for element in tree.iter():
            element.tag = element.tag.rpartition("}")[2]
        return tree

    @staticmethod
    def _now():
        now = datetime.datetime.now(datetime.timezone.utc)
        return now.strftime("%Y%m%dT%H%M%SZ"), now.strftime(f"%Y%m%d/{REGION}/s3/aws4_request")

    def _signature(self, canonical, stamp, scope):
        text = f"AWS4-HMAC-SHA256\n{stamp}\n{scope}\n{hashlib.sha256(canonical.encode()).hexdigest()}"
        key = ("AWS4" + self.secret_key).encode()
        for part in scope.split("/"):
            key = hmac.new(key, part.encode(), hashlib.sha256).digest()
        return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()

    def _send(self, method, path, query=None, body=b"", headers=None, signed=True):
        text = self._query(query)
        sent = {"host": f"127.0.0.1:{self.port}"} | (headers or {})
        if signed:
            stamp, scope = self._now()
            digest = hashlib.sha256(body).hexdigest()
            sent |= {"x-amz-date": stamp, "x-amz-content-sha256": digest}
            names = ";".join(sorted(sent))
            lines = "".join(f"{name}:{sent[name]}\n" for name in sorted(sent))
            signature = self._signature(f"{method}\n{path}\n{text}\n{lines}\n{names}\n{digest}", stamp, scope)
            sent["authorization"] = (f"AWS4-HMAC-SHA256 Credential={self.access_key}/{scope}, SignedHeaders={names}, "
                                     f"Signature={signature}")
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path + (f"?{text}" if text else ""), body=body or None, headers=sent)
            answer = connection.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def _ask(self, method, path, **more):
        answer = self._send(method, path, **more)
        if not 200 <= answer[0] < 300:
            raise S3Error(answer[0], f"{method} {path}: {answer[2][:300].decode(errors='replace')}")
        return answer
