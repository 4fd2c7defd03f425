"""As much of Airflow as a DAG of one file needs to be built and looked at, without Airflow.

Prints what the file that is named makes of itself, as JSON: its DAG, its tasks with what each is
given and waits for, and what the tasks do for a few inputs.
"""

import json
import sys
import types
from datetime import datetime, timezone


class Task:
    def __init__(self, dag, function, kind, options):
        self.function, self.kind, self.options = function, kind, options
        self.name, self.mapped, self.waits_for = function.__name__, None, []
        dag.tasks.append(self)

    def __rshift__(self, other):
        other.waits_for.append(self.name)
        return other


class Template:
    """What a decorator makes of a function: called, or expanded, it is a task of the DAG."""

    def __init__(self, function, kind, options):
        self.function, self.kind, self.options = function, kind, options

    def __call__(self, *given, **named):
        task = Task(Dag.current, self.function, self.kind, self.options)
        values = [*given, *named.values()]
        task.waits_for += [value.name for value in values if isinstance(value, Task)]
        return task

    def expand(self, **named):
        task = self(**named)
        task.mapped = {name: value.name for name, value in named.items()}
        return task


class Dag:
    current = None

    def __init__(self, name, options):
        self.name, self.options, self.tasks = name, options, []


def decorator(kind):
    def decorate(function=None, **options):
        if function is not None:
            return Template(function, kind, options)
        return lambda function: Template(function, kind, options)

    return decorate


def dag(**options):
    def decorate(function):
        def build():
            Dag.current = Dag(function.__name__, options)
            function()

        return build

    return decorate


sdk = types.ModuleType("airflow.sdk")
sdk.dag, sdk.Param = dag, lambda default, **schema: default
sdk.task = decorator("python")
sdk.task.sensor, sdk.task.bash = decorator("sensor"), decorator("bash")
sys.modules["airflow"], sys.modules["airflow.sdk"] = types.ModuleType("airflow"), sdk

path, source = sys.argv[1:]
module = {"__name__": "dag"}
with open(path) as file:
    exec(compile(file.read(), path, "exec"), module)
module["SOURCE"] = source
built = Dag.current
functions = {task.name: task.function for task in built.tasks}
end = datetime(2026, 9, 10, 18, tzinfo=timezone.utc)
none = {"first": None, "last": None}


def is_published(hour):
    try:
        return functions["published"]([hour])
    except Exception as error:
        return str(error)


def texts(options):
    return {name: str(value) for name, value in options.items()}


print(json.dumps({
    "dag": built.name,
    "options": texts(built.options),
    "tasks": [
        {
            "name": task.name,
            "kind": task.kind,
            "mapped": task.mapped,
            "waitsFor": task.waits_for,
            "options": texts(task.options),
        }
        for task in built.tasks
    ],
    "hours": {
        "scheduled": functions["hours"](none, end),
        "one": functions["hours"]({**none, "first": "2026-09-01T05"}, end),
        "range": functions["hours"]({"first": "2026-09-09T22", "last": "2026-09-10T01"}, end),
    },
    "published": [is_published(f"2026-09-10T{hour}") for hour in ("18", "20", "21")],
    "line": functions["make"]("2026-09-10T18"),
}))
