# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a package as a player does: from the multivariant playlist down to every segment."""
import hashlib
import json
import re
import subprocess
from pathlib import Path


class NotWhole(Exception):
    """The package that a reader found is partial or mixed."""


def _uris(text):
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _attribute_uris(text, tag):
    return [m for line in text.splitlines() if line.startswith(tag) for m in re.findall(r'URI="([^"]*)"', line)]


def media_playlists(index):
    """Paths of all media playlists that a multivariant playlist names, variants first."""
    text = Path(index).read_text()
    if not text.startswith("#EXTM3U"):
        raise NotWhole(f"{index} is not a playlist")
    found = _uris(text) + _attribute_uris(text, "#EXT-X-MEDIA:")
    return [Path(index).parent / uri for uri in found]


def segments(playlist):
    text = Path(playlist).read_text()
    if "#EXT-X-ENDLIST" not in text:
        raise NotWhole(f"{playlist} has no end")
    found = _attribute_uris(text, "#EXT-X-MAP:") + _uris(text)
    return [Path(playlist).parent / uri for uri in found]


def read_whole(index):
    """A digest of everything reachable, or None if there is no package. NotWhole if a part is missing."""
    index = Path(index)
    while True:
        try:
            before = index.read_bytes()
        except FileNotFoundError:
            return None
        digest = hashlib.sha256(before)
        problem = None
        try:
            for playlist in media_playlists(index):
                digest.update(playlist.read_bytes())
                for segment in segments(playlist):
                    digest.update(segment.read_bytes())
        except (FileNotFoundError, NotWhole) as error:
            problem = error
        # A player that began with the old package and was overtaken starts again, as it does on a reload.
        try:
            if index.read_bytes() != before:
                continue
        except FileNotFoundError as error:
            raise NotWhole("the multivariant playlist vanished") from error
        if problem:
            raise NotWhole(str(problem))
        return digest.hexdigest()


def ffprobe(path, *arguments):
    done = subprocess.run(["ffprobe", "-v", "error", "-of", "json", *arguments, str(path)], capture_output=True,
                          text=True, check=False)
    return json.loads(done.stdout or "{}"), done.stderr.strip()


def decoded_frames(playlist):
    """Video frames that really decode, and what ffprobe complained about."""
    found, errors = ffprobe(playlist, "-count_frames", "-select_streams", "v:0", "-show_entries",
                            "stream=nb_read_frames,width,height")
    return found["streams"][0], errors


def audio_seconds(path):
    """Length of the decoded audio."""
    done = subprocess.run(["ffmpeg", "-v", "error", "-i", str(path), "-map", "0:a:0", "-f", "s16le", "-ac", "1", "-ar",
                           "48000", "-"], capture_output=True, check=True)
    return len(done.stdout) / 2 / 48000


def playlist_seconds(playlist):
    """Sum of what the playlist says of its segments."""
    return sum(float(m) for m in re.findall(r"^#EXTINF:([0-9.]+)", Path(playlist).read_text(), re.M))


def track_facts(index, folder):
    """What each rendition of a package shows, whatever its folders are called: presentation times of all samples and the
    bytes before them, or the text itself. `folder` is for a file in between."""
    facts = {}
    for playlist in media_playlists(index):
        name = re.sub(r"v-[0-9a-f]{12}/", "", str(playlist.relative_to(Path(index).parent)))
        files = segments(playlist)
        joined = Path(folder) / "track.tmp"
        joined.write_bytes(b"".join(f.read_bytes() for f in files))
        if files[0].suffix == ".vtt":
            facts[name] = {"text": joined.read_text()}
            continue
        found, errors = ffprobe(joined, "-show_entries", "packet=pts")
        facts[name] = {"init": hashlib.sha256(files[0].read_bytes()).hexdigest(), "errors": errors,
                       "segments": len(files) - 1, "pts": sorted(p["pts"] for p in found["packets"])}
    return facts
