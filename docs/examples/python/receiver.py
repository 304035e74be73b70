"""Receives webhooks: checks both signatures over the raw bytes, the time, and repetitions.

Python 3.8 or newer, standard library only.  DUKEN_WEBHOOK_SECRET=… python3 receiver.py
"""

import base64
import binascii
import hashlib
import hmac
import json
import os
import sys
import threading
import time
import traceback
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SECRET = os.environ.get("DUKEN_WEBHOOK_SECRET", "")
PORT = int(os.environ.get("PORT", "8080"))
TOLERANCE_SECONDS = 300
LARGEST_BODY = 1024 * 1024


def standard_key(secret):
    """The key of Standard Webhooks: the bytes behind whsec_ when they are plain base64, else the
    text."""
    rest = secret[len("whsec_"):] if secret.startswith("whsec_") else ""
    if rest and len(rest) % 4 == 0:
        try:
            return base64.b64decode(rest.encode("utf-8"), validate=True)
        except binascii.Error:
            pass
    return secret.encode("utf-8")


def is_genuine(headers, body):
    digest = hmac.new(SECRET.encode("utf-8"), body, hashlib.sha256).hexdigest()
    signed = f"{headers.get('webhook-id', '')}.{headers.get('webhook-timestamp', '')}."
    standard = hmac.new(standard_key(SECRET), signed.encode("utf-8") + body, hashlib.sha256).digest()
    expected = "v1," + base64.b64encode(standard).decode("ascii")
    return same(headers.get("X-Webhook-Signature", ""), "sha256=" + digest) and any(
        [same(given, expected) for given in headers.get("webhook-signature", "").split(" ")]
    )


def same(one, other):
    return hmac.compare_digest(one.encode("utf-8"), other.encode("utf-8"))


def is_fresh(timestamp):
    return (
        timestamp is not None
        and timestamp.isascii()
        and timestamp.isdigit()
        and abs(time.time() - int(timestamp)) <= TOLERANCE_SECONDS
    )


# In a shop this is a table with webhook-id as its key, written together with what handle() writes.
seen = set()
seen_lock = threading.Lock()


def handle(event):
    if event["event"] == "invoice.status_changed":
        invoice = event["invoice"]
        order, status, amount = invoice["external_order_id"], invoice["status"], invoice["amount"]
        print(f"invoice {invoice['id']} of order {order} is {status}, {amount}", flush=True)
    else:
        print(event["event"], flush=True)


def answer_for(headers, body):
    if not is_genuine(headers, body):
        return 401
    if not is_fresh(headers.get("webhook-timestamp")):
        return 400
    delivery = headers["webhook-id"]
    with seen_lock:
        if delivery in seen:
            print(f"dropped a repetition of {delivery}", flush=True)
            return 200
        seen.add(delivery)
    try:
        handle(json.loads(body))
        return 200
    except Exception:
        with seen_lock:
            seen.discard(delivery)  # it will be sent again
        traceback.print_exc()
        return 500


class Receiver(BaseHTTPRequestHandler):
    timeout = 10

    def do_POST(self):
        length = self.headers.get("Content-Length", "")
        if not length.isdigit():
            status = 411
        elif int(length) > LARGEST_BODY:
            status = 413
        else:
            status = answer_for(self.headers, self.rfile.read(int(length)))
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args):
        pass


if __name__ == "__main__":
    if not SECRET:
        sys.exit("DUKEN_WEBHOOK_SECRET is not set")
    server = ThreadingHTTPServer(("127.0.0.1", PORT), Receiver)
    print(f"waiting on http://127.0.0.1:{PORT}/", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
