# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged videos: each becomes a verified package or a failure with its cause; nothing hangs, and nothing is left.

CI looks at a few. All 500, of a folder of videos of one's own:

    FRAMEHAND_BIN=build/release/bin FRAMEHAND_DAMAGED=500 FRAMEHAND_MEDIA=DIR python3 tests/e2e/test_damaged_inputs.py -v

FRAMEHAND_DAMAGED_DAEMON   how many of them go through a real framehandd as well (6; 30 with 500)
FRAMEHAND_DAMAGED_FIRST    number of the first one (0); with FRAMEHAND_DAMAGED=1 one file is looked at again
FRAMEHAND_DAMAGED_KEEP     folder that keeps the files at which the transcoder crashed or hung
FRAMEHAND_DAMAGED_REPORT   file that gets the outcomes as JSON
"""
import collections
import concurrent.futures
import json
import os
import shutil
import tempfile
import unittest
from pathlib import Path

from support.damage import damaged_file, short_sources
from support.package import read_whole
from support.programs import PATIENCE, SAMPLE, SOURCE, House
from support.transcoder import Run, spec

COUNT = int(os.environ.get("FRAMEHAND_DAMAGED", "40"))
FIRST = int(os.environ.get("FRAMEHAND_DAMAGED_FIRST", "0"))
THROUGH_DAEMON = int(os.environ.get("FRAMEHAND_DAMAGED_DAEMON", "30" if COUNT >= 500 else "6"))
MEDIA = Path(os.environ.get("FRAMEHAND_MEDIA", SOURCE / "tests/media/data"))
KEEP = os.environ.get("FRAMEHAND_DAMAGED_KEEP")
REPORT = os.environ.get("FRAMEHAND_DAMAGED_REPORT")


def is_sentence(text):
    """Words for people, not a bare number or code."""
    return len(text.split()) >= 3


class DamagedInputs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="framehand-e2e-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.root = Path(cls.folder.name)
        (cls.root / "short").mkdir()
        cls.sources = short_sources(MEDIA, cls.root / "short")
        assert cls.sources, f"no videos in {MEDIA}"

    def transcode(self, number):
        """(name, outcome, words) of one damaged file."""
        name, data = damaged_file(self.sources, number)
        folder = self.root / f"{number:04d}"
        package = folder / "package"
        package.mkdir(parents=True)
        source = folder / name
        source.write_bytes(data)
        run = Run(spec(source, package), PATIENCE)
        outside = sorted(p.name for p in folder.iterdir())
        if run.hung:
            outcome = "hung"
        elif run.crashed:
            outcome = "crashed"
        elif outside != sorted([name, "package"]):
            outcome = "wrote outside"
        elif run.status == 0 and run.last.get("event") == "done":
            outcome = "made"
        elif is_sentence(run.error.get("message", "")):
            outcome = "failed"
        else:
            outcome = "failed without a cause"
        words = run.error.get("message", "") + (": " + run.error["cause"] if run.error.get("cause") else "")
        if outcome in ("hung", "crashed"):
            words = f"status {run.status}; " + " | ".join(run.log.strip().splitlines()[-3:])
            if KEEP:
                Path(KEEP).mkdir(parents=True, exist_ok=True)
                shutil.copy(source, KEEP)
        shutil.rmtree(folder)
        return name, outcome, run.error.get("code", ""), words

    def test_each_becomes_a_package_or_a_failure_with_its_cause(self):
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            outcomes = list(pool.map(self.transcode, range(FIRST, FIRST + COUNT)))
        counted = collections.Counter(outcome for _, outcome, _, _ in outcomes)
        codes = collections.Counter(code for _, outcome, code, _ in outcomes if outcome == "failed")
        print(f"\n{len(outcomes)} damaged files of {len(self.sources)} sources: {dict(counted)}; failures: {dict(codes)}")
        if REPORT:
            Path(REPORT).write_text(json.dumps({"outcomes": dict(counted), "failures": dict(codes), "files": outcomes},
                                               indent=1))
        bad = [f"{name}: {outcome}: {words}" for name, outcome, _, words in outcomes
               if outcome not in ("made", "failed")]
        self.assertEqual(bad, [], "\n".join(bad))
        if COUNT >= 40:
            self.assertGreater(counted["made"], 0, "damage that players forgive must not fail a job")
            self.assertGreater(counted["failed"], 0)

    def test_the_daemon_outlives_them_and_leaves_nothing(self):
        house = House(self.root / "house", max_attempts=1).start()
        self.addCleanup(house.stop)
        step = max(1, COUNT // THROUGH_DAEMON)
        submitted = {}
        for number in range(FIRST, FIRST + COUNT, step):
            name, data = damaged_file(self.sources, number)
            (house.nas / name).write_bytes(data)
            status, job = house.call("POST", "/api/v1/jobs", {
                "input": {"source_url": name}, "outputs": [{"resolution": "240p", "dest_path": f"out/{name}"}]})
            self.assertEqual(status, 201, job)
            submitted[name] = job["job_id"]
        counted = collections.Counter()
        for name, job_id in submitted.items():
            ended = house.ended(job_id, PATIENCE * 3)
            counted[ended["state"]] += 1
            if ended["state"] == "COMPLETED":
                self.assertIsNotNone(read_whole(house.nas / f"out/{name}/index.m3u8"), name)
            else:
                self.assertTrue(is_sentence(ended["attempts"][-1]["cause"] or ""), (name, ended))
                self.assertFalse((house.nas / f"out/{name}").exists(), name)
        print(f"\n{len(submitted)} through framehandd: {dict(counted)}")
        self.assertTrue(house.daemon.running())
        self.assertEqual(house.staging(), [])
        self.assertEqual([p for p in house.nas.rglob(".framehand*")], [])
        shutil.copy(SAMPLE, house.nas / "good.mp4")
        status, job = house.call("POST", "/api/v1/jobs", {
            "input": {"source_url": "good.mp4"}, "outputs": [{"resolution": "240p", "dest_path": "out/good"}]})
        self.assertEqual(status, 201, job)
        self.assertEqual(house.ended(job["job_id"])["state"], "COMPLETED")
        self.assertEqual(house.stop(), 0)


if __name__ == "__main__":
    unittest.main()
