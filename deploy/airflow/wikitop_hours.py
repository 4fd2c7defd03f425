"""The top pages of Wikimedia, hour by hour, for Airflow 3.

Each run makes the hour that ended before it. To backfill, trigger it with the first and last hour:
{"first": "2026-09-01T00", "last": "2026-09-30T23"}. What is in the store already is skipped, so a run
may be repeated at any time.
"""

from datetime import datetime, timedelta, timezone
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from airflow.sdk import Param, dag, task

SOURCE = "https://dumps.wikimedia.org/other/pageviews"
HOUR = "%Y-%m-%dT%H"


@dag(
    schedule="@hourly",
    start_date=datetime(2026, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    # Runs wait for their hours one beside the other; who works is bounded below.
    max_active_runs=6,
    params={
        "first": Param(None, type=["null", "string"], description="first hour, 2026-09-01T00"),
        "last": Param(None, type=["null", "string"], description="last hour, included"),
    },
    tags=["wikimedia"],
)
def wikitop_hours():
    @task
    def hours(params=None, data_interval_end=None) -> list[str]:
        """The hours to make, by their ends, as wikitop names them."""
        ended = data_interval_end.replace(minute=0, second=0, microsecond=0)
        first = params["first"] or ended.strftime(HOUR)
        last = params["last"] or params["first"] or first
        hour, end = (datetime.strptime(written, HOUR) for written in (first, last))
        found = []
        while hour <= end:
            found.append(hour.strftime(HOUR))
            hour += timedelta(hours=1)
        return found

    # It gives its slot back between two looks; a dump comes about two hours after its hour has ended.
    @task.sensor(poke_interval=300, timeout=24 * 3600, mode="reschedule")
    def published(hours: list[str]) -> bool:
        """Whether the newest of the hours is there: they are published in order."""
        hour = datetime.strptime(hours[-1], HOUR)
        url = f"{SOURCE}/{hour:%Y/%Y-%m}/pageviews-{hour:%Y%m%d-%H}0000.gz"
        try:
            with urlopen(Request(url, method="HEAD"), timeout=30):
                return True
        except HTTPError as error:
            if error.code == 404:
                return False
            raise

    # Wikimedia allows three connections, which wikitop keeps to itself where workers share the store;
    # three tasks at a time keep to it where they do not.
    @task.bash(
        retries=3,
        retry_delay=timedelta(minutes=10),
        retry_exponential_backoff=True,
        max_active_tis_per_dag=3,
        skip_on_exit_code=3,  # The hour has no dump, which no retry changes.
        cwd="/srv/wikitop",
    )
    def make(hour: str) -> str:
        return f"wikitop run {hour} --quiet"

    to_make = hours()
    published(to_make) >> make.expand(hour=to_make)


wikitop_hours()
