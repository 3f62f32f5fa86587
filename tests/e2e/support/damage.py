# SPDX-License-Identifier: GPL-3.0-or-later
"""Seeded damage to files: the same seed gives the same damaged file on every machine."""
import random
import struct
import subprocess

EDGES = [0, 1, 0x7F, 0x80, 0xFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF]


def truncated(data, rng):
    """Ends early: a copy that was cut off."""
    return data[:rng.randrange(1, len(data))]


def bits_flipped(data, rng):
    """From a single bit to one in every few hundred bytes."""
    damaged = bytearray(data)
    for _ in range(rng.choice([1, 10, 100, max(100, len(data) // 500)])):
        damaged[rng.randrange(len(damaged))] ^= 1 << rng.randrange(8)
    return bytes(damaged)


def header_zeroed(data, rng):
    """Nulls at the very beginning, or in the index at the end."""
    size = min(len(data) - 1, rng.choice([4, 64, 512, 4096]))
    at = rng.choice([0, rng.randrange(min(4096, len(data) - size)), len(data) - size])
    return data[:at] + bytes(size) + data[at + size:]


def blocks_swapped(data, rng):
    """Whole blocks in each other's place, as by a broken disk."""
    size = rng.choice([188, 512, 4096, 65536])
    blocks = [data[i:i + size] for i in range(0, len(data), size)]
    for _ in range(rng.choice([1, 3, 10])):
        a, b = rng.randrange(len(blocks)), rng.randrange(len(blocks))
        blocks[a], blocks[b] = blocks[b], blocks[a]
    return b"".join(blocks)


def numbers_falsified(data, rng):
    """Sizes and counts at which arithmetic goes wrong, mostly where headers are."""
    damaged = bytearray(data)
    for _ in range(rng.choice([1, 4, 16])):
        reach = rng.choice([min(2048, len(damaged)), len(damaged)])
        at = rng.randrange(max(1, reach - 4))
        at = rng.choice([at, max(0, len(damaged) - 4 - at)])
        damaged[at:at + 4] = struct.pack(rng.choice(["<I", ">I"]), rng.choice(EDGES))[:max(0, len(damaged) - at)]
    return bytes(damaged)


def part_missing(data, rng):
    """A hole in the middle that was closed up."""
    at = rng.randrange(len(data))
    return data[:at] + data[at + rng.randrange(1, max(2, len(data) // 4)):]


def part_repeated(data, rng):
    """A part twice, as after a resumed download."""
    at = rng.randrange(len(data))
    end = min(len(data), at + rng.randrange(1, max(2, len(data) // 4)))
    return data[:end] + data[at:end] + data[end:]


KINDS = [truncated, bits_flipped, header_zeroed, blocks_swapped, numbers_falsified, part_missing, part_repeated]


def damaged_file(sources, seed):
    """(name, bytes) of damaged file number `seed`: kinds and sources take turns, the rest is chance."""
    rng = random.Random(seed)
    kind = KINDS[seed % len(KINDS)]
    source = sources[seed // len(KINDS) % len(sources)]
    data = kind(source.read_bytes(), rng)
    if rng.randrange(4) == 0:
        data = rng.choice(KINDS)(data, rng) if len(data) > 16 else data
    return f"{seed:04d}-{kind.__name__}-{source.name}", data


VIDEO = {".mp4", ".mkv", ".webm", ".ts", ".avi", ".mov", ".m4v", ".mpg", ".flv"}


def short_sources(folder, into, seconds=1.5):
    """The videos of a folder cut to their first moments without a change, each in its own container and in Matroska and
    in a transport stream where that can hold it."""
    found = []
    for video in sorted(p for p in folder.iterdir() if p.suffix in VIDEO):
        for suffix in dict.fromkeys([video.suffix, ".mkv", ".ts"]):
            short = into / f"{video.stem}{suffix}"
            made = subprocess.run(["ffmpeg", "-nostdin", "-v", "error", "-y", "-i", str(video), "-t", str(seconds),
                                   "-map", "0:v:0?", "-map", "0:a:0?", "-c", "copy", str(short)],
                                  capture_output=True, check=False)
            if made.returncode == 0 and short.stat().st_size > 1000:
                found.append(short)
            elif suffix == video.suffix:
                short.write_bytes(video.read_bytes())
                found.append(short)
            else:
                short.unlink(missing_ok=True)
    return found
