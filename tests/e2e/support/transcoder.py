# SPDX-License-Identifier: GPL-3.0-or-later
"""framehand-transcoder run by hand, as the daemon runs it."""
import json
import subprocess
import threading

from support.programs import BIN


def spec(source, package, rungs=("240p",), limits=None, segment_time=6):
    """A job's spec; the package's folder must exist."""
    outputs = [{"resolution": rung, "bitrate": "400k", "codec": "h264", "dest_path": f"film/{rung}"} for rung in rungs]
    made = {"job": {"job_id": "j", "movie_id": "m", "input": {"source_url": "film", "format": ""}, "outputs": outputs,
                    "hls_settings": {"master_playlist_name": "index.m3u8", "segment_time": segment_time}},
            "input_path": str(source), "package_dir": str(package), "threads": 1,
            "layout": {"destination": "film", "package_id": "0123456789ab", "multivariant": "index.m3u8",
                       "rung_dirs": list(rungs) if len(rungs) > 1 else [""], "audio_dir": "audio",
                       "text_dir": "subtitles"}}
    if len(rungs) == 1:
        outputs[0]["dest_path"] = "film"
    if limits:
        made["limits"] = limits
    return made


def killed(job_spec, delay):
    """Starts a run and kills it after `delay` seconds, as a power cut would. False if it had ended by then."""
    process = subprocess.Popen([str(BIN / "framehand-transcoder"), "run"], stdin=subprocess.PIPE,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with process.stdin:
        process.stdin.write((json.dumps(job_spec) + "\n").encode())
        process.stdin.flush()
        try:
            process.wait(delay)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            return True
    return False


class Run:
    """One run: how it ended, and what it said last."""

    def __init__(self, job_spec, patience):
        process = subprocess.Popen([str(BIN / "framehand-transcoder"), "run"], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        said = {}

        def read(name, stream):
            said[name] = stream.read().decode(errors="replace")
        readers = [threading.Thread(target=read, args=pair)
                   for pair in (("out", process.stdout), ("err", process.stderr))]
        for reader in readers:
            reader.start()
        self.hung = False
        try:
            process.stdin.write((json.dumps(job_spec) + "\n").encode())
            process.stdin.flush()
        except BrokenPipeError:
            pass
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            self.hung = True
            process.kill()
            process.wait()
        for reader in readers:
            reader.join()
        process.stdin.close()
        process.stdout.close()
        process.stderr.close()
        self.status = process.returncode
        self.log = said["err"]
        lines = said["out"].splitlines()
        self.last = json.loads(lines[-1]) if lines else {}

    @property
    def crashed(self):
        return self.status < 0 or self.status not in (0, 1)

    @property
    def error(self):
        """What it failed with, or {}."""
        return self.last.get("error", {}) if self.last.get("event") == "failed" else {}
