"""What a module finds: the names that CommCare HQ's payload generators import, and JSON for what they return."""
import json
import sys
import time
import types


class Doc(dict):
    """A form or a case: a dictionary, with attributes as HQ's documents have."""

    def to_json(self):
        return self

    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


class Record:
    """What is to be sent of a document."""

    def __init__(self, payload_id, domain):
        self.payload_id = payload_id
        self.domain = domain


class BasePayloadGenerator:
    content_type = "application/json"

    def __init__(self, repeater=None):
        self.repeater = repeater

    def get_headers(self):
        return {}


def _refuse(*_):
    raise PermissionError("there is no waiting here")


time.sleep = _refuse
_path = ""
for _part in ("corehq", "motech", "repeaters", "repeater_generators"):
    _path = _path + "." + _part if _path else _part
    sys.modules[_path] = types.ModuleType(_path)
sys.modules[_path].BasePayloadGenerator = BasePayloadGenerator


def find(module):
    """Whoever makes payloads: a function get_payload, or a class that has one."""
    if callable(module.get("get_payload")):
        made = types.SimpleNamespace(get_payload=module["get_payload"])
        if callable(module.get("get_headers")):
            made.get_headers = module["get_headers"]
        if "content_type" in module:
            made.content_type = module["content_type"]
        return made
    for value in list(module.values()):
        if isinstance(value, type) and value is not BasePayloadGenerator and callable(getattr(value, "get_payload", None)):
            return value() if value.__init__ is object.__init__ else value(None)
    return None


def payload(generator, payload_id, domain, document):
    """A payload, its content type and its headers, in JSON; null for nothing to send; or what went wrong, and in which line."""
    try:
        made = generator.get_payload(Record(payload_id, domain), json.loads(document, object_hook=Doc))
        if made is None:
            return "null"
        if isinstance(made, bytes):
            made = made.decode("utf-8")
        headers = generator.get_headers() if hasattr(generator, "get_headers") else {}
        return json.dumps({
            "body": made if isinstance(made, str) else json.dumps(made, ensure_ascii=False),
            "content_type": str(getattr(generator, "content_type", "application/json")),
            "headers": {str(name): str(value) for name, value in headers.items()},
        })
    except Exception as error:
        line = 0
        trace = error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == "module.py":
                line = trace.tb_lineno
            trace = trace.tb_next
        return json.dumps({"error": type(error).__name__ + ": " + str(error), "line": line})
