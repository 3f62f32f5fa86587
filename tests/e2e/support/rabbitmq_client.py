# SPDX-License-Identifier: GPL-3.0-or-later
"""The client of the original that sends jobs to RabbitMQ."""
import json
import threading

import pika


class Client:
    """Consumes progress and results in a thread of its own, as the original's client does; comes back after a restart
    of the broker."""

    def __init__(self, broker):
        self.broker = broker
        self.progress, self.results, self.order = [], [], []
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def close(self):
        self.ended.set()
        self.thread.join(30)

    def of(self, job_id):
        return [message for message in self.results if message["job_id"] == job_id]

    def _run(self):
        while not self.ended.is_set():
            try:
                self._consume()
            except (pika.exceptions.AMQPError, OSError):
                self.ended.wait(0.2)

    def _consume(self):
        connection = self.broker.connect()
        channel = connection.channel()
        for queue, into in (("transcoding_progress", self.progress), ("transcoding_results", self.results)):
            channel.basic_consume(queue=queue, auto_ack=True, on_message_callback=self._noter(queue, into))
        while not self.ended.is_set():
            connection.process_data_events(0.2)
        connection.close()

    def _noter(self, queue, into):
        def note(_channel, _method, _properties, body):
            message = json.loads(body)
            into.append(message)
            self.order.append((queue, message))
        return note
