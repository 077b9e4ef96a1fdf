# SPDX-License-Identifier: GPL-3.0-or-later
"""A receiver of signed messages for a test: HTTPS on loopback, checks each signature with the secret as PROTOCOL.md
says, with nothing of this repository's. Says on stdout, a line of JSON each, on which port it listens and what came.
On stdin it is told "hold" (answer to nothing more), "release", and "status NUMBER"."""

import argparse
import hashlib
import hmac
import json
import ssl
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

options = argparse.ArgumentParser()
options.add_argument("--certificate", required=True)
options.add_argument("--key", required=True)
options.add_argument("--secret", required=True)
options.add_argument("--port", type=int, default=0)
options.add_argument("--host", default="127.0.0.1")
given = options.parse_args()

lock = threading.Lock()
open_ = threading.Event()
open_.set()
status = 204


def say(**fields):
    with lock:
        print(json.dumps(fields), flush=True)


class Receiver(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        say(event="get", path=self.path)
        self.send_response(204)
        self.end_headers()

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        stamp = self.headers["Tiepdon-Timestamp"]
        right = hmac.new(given.secret.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
        told = json.loads(body)
        say(event="post", path=self.path, id=self.headers["Tiepdon-Notice"], stamp=int(stamp), body=told,
            fits=hmac.compare_digest("v1=" + right, self.headers["Tiepdon-Signature"]),
            type=self.headers["Content-Type"])
        open_.wait()
        answer = b""
        self.send_response(status)
        if status in (301, 302, 307, 308):
            self.send_header("Location", "/elsewhere")
        if status == 200:  # more than anybody reads
            self.send_header("Content-Length", str(1 << 40))
            self.end_headers()
            try:
                while True:
                    self.wfile.write(b"x" * 65536)
            except OSError:
                say(event="cut")
            return
        if status != 204:
            self.send_header("Content-Length", "0")
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):  # whoever goes away in the middle
        pass


server = Server((given.host, given.port), Receiver)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(given.certificate, given.key)
server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
threading.Thread(target=server.serve_forever, daemon=True).start()
say(event="listening", port=server.server_address[1])
for line in sys.stdin:
    word, _, rest = line.strip().partition(" ")
    if word == "hold":
        open_.clear()
    elif word == "release":
        open_.set()
    elif word == "status":
        status = int(rest)
    say(event="told", word=word)
