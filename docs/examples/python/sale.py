"""A QR invoice and one by phone: create, wait until they are paid, give a part back.

Python 3.8 or newer, standard library only.  DUKEN_KEY=kpa_test_… python3 sale.py
"""

import json
import os
import sys
import time
import urllib.error
import urllib.request
import uuid
from decimal import Decimal

BASE = os.environ.get("DUKEN_URL", "http://localhost:3000/api/v1")
KEY = os.environ.get("DUKEN_KEY", "")
TRAINING = KEY.startswith("kpa_test_")
PHONE = os.environ.get("DUKEN_PHONE", "87001234567" if TRAINING else "")


class Problem(Exception):
    def __init__(self, status, body, request_id):
        error = body.get("error", {})
        self.status = status
        self.code = error.get("code")
        self.fields = error.get("fields")
        super().__init__(f"{status} {self.code}: {error.get('message')} (request {request_id})")


def call(method, path, body=None, idempotency_key=None):
    """One call. It is repeated only where that cannot do anything twice: reading, a call with an
    Idempotency-Key, and a call that was refused because there were too many."""
    headers = {"X-API-Key": KEY}
    data = None
    if body is not None:
        headers["Content-Type"] = "application/json"
        data = json.dumps(body).encode("utf-8")
    if idempotency_key:
        headers["Idempotency-Key"] = idempotency_key
    repeatable = method == "GET" or idempotency_key is not None
    attempt = 0
    while True:
        attempt += 1
        pause = 2**attempt
        request = urllib.request.Request(BASE + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                # Decimal, because floating point loses tiyn
                return json.loads(answer.read(), parse_float=Decimal)
        except urllib.error.HTTPError as refused:
            problem = problem_of(refused)
            again = refused.code == 429 or (
                repeatable and (refused.code >= 500 or problem.code == "IDEMPOTENCY_IN_PROGRESS")
            )
            if not again or attempt == 5:
                raise problem from None
            pause = int(refused.headers.get("Retry-After") or pause)
        except OSError:
            if not repeatable or attempt == 5:
                raise
        time.sleep(pause)


def problem_of(refused):
    try:
        body = json.loads(refused.read())
    except ValueError:
        body = {}
    return Problem(refused.code, body, refused.headers.get("X-Request-Id"))


def until_paid(ids):
    while True:
        invoices = call("POST", "/invoices/status/check", {"invoice_ids": ids})["invoices"]
        if not any(invoice["status"] in ("pending", "cancelling") for invoice in invoices):
            return invoices
        time.sleep(3)


def main():
    if not KEY:
        sys.exit("DUKEN_KEY is not set")
    if not PHONE:
        sys.exit("This is a live key: set DUKEN_PHONE to the number to be billed")
    order = f"python-{uuid.uuid4()}"

    qr = call(
        "POST",
        "/invoices/qr",
        {
            "amount": "2500.50",
            "description": "Кофе и круассан",
            "external_order_id": order,
            "external_order_id_idempotency": f"{order}-qr",
        },
        f"{order}-qr",
    )
    print(f"QR invoice {qr['id']}: {qr['amount']} {qr['currency']}, show {qr['qr_image_url']}")

    bill = call(
        "POST",
        "/invoices",
        {
            "amount": 1500,
            "phone_number": PHONE,
            "external_order_id": order,
            "external_order_id_idempotency": f"{order}-phone",
        },
        f"{order}-phone",
    )
    print(f"Phone invoice {bill['id']}: {bill['amount']} {bill['currency']}, until {bill['expires_at']}")

    if TRAINING:
        for invoice in (qr, bill):
            call("POST", f"/invoices/{invoice['id']}/simulate-status", {"status": "paid"})

    for invoice in until_paid([qr["id"], bill["id"]]):
        print(f"Invoice {invoice['id']} is {invoice['status']}")
        if invoice["status"] != "paid":
            sys.exit("it was not paid")

    made = call(
        "POST",
        f"/invoices/{qr['id']}/refund",
        {"amount": "500.00", "reason": "Круассан закончился"},
        f"{order}-refund",
    )
    refund, invoice = made["refund"], made["invoice"]
    print(f"Refund {refund['id']} of {refund['amount']} is {refund['status']}")
    print(f"Invoice {invoice['id']} is {invoice['status']}, {invoice['total_refunded']} given back")


if __name__ == "__main__":
    try:
        main()
    except Problem as problem:
        sys.exit(f"{problem} {problem.fields or ''}")
