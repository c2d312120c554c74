"""A small model hub in a thread: answers as the Hugging Face hub does, over real connections."""

from __future__ import annotations

import hashlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit


class Hub:
    """Serves ``files`` as the model ``name``. What is written into its fields makes it misbehave."""

    NAME = "someone/tiny-clip"

    def __init__(self, files: dict[str, bytes], name: str = NAME) -> None:
        self.name = name
        self.files = files
        self.large = {name for name, data in files.items() if len(data) > 10_000}
        self.breaks_after: list[int] = []
        self.ranges = True
        self.status = 0
        self.false_sum = ""
        self.asked: list[tuple[str, str | None]] = []
        hub = self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                hub.answer(self)

            def log_message(self, *_: Any) -> None:
                """Quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.server.daemon_threads = False
        self.base = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def answer(self, to: BaseHTTPRequestHandler) -> None:
        path = unquote(urlsplit(to.path).path)
        self.asked.append((path, to.headers["Range"]))
        if self.status:
            to.send_error(self.status)
        elif path == f"/api/models/{self.name}/tree/main":
            self.send(to, json.dumps(self.rows()).encode(), 200)
        elif path.startswith(f"/{self.name}/resolve/main/"):
            # As the hub does: large files lie elsewhere.
            to.send_response(302)
            to.send_header("Location", f"{self.base}/elsewhere/{path.rsplit('/', 1)[1]}")
            to.send_header("Content-Length", "0")
            to.end_headers()
        elif path.startswith("/elsewhere/"):
            self.hand_out(to, self.files[path.removeprefix("/elsewhere/")])
        else:
            to.send_error(404)

    def hand_out(self, to: BaseHTTPRequestHandler, data: bytes) -> None:
        begin = 0
        if self.ranges and to.headers["Range"]:
            begin = int(to.headers["Range"].removeprefix("bytes=").rstrip("-"))
        self.send(to, data[begin:], 206 if begin else 200)

    def send(self, to: BaseHTTPRequestHandler, data: bytes, status: int) -> None:
        to.send_response(status)
        to.send_header("Content-Length", str(len(data)))
        to.end_headers()
        breaks = status != 404 and self.breaks_after and len(data) > self.breaks_after[0]
        to.wfile.write(data[: self.breaks_after.pop(0)] if breaks else data)

    def rows(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = [{"type": "directory", "oid": "0", "size": 0, "path": "onnx"}]
        for name, data in self.files.items():
            git = hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()
            row: dict[str, Any] = {"type": "file", "oid": git, "size": len(data), "path": name}
            if name in self.large:
                sha = hashlib.sha256(data).hexdigest()
                row["lfs"] = {"oid": self.false_sum or sha, "size": len(data), "pointerSize": 130}
            rows.append(row)
        return rows
