# SPDX-License-Identifier: GPL-3.0-or-later
"""Videos that tests make for themselves."""
import subprocess
from pathlib import Path

from support.programs import SAMPLE


def _srt_time(seconds):
    return f"{int(seconds) // 3600:02d}:{int(seconds) // 60 % 60:02d}:{int(seconds) % 60:02d},{int(seconds * 1000) % 1000:03d}"


def subtitles(seconds, language):
    """SRT text: a cue each second and a half, and one that is shown all the time."""
    cues = [(0.1, seconds - 0.1, f"{language} always")]
    cues += [(1.5 * i, 1.5 * i + 1.2, f"{language} {i}") for i in range(int(seconds / 1.5))]
    return "\n".join(f"{number}\n{_srt_time(start)} --> {_srt_time(end)}\n{text}\n"
                     for number, (start, end, text) in enumerate(cues, 1))


def tiny_film(path):
    """A second of a picture that moves, with sound: a job of it is short. Returns `path`."""
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc=duration=1:size=128x72:rate=25", "-f",
                    "lavfi", "-i", "sine=duration=1:frequency=440:sample_rate=48000", "-c:v", "mpeg4", "-q:v",
                    "4", "-c:a", "aac", "-b:a", "64k", "-shortest", str(path)], check=True)
    return path


def film_with_key_frames(path, seconds):
    """The sample as x264 would give it to a player that copies: IDR pictures at 0 and these seconds, closed GOPs."""
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", str(SAMPLE), "-c:v", "libx264", "-preset", "veryfast", "-b:v", "2M",
                    "-maxrate", "2200k", "-bufsize", "3M", "-g", "1000", "-sc_threshold", "0", "-force_key_frames",
                    ",".join(map(str, (0, *seconds))), "-pix_fmt", "yuv420p", "-c:a", "copy", str(path)], check=True)
    return path


def film_of_few_bytes(path, loops):
    """The sample many times over, at a fraction of its bitrate. Returns `path`."""
    once = path.with_suffix(".once" + path.suffix)
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", str(SAMPLE), "-c:v", "libx264", "-preset", "ultrafast", "-b:v", "300k",
                    "-maxrate", "400k", "-bufsize", "400k", "-c:a", "aac", "-b:a", "64k", str(once)], check=True)
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-stream_loop", str(loops - 1), "-i", str(once), "-c", "copy",
                    str(path)], check=True)
    once.unlink()
    return path


def film_with_tracks(path, loops=3):
    """The sample a few times over, with a second audio track and two subtitles. A Matroska file has SRT, an MP4 file
    mov_text. Returns `path`."""
    path = Path(path)
    seconds = float(subprocess.run(["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of",
                                    "default=nw=1:nk=1", str(SAMPLE)], capture_output=True, text=True,
                                   check=True).stdout) * loops
    texts = []
    for language in ("en", "de"):
        text = path.with_suffix(f".{language}.srt")
        text.write_text(subtitles(seconds, language))
        texts.append(text)
    codec = "srt" if path.suffix == ".mkv" else "mov_text"
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-stream_loop", str(loops - 1), "-i", str(SAMPLE),
                    *[part for text in texts for part in ("-i", str(text))], "-f", "lavfi", "-t", str(seconds), "-i",
                    "sine=frequency=440:sample_rate=48000", "-map", "0:v", "-map", "0:a", "-map", "3:a", "-map", "1",
                    "-map", "2", "-c", "copy", "-c:a:1", "aac", "-c:s", codec, "-metadata:s:a:0", "language=eng",
                    "-metadata:s:a:1", "language=deu", "-metadata:s:s:0", "language=eng", "-metadata:s:s:1",
                    "language=deu", str(path)], check=True)
    return path
