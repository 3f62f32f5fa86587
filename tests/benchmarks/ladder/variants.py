# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways of making one ladder that are compared. Each is asked for the same x264 settings: the engine's."""

import json
import shutil
import subprocess
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from measure import Cost, Failure, run, run_framehand

PACKAGE_ID = "0123456789ab"
PROFILE = ["-profile:v", "high"]


@dataclass(frozen=True)
class Rung:
    """One rung, as the engine plans it."""

    name: str
    width: int
    height: int
    bitrate: int
    maxrate: int
    bufsize: int
    level: int
    preset: str


@dataclass(frozen=True)
class Task:
    """What every variant is to do."""

    video: Path
    rungs: tuple
    frame_rate: Fraction
    gop_frames: int
    segment_sec: int
    has_audio: bool
    threads: int
    raw: dict  # of each rung: its decoded and scaled frames, yuv420p


def framehand_spec(video, rungs, segment_sec, threads, folder, video_copy="never"):
    """`rungs` are (name, bits a second)."""
    return {
        "job": {
            "job_id": "ladder", "movie_id": "ladder",
            "input": {"source_url": video.name, "format": video.suffix.lstrip(".")},
            "outputs": [{"resolution": name, "bitrate": bitrate, "codec": "h264", "dest_path": f"ladder/{name}"}
                        for name, bitrate in rungs],
            "hls_settings": {"master_playlist_name": "index.m3u8", "segment_time": segment_sec},
            "audio_config": {"codec": "aac", "bitrate": 128000},
            "video_copy": video_copy,
        },
        "input_path": str(video),
        "package_dir": str(folder),
        "layout": {"package_id": PACKAGE_ID, "destination": "ladder", "multivariant": "index.m3u8",
                   "rung_dirs": [name for name, _ in rungs], "audio_dir": "audio"},
        "threads": threads,
    }


