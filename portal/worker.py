"""How a worker gets over the loss of its broker: it goes on with what it had taken as soon as the broker is there again."""

from __future__ import annotations

from typing import Any

from celery.worker import consumer, request


def put_back(channel: Any) -> int:
    """Put the tasks that workers had taken back into the queue, and return how many; `channel` is kombu's, of Redis.

    Celery would do so by itself after the visibility timeout.
    """
    tags = channel.client.zrange(channel.unacked_index_key, 0, -1)
    for tag in tags:
        channel.qos.restore_by_tag(tag)
    return len(tags)


class Consumer(consumer.Consumer):  # type: ignore[misc]  # Celery has no types
    """The part of the worker that takes tasks from the broker.

    With the connection it ends the tasks at work, and nobody else would take them up. Those of another worker, if the broker
    was not lost to all, run twice, which does no harm.
    """

    def connect(self) -> Any:
        """Return a connection, to which the tasks of the one before are given back."""
        connection = super().connect()
        if self.restart_count:
            put_back(connection.default_channel)
        return connection

    def on_connection_error_after_connected(self, exc: Exception) -> None:
        """Let go of a broken connection: kombu would give the tasks back through it, and the worker would end at that."""
        if self.task_consumer:
            self.task_consumer.channel.qos.restore_at_shutdown = False
        super().on_connection_error_after_connected(exc)


class Request(request.Request):  # type: ignore[misc]  # Celery has no types
    """A task that the worker has taken.

    A process told to end with its connection may go on to the end of its task. Nobody can be told of that: the connection is
    gone, the task was put back, and Celery would end the whole worker at the attempt.
    """

    def acknowledge(self) -> None:
        if self.message.channel.connection:
            super().acknowledge()

    def reject(self, requeue: bool = False) -> None:  # noqa: FBT001, FBT002 - as Celery has it
        if self.message.channel.connection:
            super().reject(requeue)
