# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that are killed at random instants while they work, and are started again."""
import os
import random
import signal
import threading
import time

from support.programs import PATIENCE, transcoder_pids


class Killer:
    """Kills daemons, their transcoders or both, as a power cut would, every few jobs.

    `ended` tells how many ends of jobs the clients have seen. `away` are the seconds that a daemon stays dead in a few
    of many kills, long enough for another one to get its job."""

    def __init__(self, houses, ended, seed, away):
        self.houses, self.ended, self.away = houses, ended, away
        self.random = random.Random(seed)
        self.kills = self.in_a_job = 0
        self.instants = []
        self._pause = threading.Event()
        self._begin = time.monotonic()

    def work(self, jobs):
        """Until all jobs have ended, or none has for a long time."""
        while self._goes_on(jobs):
            wanted = self.ended() + self.random.randint(1, 4)
            self._until(lambda: self.ended() >= wanted, jobs)
            if self._goes_on(jobs):
                self._strike(jobs)

    def _goes_on(self, jobs):
        return self.ended() < jobs and not self._is_stuck()

    def _is_stuck(self):
        now = time.monotonic()
        if not self.instants or self.instants[-1][0] != self.ended():
            self.instants.append((self.ended(), now))
        return now - self.instants[-1][1] > PATIENCE * 2

    def _until(self, condition, jobs):
        while not condition() and self._goes_on(jobs):
            self._pause.wait(0.003)

    def _strike(self, jobs):
        moment = self.random.choice(("in a job", "at an end", "whenever"))
        what = self.random.choice(("daemon", "transcoder", "both"))
        house = self.random.choice(self.houses)
        a_job = 2 * (time.monotonic() - self._begin) / max(1, self.ended())
        delay = self.random.uniform(0, min(a_job, 3))
        if moment == "in a job":
            self._until(house.has_job, jobs)
        elif moment == "at an end":
            seen = self.ended()
            self._until(lambda: self.ended() > seen, jobs)
            house = next((h for h in self.houses if not h.has_job()), house)
            delay = self.random.choice((0, 0, self.random.uniform(0, 0.02)))
        self._pause.wait(delay)
        if what == "transcoder":
            self._until(lambda: transcoder_pids(house.daemon.process.pid), jobs)
        self._kill([house] if self.random.random() < 0.85 else self.houses, what)

    def _kill(self, houses, what):
        for house in houses:
            transcoders = transcoder_pids(house.daemon.process.pid)
            if what == "transcoder" and not transcoders:
                continue
            self.kills += 1
            self.in_a_job += house.has_job()
            if what != "daemon":
                for pid in transcoders:
                    _kill(pid)
            if what != "transcoder":
                house.kill()
        dead = [house for house in houses if house.daemon is None]
        if dead:
            long = self.random.random() < 0.06 and self._begin + 30 < time.monotonic()
            self._pause.wait(self.away if long else self.random.choice((0, self.random.uniform(0, 1.5))))
        for house in dead:
            house.start()


def _kill(pid):
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass  # it has ended meanwhile
