"""What workers do for ingest: three lines a task, the work is in the pipeline."""

from celery import shared_task


@shared_task
def advance(run_id: int) -> None:
    """Work on a run for some minutes, then ask for the next turn."""
    from ingest import pipeline  # noqa: PLC0415 - the pipeline enqueues this task

    if pipeline.advance(run_id):
        advance.delay(run_id)
