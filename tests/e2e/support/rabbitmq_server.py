# SPDX-License-Identifier: GPL-3.0-or-later
"""A real RabbitMQ broker for tests: on free ports of loopback, in a folder and with an Erlang port mapper of its own.

    with RabbitMqServer() as broker:
        connection = broker.connect()      # of pika
        run(url=broker.url)
        broker.kill()
        broker.start()

It takes some seconds to start: a test program starts it once. A broker that cannot start is a failed test with its log.
"""
import ctypes
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import pika

from support.programs import free_port, wait_for

SERVER = "/usr/lib/rabbitmq/bin/rabbitmq-server"


def _die_with_the_test():
    PR_SET_PDEATHSIG = 1
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class RabbitMqServer:
    def __init__(self, consumer_timeout_ms=None):
        self.folder = Path(tempfile.mkdtemp(prefix="rabbitmq-"))
        self.port, self.distribution_port, self.mapper_port = free_port(), free_port(), free_port()
        self.url = f"amqp://127.0.0.1:{self.port}"
        self.broker = None
        config = f"listeners.tcp.1 = 127.0.0.1:{self.port}\nlog.console = true\nlog.file = false\n"
        if consumer_timeout_ms:
            config += f"consumer_timeout = {consumer_timeout_ms}\n"
        (self.folder / "rabbitmq.conf").write_text(config)
        # How often a channel looks whether a delivery was held for too long.
        (self.folder / "advanced.config").write_text("[{rabbit, [{channel_tick_interval, 250}]}].\n")
        self.mapper = subprocess.Popen(["epmd", "-port", str(self.mapper_port), "-address", "127.0.0.1"],
                                       preexec_fn=_die_with_the_test)

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.close()

    def start(self):
        environment = os.environ | {
            "HOME": str(self.folder), "ERL_EPMD_PORT": str(self.mapper_port), "ERL_EPMD_ADDRESS": "127.0.0.1",
            "RABBITMQ_NODENAME": f"test-{self.port}@localhost", "RABBITMQ_DIST_PORT": str(self.distribution_port),
            "RABBITMQ_MNESIA_BASE": str(self.folder / "mnesia"), "RABBITMQ_LOG_BASE": str(self.folder / "log"),
            "RABBITMQ_CONFIG_FILE": str(self.folder / "rabbitmq.conf"),
            "RABBITMQ_ADVANCED_CONFIG_FILE": str(self.folder / "advanced.config"),
            "RABBITMQ_ENABLED_PLUGINS_FILE": str(self.folder / "plugins"), "RABBITMQ_CONF_ENV_FILE": "/dev/null",
            # One scheduler that does not spin: the tests share the machine.
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS":
                "-kernel inet_dist_use_interface {127,0,0,1} +S 1:1 +sbwt none"}
        with open(self.folder / "broker.log", "ab") as log:
            self.broker = subprocess.Popen([SERVER], stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment,
                                           cwd=self.folder, start_new_session=True)
        wait_for(self._answers, "RabbitMQ to answer", 240)

    def _answers(self):
        if self.broker.poll() is not None:
            raise AssertionError("RabbitMQ ended:\n" + (self.folder / "broker.log").read_text(errors="replace")[-4000:])
        # It listens some time before it can do anything.
        try:
            self.connect().close()
            return True
        except (pika.exceptions.AMQPError, OSError):
            return False

    def kill(self):
        """As a power cut: what is not durable is lost."""
        if self.broker and self.broker.poll() is None:
            os.killpg(self.broker.pid, signal.SIGKILL)
            self.broker.wait()

    def close(self):
        self.kill()
        self.mapper.kill()
        self.mapper.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def connect(self):
        """As the manual of the original does."""
        credentials = pika.PlainCredentials("guest", "guest")
        return pika.BlockingConnection(pika.ConnectionParameters("127.0.0.1", self.port, "/", credentials))

    def on_channel(self, call):
        """What `call` answers on a channel of a connection of its own."""
        connection = self.connect()
        try:
            return call(connection.channel())
        finally:
            connection.close()

    def consumers(self, queue):
        """0 also where there is no such queue."""
        try:
            return self.on_channel(lambda channel: channel.queue_declare(queue, passive=True)).method.consumer_count
        except pika.exceptions.ChannelClosedByBroker:
            return 0

    def waiting(self, queue):
        """How many messages are in nobody's hands."""
        return self.on_channel(lambda channel: channel.queue_declare(queue, passive=True)).method.message_count

    def publish(self, queue, *bodies):
        """As the original's producer does."""
        def publish(channel):
            for body in bodies:
                channel.basic_publish(exchange="", routing_key=queue, body=body)
        self.on_channel(publish)
