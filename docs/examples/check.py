"""Tries the examples of every language that is installed.

Each receiver gets genuine, forged, old and repeated deliveries. With DUKEN_KEY (a training key) each
sale also runs against the engine at DUKEN_URL, and its webhooks must reach the receiver. With
DUKEN_NO_SKIP a missing tool is a failure.

    python3 check.py [language …]
"""

import base64
import hashlib
import hmac
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
import uuid

HERE = os.path.dirname(os.path.abspath(__file__))
BASE = os.environ.get("DUKEN_URL", "http://localhost:3000/api/v1")
KEY = os.environ.get("DUKEN_KEY", "")
JAVA = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
OWN_SECRET = "my-own-secret-of-any-text"
MADE_SECRET = "whsec_" + base64.b64encode(bytes(range(32))).decode("ascii")

LANGUAGES = {
    "curl": (["bash", "sale.sh"], ["bash", "receiver.sh"], ["bash", "curl", "jq", "openssl", "socat"]),
    "node": (["node", "sale.mjs"], ["node", "receiver.mjs"], ["node"]),
    "python": ([sys.executable, "sale.py"], [sys.executable, "receiver.py"], []),
    "php": (["php", "sale.php"], ["php", "-S", "127.0.0.1:{port}", "receiver.php"], ["php"]),
    "java": ([JAVA, "Sale.java"], [JAVA, "Receiver.java"], [JAVA]),
}


