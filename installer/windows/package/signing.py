# SPDX-License-Identifier: GPL-3.0-or-later
"""Signatures, where somebody has a certificate. No password is ever among the arguments of a program."""

import shlex
from pathlib import Path

from package.failure import Failure, run

COMMAND = "FRAMEHAND_SIGN_COMMAND"
CERTIFICATE = "FRAMEHAND_SIGN_CERTIFICATE"
PASSWORD_FILE = "FRAMEHAND_SIGN_PASSWORD_FILE"
TIME_SERVER = "FRAMEHAND_SIGN_TIME_SERVER"


def signer(environment):
    """A function that signs one file in its place; None where nothing is to be signed."""
    command, certificate = environment.get(COMMAND), environment.get(CERTIFICATE)
    if command and certificate:
        raise Failure(f"{COMMAND} and {CERTIFICATE} are both set: one of them must do")
    if command:
        words = shlex.split(command)
        return lambda path: run([*words, path])
    if not certificate:
        return None
    if not Path(certificate).is_file():
        raise Failure(f"{CERTIFICATE} names no file: {certificate}")
    options = ["-pkcs12", certificate, "-h", "sha256", "-n", "Framehand"]
    if environment.get(PASSWORD_FILE):
        options += ["-readpass", environment[PASSWORD_FILE]]
    if environment.get(TIME_SERVER):
        options += ["-ts", environment[TIME_SERVER]]

    def sign(path):
        signed = path.with_name(path.name + ".signed")
        signed.unlink(missing_ok=True)
        run(["osslsigncode", "sign", *options, "-in", path, "-out", signed])
        signed.replace(path)

    return sign
