# SPDX-License-Identifier: GPL-3.0-or-later
"""The task of the original, for Celery's own client and worker."""
import importlib
import os
import sys

# The task as its authors write it; what the original worker would do is played.
APP = '''
import os
from celery import Celery
url = os.environ["TEST_REDIS"]
celery_app = Celery("video_transcoder", broker=url, backend=url)
celery_app.conf.update(
    task_serializer="json", accept_content=["json"], result_serializer="json", timezone="UTC", enable_utc=True,
    task_track_started=True, task_time_limit=3600, task_soft_time_limit=3300,
    broker_transport_options={"visibility_timeout": 5})

@celery_app.task(bind=True, max_retries=3)
def transcode_video_task(self, input_name, output_name, resolution, format="mp4"):
    return {"status": "completed", "output_name": output_name, "format": format, "by": "original"}
'''


def load_task(test, folder, redis_url):
    """The application and its task, until the test ends. celery_worker.py lies in `folder`: its module's name is part of
    the task's."""
    (folder / "celery_worker.py").write_text(APP)
    os.environ["TEST_REDIS"] = redis_url
    sys.modules.pop("celery_worker", None)
    importlib.invalidate_caches()
    sys.path.insert(0, str(folder))
    test.addCleanup(sys.path.remove, str(folder))
    module = importlib.import_module("celery_worker")
    test.addCleanup(module.celery_app.close)
    return module.celery_app, module.transcode_video_task
