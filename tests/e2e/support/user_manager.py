# SPDX-License-Identifier: GPL-3.0-or-later
"""A real systemd user manager of an ordinary user, on a machine that systemd need not have booted."""
import os
import pwd
import shutil
import signal
import subprocess
from pathlib import Path

from support.programs import Child, wait_for

SYSTEMD = Path("/lib/systemd/systemd")
USERS = ("www-data", "daemon", "games")  # every Debian has them, and nothing of theirs runs as a rule

# Only /run/systemd/system tells a user manager that systemd rules the machine. It must lie on a file system of its own,
# as must the user's runtime folder, where systemd looks for the files that it hides others with. What looks for leaks at
# the end of a program traces it, which the service's walls forbid.
SET_UP = """
set -e
mount --make-rprivate /
mkdir -p /run/systemd /run/user
mount -t tmpfs tmpfs /run/systemd
mkdir /run/systemd/system
mount -t tmpfs -o mode=755 tmpfs /run/user
mkdir -m 700 "/run/user/$UID_OF_USER"
chown "$UID_OF_USER:$GID_OF_USER" "/run/user/$UID_OF_USER"
mount --bind "$PROGRAMS" "$PLACE"
for group in $GROUPS_OF_MANAGER; do
    mkdir "$group"
    chown -R "$UID_OF_USER" "$group"
    echo $$ > "$group/cgroup.procs"
done
exec setpriv --reuid="$UID_OF_USER" --regid="$GID_OF_USER" --clear-groups \
    env -i PATH=/usr/bin:/bin HOME="$HOME" XDG_RUNTIME_DIR="/run/user/$UID_OF_USER" ASAN_OPTIONS=detect_leaks=0 \
    "$SYSTEMD" --user --log-target=console --log-level=info
"""


def missing():
    """Why there can be no user manager here, or None."""
    if os.geteuid() != 0:
        return "a user manager of another user needs root"
    for program in (SYSTEMD, "systemctl", "systemd-run", "setpriv", "nsenter", "unshare"):
        if not shutil.which(str(program)):
            return f"there is no {program}"
    if not _cgroup_roots():
        return "no control groups can be made here"
    return None


def _cgroup_roots():
    roots = [Path("/sys/fs/cgroup/systemd"), Path("/sys/fs/cgroup/unified")]
    if Path("/sys/fs/cgroup/cgroup.procs").exists():
        roots = [Path("/sys/fs/cgroup")]
    return [root for root in roots if root.is_dir() and os.access(root / "cgroup.procs", os.W_OK)]


class UserManager:
    """`folder` becomes the user's home; the programs of `programs` are in its folder "bin"."""

    def __init__(self, folder, programs):
        self.home = Path(folder)
        self.user = next(pwd.getpwnam(name) for name in USERS if _known(name))
        self.bin = self.home / "bin"
        self.bin.mkdir()
        self.groups = [root / f"framehand-test-{os.getpid()}" for root in _cgroup_roots()]
        self.own()
        self.manager = Child(["unshare", "--mount", "sh", "-c", SET_UP],
                             env={"PATH": os.environ["PATH"], "HOME": str(self.home), "SYSTEMD": str(SYSTEMD),
                                  "PROGRAMS": str(programs), "PLACE": str(self.bin),
                                  "UID_OF_USER": str(self.user.pw_uid), "GID_OF_USER": str(self.user.pw_gid),
                                  "GROUPS_OF_MANAGER": " ".join(map(str, self.groups))})
        wait_for(self._running, "the user manager")

    def own(self):
        """Gives everything in the home to the user."""
        self.home.chmod(0o755)
        for path in (self.home, *self.home.rglob("*")):
            if self.bin not in path.parents:
                os.chown(path, self.user.pw_uid, self.user.pw_gid)

    def _running(self):
        if not self.manager.running():
            raise AssertionError("the user manager ended:\n" + self.manager.text())
        return self.run("systemctl", "--user", "is-system-running").stdout.strip() in ("running", "degraded")

    def run(self, *command, env=None, timeout=600):
        """A command of the user."""
        variables = {"PATH": "/usr/bin:/bin", "HOME": str(self.home),
                     "XDG_RUNTIME_DIR": f"/run/user/{self.user.pw_uid}"} | (env or {})
        return subprocess.run(["nsenter", "--mount", f"--target={self.manager.process.pid}", "setpriv",
                               f"--reuid={self.user.pw_uid}", f"--regid={self.user.pw_gid}", "--clear-groups",
                               "env", "-i", *(f"{k}={v}" for k, v in variables.items()), *map(str, command)],
                              capture_output=True, text=True, timeout=timeout, check=False)

    def stop(self):
        if self.manager.running():
            self.run("systemctl", "--user", "exit")
        try:
            self.manager.process.wait(30)
        except subprocess.TimeoutExpired:
            pass
        self.manager.kill()
        for group in self.groups:
            self._end(group)

    @staticmethod
    def _end(group):
        """Kills what is left in a control group, and removes it."""
        def gone():
            for procs in group.rglob("cgroup.procs"):
                for pid in procs.read_text().split():
                    os.kill(int(pid), signal.SIGKILL)
            try:
                for path, _, _ in os.walk(group, topdown=False):
                    os.rmdir(path)
            except OSError:
                return False
            return True
        if group.is_dir():
            wait_for(gone, f"the end of {group}")


def _known(name):
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True