def merged(base, patch):
    """JSON merge patch (RFC 7396)."""
    if not isinstance(patch, dict):
        return patch
    result = dict(base) if isinstance(base, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merged(result.get(key), value)
    return result


class Variant:
    """One way of making the ladder. `extra` holds costs beside the compared one, by name."""

    def __init__(self, key, title, task, folder):
        self.key, self.title, self.task = key, title, task
        self.folder = folder / key
        self.threads = ""  # for people; x264's own come from its output
        self.is_judged = True  # made of the video that all others are made of
        self.extra = {}

    def fresh_folder(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)

    def measure(self):
        raise NotImplementedError

    def make_outputs(self):
        """Leaves outputs to judge the quality by, where measure() left none."""

    def output_of(self, rung):
        """What a player would open."""
        return self.folder / rung.name / "index.m3u8"


class FfmpegVariant(Variant):
    def __init__(self, key, title, task, folder, encoder_threads):
        super().__init__(key, title, task, folder)
        self.encoder_threads = encoder_threads
        self.threads = "ffmpeg's choice" if encoder_threads is None else f"{encoder_threads} per encoder, else ffmpeg's choice"

    def encode(self, rung):
        task, gop = self.task, str(self.task.gop_frames)
        folder = self.folder / rung.name
        folder.mkdir(parents=True)
        command = ["-c:v", "libx264", "-preset", rung.preset, *PROFILE, "-b:v", str(rung.bitrate),
                   "-maxrate", str(rung.maxrate), "-bufsize", str(rung.bufsize), "-g", gop, "-keyint_min", gop,
                   "-sc_threshold", "0", "-flags", "+cgop", "-pix_fmt", "yuv420p"]
        if self.encoder_threads is not None:
            command += ["-threads", str(self.encoder_threads)]
        if task.has_audio:
            command += ["-c:a", "aac", "-b:a", "128k", "-ac", "2", "-ar", "48000"]
        return command + ["-f", "hls", "-hls_time", str(task.segment_sec), "-hls_playlist_type", "vod",
                          "-hls_flags", "independent_segments",
                          "-hls_segment_filename", str(folder / "s%05d.ts"), str(folder / "index.m3u8")]

    def audio_map(self):
        return ["-map", "0:a:0"] if self.task.has_audio else []

    def begin(self):
        return ["ffmpeg", "-v", "error", "-nostdin", "-y", "-i", str(self.task.video)]


class OneProcessPerRung(FfmpegVariant):
    def measure(self):
        self.fresh_folder()
        cost = Cost()
        for rung in self.task.rungs:
            command = self.begin() + ["-map", "0:v:0", *self.audio_map(), "-vf", f"scale={rung.width}:{rung.height}"]
            cost = cost.and_then(run(command + self.encode(rung))[0])
        return cost


class OneProcessWithSplit(FfmpegVariant):
    def measure(self):
        self.fresh_folder()
        rungs = self.task.rungs
        graph = f"[0:v:0]split={len(rungs)}" + "".join(f"[i{i}]" for i in range(len(rungs)))
        graph += "".join(f";[i{i}]scale={rung.width}:{rung.height}[v{i}]" for i, rung in enumerate(rungs))
        command = self.begin() + ["-filter_complex", graph]
        for i, rung in enumerate(rungs):
            command += ["-map", f"[v{i}]", *self.audio_map(), *self.encode(rung)]
        return run(command)[0]


class EncoderFloor(Variant):
    def __init__(self, key, title, task, folder, program, encoder_threads):
        super().__init__(key, title, task, folder)
        self.program, self.encoder_threads = program, encoder_threads
        self.threads = "x264's choice" if encoder_threads == 0 else f"{encoder_threads} per encoder"

    def command(self):
        task = self.task
        command = [str(self.program), "--threads", str(self.encoder_threads), "--gop", str(task.gop_frames),
                   "--rate-num", str(task.frame_rate.numerator), "--rate-den", str(task.frame_rate.denominator),
                   "--preset", task.rungs[0].preset,
                   "--x264-params", "keyint=infinite:min-keyint=1:scenecut=0:open-gop=0"]
        for rung in task.rungs:
            command.append(f"name={rung.name},file={task.raw[rung.name]},width={rung.width},height={rung.height},"
                           f"bitrate={rung.bitrate},maxrate={rung.maxrate},bufsize={rung.bufsize},level={rung.level}")
        return command

    def measure(self):
        return run(self.command())[0]

    def make_outputs(self):
        self.fresh_folder()
        run([*self.command(), "--write", str(self.folder)])

    def output_of(self, rung):
        return self.folder / f"{rung.name}.h264"


class Framehand(Variant):
    def __init__(self, key, title, task, folder, transcoder, patch):
        super().__init__(key, title, task, folder)
        self.transcoder = transcoder
        rungs = [(rung.name, rung.bitrate) for rung in task.rungs]
        self.spec = merged(framehand_spec(task.video, rungs, task.segment_sec, task.threads, self.folder), patch)
        self.threads = f"planned for {self.spec['threads']} cores"
        self.plan = {}

    def measure(self):
        self.fresh_folder()
        transcoded, whole, self.plan = run_framehand(self.transcoder, self.spec)
        self.extra.setdefault("with its own verification", []).append(whole)
        return transcoded

    def output_of(self, rung):
        return self.folder / rung.name / f"v-{PACKAGE_ID}" / "playlist.m3u8"


class FramehandFromFittingSource(Framehand):
    """From a video that already is what the top rung asks for."""

    def __init__(self, key, title, task, folder, transcoder, source, video_copy):
        super().__init__(key, title, task, folder, transcoder, {})
        rungs = [(rung.name, rung.bitrate) for rung in task.rungs]
        self.spec = framehand_spec(source, rungs, task.segment_sec, task.threads, self.folder, video_copy)
        self.is_judged = False


def make_fitting_source(task, folder):
    """What an encoder for streaming would have made of the video: x264 at the top rung's bit rate, an IDR picture at each
    GOP of the ladder."""
    top, gop = task.rungs[0], str(task.gop_frames)
    target = folder / "fitting.mp4"
    run(["ffmpeg", "-v", "error", "-nostdin", "-y", "-i", str(task.video), "-map", "0:v:0", "-map", "0:a:0?",
         "-vf", f"scale={top.width}:{top.height}", "-c:v", "libx264", "-preset", "veryfast", *PROFILE,
         "-b:v", str(top.bitrate), "-maxrate", str(top.maxrate), "-bufsize", str(top.bufsize), "-g", gop,
         "-keyint_min", gop, "-sc_threshold", "0", "-flags", "+cgop", "-pix_fmt", "yuv420p", "-c:a", "aac", str(target)])
    return target


def engine_plan(transcoder, spec):
    """How the engine would do the job."""
    made = subprocess.run([str(transcoder), "plan"], input=json.dumps(spec) + "\n", capture_output=True, text=True,
                          check=False)
    if made.returncode != 0:
        raise Failure(f"the engine cannot plan this job: {(made.stdout + made.stderr).strip()}")
    return json.loads(made.stdout)
