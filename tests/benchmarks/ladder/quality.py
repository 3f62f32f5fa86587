# SPDX-License-Identifier: GPL-3.0-or-later
"""What a rung shows and weighs: SSIM of luma, the mean over all frames, and the bytes of its pictures."""

import hashlib
import math
import re
import subprocess
import tempfile
from pathlib import Path

from measure import Failure, run

LANCZOS = "flags=lanczos+accurate_rnd+full_chroma_int"
SLICES = "h264_mp4toannexb,filter_units=pass_types=1-5"
NUMBERED = "settb=1/1000,setpts=N"  # frames are compared by their number


def raw_frames(video, rung, target):
    """Writes the source's frames, scaled to the rung, as yuv420p."""
    run(["ffmpeg", "-v", "error", "-nostdin", "-y", "-i", str(video), "-map", "0:v:0", "-fps_mode", "passthrough",
         "-vf", f"scale={rung.width}:{rung.height}:{LANCZOS}", "-pix_fmt", "yuv420p", "-f", "rawvideo", str(target)])


def pictures(output):
    """(bytes, SHA-256) of the pictures' own data: no parameter sets, no container, whichever it came in."""
    command = ["ffmpeg", "-v", "error", "-nostdin", "-i", str(output), "-map", "0:v:0", "-c", "copy", "-bsf:v", SLICES,
               "-f", "data", "-"]
    _, data = run(command)
    return len(data), hashlib.sha256(data).hexdigest()


def ssim(output, rung, raw, video, source_size):
    """(at the rung's size, scaled back to the source's size, frames): `raw` and the video itself are the references."""
    with tempfile.TemporaryDirectory() as folder:
        graph = (f"[0:v:0]{NUMBERED},split[a][b];[1:v:0]{NUMBERED}[raw];[2:v:0]{NUMBERED}[source];"
                 f"[a][raw]ssim=stats_file=rung.txt[x];"
                 f"[b]scale={source_size[0]}:{source_size[1]}:{LANCZOS}[back];[back][source]ssim=stats_file=back.txt[y]")
        command = ["ffmpeg", "-v", "error", "-nostdin", "-i", str(output.resolve()),
                   "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", f"{rung.width}x{rung.height}", "-i", str(raw),
                   "-i", str(video.resolve()), "-filter_complex", graph,
                   "-map", "[x]", "-fps_mode", "passthrough", "-f", "null", "-",
                   "-map", "[y]", "-fps_mode", "passthrough", "-f", "null", "-"]
        made = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if made.returncode != 0:
            raise Failure(f"the quality of {output} cannot be measured: {made.stderr.strip()[-2000:]}")
        at_rung, back = luma(Path(folder, "rung.txt")), luma(Path(folder, "back.txt"))
        return sum(at_rung) / len(at_rung), sum(back) / len(back), len(at_rung)


def luma(stats):
    return [float(value) for value in re.findall(r"\bY:([0-9.]+)", stats.read_text())]


def decibel(value):
    return -10 * math.log10(max(1 - value, 1e-9))


def x264_options(output):
    """What x264 says about its settings in its first packet, as a dict; empty if it says nothing."""
    _, data = run(["ffmpeg", "-v", "error", "-nostdin", "-i", str(output), "-map", "0:v:0", "-frames:v", "1", "-c", "copy",
                   "-f", "data", "-"])
    text = data.partition(b"options: ")[2].partition(b"\0")[0].decode("ascii", "replace")
    return dict(part.split("=", 1) for part in text.split() if "=" in part)
