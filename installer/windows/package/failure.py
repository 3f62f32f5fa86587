# SPDX-License-Identifier: GPL-3.0-or-later
"""What ends make-msi with a sentence."""

import subprocess


class Failure(Exception):
    """Its text is for people."""


def run(command, **options):
    """Of a program whose end in any other way than 0 is a failure; returns what it wrote."""
    try:
        done = subprocess.run([str(word) for word in command], check=False, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, errors="replace", **options)
    except FileNotFoundError as error:
        raise Failure(f"{command[0]} is missing: {error.strerror}") from error
    if done.returncode != 0:
        raise Failure(f"{command[0]} ended with {done.returncode}:\n{done.stdout.strip()}")
    return done.stdout
