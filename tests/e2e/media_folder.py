#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sends every video of a folder through a real framehandd and looks at what comes out.

Usage: FRAMEHAND_BIN=build/release/bin python3 tests/e2e/media_folder.py FOLDER [--rungs LIST] [--play]
One line a file: the package's renditions with decoded frames, or why it was refused. Exit status 1 if a package fails
the verifier, a refusal has no reason, or the daemon ends.
"""
import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from support.browser import play  # noqa: E402
from support.package import audio_seconds, decoded_frames, ffprobe, media_playlists  # noqa: E402
from support.programs import House  # noqa: E402

VIDEO = {".mp4", ".mkv", ".webm", ".ts", ".avi", ".mov", ".m4v", ".mpg"}


def source_facts(video):
    found, _ = ffprobe(video, "-count_frames", "-show_entries", "stream=codec_type,nb_read_frames,width,height")
    frames = [s.get("nb_read_frames") for s in found.get("streams", []) if s["codec_type"] == "video"]
    has_audio = any(s["codec_type"] == "audio" for s in found.get("streams", []))
    return (frames or ["-"])[0], has_audio


def look(house, video, rungs, with_browser):
    done = house.ctl("submit", video, "--rungs", rungs, "--output", f"out/{video.name}", "--wait")
    if done.returncode != 0:
        reason = (done.stdout + done.stderr).strip().splitlines()
        return bool(reason), f"refused: {reason[-1] if reason else 'NO REASON'}"
    index = house.nas / "out" / video.name / "index.m3u8"
    verified = house.ctl("verify", index.parent, "--level", "full")
    frames, has_audio = source_facts(video)
    facts = [f"source {frames} frames"]
    for playlist in media_playlists(index):
        if "audio" not in str(playlist.relative_to(index.parent)):
            stream, errors = decoded_frames(playlist)
            facts.append(f"{stream['width']}x{stream['height']} {stream['nb_read_frames']}{' ' + errors if errors else ''}")
    if has_audio:
        facts.append(f"audio {1000 * (audio_seconds(index) - audio_seconds(video)):+.1f} ms")
    if with_browser:
        report = play(index)
        facts.append(f"browser: levels {sorted(p['height'] for p in report['played'])} fatal {report['fatal']}")
    if verified.returncode != 0:
        facts.append("VERIFIER: " + verified.stdout.strip())
    return verified.returncode == 0, ", ".join(facts)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rungs", default="480p,240p")
    parser.add_argument("--play", action="store_true")
    arguments = parser.parse_args()
    videos = [arguments.folder] if arguments.folder.is_file() else sorted(
        p for p in arguments.folder.iterdir() if p.suffix in VIDEO)
    good = True
    with tempfile.TemporaryDirectory(prefix="framehand-e2e-") as folder:
        house = House(folder).start()
        for video in videos:
            fine, text = look(house, video, arguments.rungs, arguments.play)
            good = good and fine and house.daemon.running()
            print(f"{'ok  ' if fine else 'BAD '} {video.name}: {text}", flush=True)
        good = house.stop() == 0 and good
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
