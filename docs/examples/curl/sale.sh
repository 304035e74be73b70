#!/usr/bin/env bash
# A QR invoice and one by phone: create, wait until they are paid, give a part back.
# bash, curl 7.76 or newer, jq.  DUKEN_KEY=kpa_test_… ./sale.sh
set -euo pipefail

url=${DUKEN_URL:-http://localhost:3000/api/v1}
key=${DUKEN_KEY:?is not set}
case $key in
  kpa_test_*) training=yes phone=${DUKEN_PHONE:-87001234567} ;;
  *) training=no phone=${DUKEN_PHONE:?this is a live key, set the number to be billed} ;;
esac

# call METHOD PATH [BODY [IDEMPOTENCY-KEY]]: curl repeats 429 and 5xx by itself and heeds
# Retry-After; that is safe here because every call that makes something has an Idempotency-Key.
# The key goes in on standard input, so that it does not show in the list of processes.
call() {
  local method=$1 path=$2 body=${3-} once=${4-}
  local more=()
  if [ -n "$body" ]; then more+=(-H 'Content-Type: application/json' --data-binary "$body"); fi
  if [ -n "$once" ]; then more+=(-H "Idempotency-Key: $once"); fi
  curl -sS --fail-with-body --max-time 30 --retry 4 -X "$method" -H @- "${more[@]}" "$url$path" \
    <<<"X-API-Key: $key" || { echo >&2; return 1; }
}

order=curl-$(date +%s)-$RANDOM$RANDOM

qr=$(call POST /invoices/qr "$(jq -n --arg order "$order" '{
  amount: "2500.50", description: "Кофе и круассан", external_order_id: $order,
  external_order_id_idempotency: ($order + "-qr")}')" "$order-qr")
jq -r '"QR invoice \(.id): \(.amount) \(.currency), show \(.qr_image_url)"' <<<"$qr"
qr_id=$(jq .id <<<"$qr")

bill=$(call POST /invoices "$(jq -n --arg order "$order" --arg phone "$phone" '{
  amount: 1500, phone_number: $phone, external_order_id: $order,
  external_order_id_idempotency: ($order + "-phone")}')" "$order-phone")
jq -r '"Phone invoice \(.id): \(.amount) \(.currency), until \(.expires_at)"' <<<"$bill"
bill_id=$(jq .id <<<"$bill")

if [ "$training" = yes ]; then
  for id in "$qr_id" "$bill_id"; do
    call POST "/invoices/$id/simulate-status" '{"status": "paid"}' >/dev/null
  done
fi

while
  checked=$(call POST /invoices/status/check "{\"invoice_ids\": [$qr_id, $bill_id]}")
  jq -e 'any(.invoices[]; .status == "pending" or .status == "cancelling")' <<<"$checked" >/dev/null
do
  sleep 3
done
jq -r '.invoices[] | "Invoice \(.id) is \(.status)"' <<<"$checked"
jq -e 'all(.invoices[]; .status == "paid")' <<<"$checked" >/dev/null

call POST "/invoices/$qr_id/refund" \
  '{"amount": "500.00", "reason": "Круассан закончился"}' "$order-refund" |
  jq -r '"Refund \(.refund.id) of \(.refund.amount) is \(.refund.status)",
         "Invoice \(.invoice.id) is \(.invoice.status), \(.invoice.total_refunded) given back"'