class Receiver:
    """A running receiver, and what it has printed."""

    def __init__(self, language, secret):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.secret = secret
        self.scratch = tempfile.mkdtemp()
        self.lines = []
        command = [part.format(port=self.port) for part in LANGUAGES[language][1]]
        environment = dict(
            os.environ,
            PORT=str(self.port),
            DUKEN_WEBHOOK_SECRET=secret,
            TMPDIR=self.scratch,
            LC_ALL="C.UTF-8",
        )
        self.process = subprocess.Popen(
            command,
            cwd=os.path.join(HERE, language),
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        wait(f"{language} receiver listens", self._listens)

    def _read(self):
        for line in self.process.stdout:
            self.lines.append(line.rstrip())

    def _listens(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def said(self, text):
        return any(re.search(text, line) for line in self.lines)

    def send(self, body, delivery=None, age=0, change=lambda headers: None):
        """The status that a delivery is answered with."""
        delivery = delivery or str(uuid.uuid4())
        timestamp = str(int(time.time()) - age)
        headers = {
            "Content-Type": "application/json",
            "X-Webhook-Signature": "sha256=" + self._mac(self.secret.encode("utf-8"), body).hex(),
            "webhook-id": delivery,
            "webhook-timestamp": timestamp,
            "webhook-signature": self._standard(f"{delivery}.{timestamp}.".encode("utf-8") + body),
        }
        change(headers)
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/", body, headers)
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status
        except urllib.error.HTTPError as refused:
            return refused.code

    def _standard(self, signed):
        key = bytes(range(32)) if self.secret == MADE_SECRET else self.secret.encode("utf-8")
        return "v1," + base64.b64encode(self._mac(key, signed)).decode("ascii")

    @staticmethod
    def _mac(key, data):
        return hmac.new(key, data, hashlib.sha256).digest()

    def stop(self):
        self.process.terminate()
        self.process.wait(10)
        self.reader.join(10)
        shutil.rmtree(self.scratch, ignore_errors=True)


def wait(what, holds):
    until = time.monotonic() + 30
    while not holds():
        if time.monotonic() > until:
            sys.exit(f"FAILED: {what}")
        time.sleep(0.1)


def expect(what, is_so):
    if not is_so:
        sys.exit(f"FAILED: {what}")


def try_receiver(receiver):
    body = (
        '{"event":"invoice.status_changed","invoice":{"id":7,"external_order_id":"order «7»",'
        '"amount":"15000.00","status":"paid"},"timestamp":"2026-05-14T14:35:01Z","source":null}'
    ).encode("utf-8")
    once = str(uuid.uuid4())
    expect("a genuine delivery is taken", receiver.send(body, once) == 200)
    wait("it is handled", lambda: receiver.said(r"invoice 7 of order order «7» is paid, 15000\.00"))
    expect("a repetition is answered well", receiver.send(body, once) == 200)
    wait("and dropped", lambda: receiver.said(f"dropped a repetition of {once}"))
    handled = sum("invoice 7 " in line for line in receiver.lines)
    expect("it is handled once", handled == 1)

    def set_to(name, value):
        return lambda headers: headers.__setitem__(name, value)

    def without(name):
        return lambda headers: headers.pop(name)

    def beside_another(headers):
        headers["webhook-signature"] = "v1," + "A" * 43 + "= " + headers["webhook-signature"]

    expect("one signature of two is enough", receiver.send(body, change=beside_another) == 200)
    forged = "sha256=" + "0" * 64
    refused = [
        ("a forged hex signature", set_to("X-Webhook-Signature", forged)),
        ("a forged standard signature", set_to("webhook-signature", "v1," + "A" * 43 + "=")),
        ("no hex signature", without("X-Webhook-Signature")),
        ("no standard signature", without("webhook-signature")),
        ("another id than the signed one", set_to("webhook-id", "another")),
        ("another time than the signed one", set_to("webhook-timestamp", str(int(time.time()) - 1))),
        ("no id", without("webhook-id")),
        ("no time", without("webhook-timestamp")),
    ]
    for what, change in refused:
        expect(f"{what} is refused", receiver.send(body, change=change) == 401)
    expect("an old delivery is refused", receiver.send(body, age=305) == 400)
    expect("one from the future is refused", receiver.send(body, age=-305) == 400)
    expect("one of four minutes is taken", receiver.send(body, age=240) == 200)
    broken = str(uuid.uuid4())
    expect("what cannot be handled is sent again", receiver.send(b"{", broken) == 500)
    expect("and is not taken for done", receiver.send(b"{", broken) == 500)


def call(path, body=None):
    headers = {"X-API-Key": KEY, "Content-Type": "application/json"}
    data = None if body is None else json.dumps(body).encode("utf-8")
    while True:
        request = urllib.request.Request(BASE + path, data, headers)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            if refused.code != 429:
                sys.exit(f"FAILED: {path} answered {refused.code} {refused.read().decode()}")
            time.sleep(int(refused.headers["Retry-After"]))


def try_sale(language, receiver):
    address = f"http://127.0.0.1:{receiver.port}/"
    call("/webhook/configure", {"url": address, "enabled": True, "secret": receiver.secret})
    expect("the test is delivered", call("/webhook/test", {})["delivered"])
    wait("the test arrives", lambda: receiver.said("webhook.test"))
    sale = subprocess.run(
        LANGUAGES[language][0],
        cwd=os.path.join(HERE, language),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=180,
    )
    expect(f"the sale ends well: {sale.stdout}{sale.stderr}", sale.returncode == 0)
    expect("it gives a part back", "is partially_refunded, 500.00 given back" in sale.stdout)
    order = f"order {language}-"
    for news in (r"is paid, 2500\.50", r"is paid, 1500\.00", r"is partially_refunded, 2500\.50"):
        wait(f"the receiver hears: {news}", lambda: receiver.said(f"{order}.* {news}"))


def main():
    if KEY and not KEY.startswith("kpa_test_"):
        sys.exit("DUKEN_KEY is no training key")
    for language in sys.argv[1:] or LANGUAGES:
        missing = [tool for tool in LANGUAGES[language][2] if shutil.which(tool) is None]
        if missing and os.environ.get("DUKEN_NO_SKIP"):
            sys.exit(f"FAILED: {language}: {', '.join(missing)} not installed")
        if missing:
            print(f"{language}: skipped, {', '.join(missing)} not installed")
            continue
        for secret in (MADE_SECRET, OWN_SECRET):
            receiver = Receiver(language, secret)
            try:
                try_receiver(receiver)
                if KEY and secret == MADE_SECRET:
                    try_sale(language, receiver)
            except SystemExit:
                print("\n".join(receiver.lines))
                raise
            finally:
                receiver.stop()
        print(f"{language}: fine" + ("" if KEY else ", receiver only: DUKEN_KEY is not set"))


if __name__ == "__main__":
    main()
