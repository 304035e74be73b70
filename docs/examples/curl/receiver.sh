#!/usr/bin/env bash
# Receives webhooks: checks both signatures over the raw bytes, the time, and repetitions.
# bash, openssl 3, jq, socat.  DUKEN_WEBHOOK_SECRET=… ./receiver.sh
set -euo pipefail

secret=${DUKEN_WEBHOOK_SECRET:?is not set}
port=${PORT:-8080}
tolerance_seconds=300
largest_body=1048576
# In a shop this is a table with webhook-id as its key, written together with what handle writes.
seen=${TMPDIR:-/tmp}/duken-webhooks-$port

hex() { od -An -v -tx1 | tr -d ' \n'; }

# mac HEXKEY: HMAC-SHA256 of standard input, as bytes. (Whoever can list the processes of this
# computer can see the key for a moment. Take another language for a shop.)
mac() { openssl mac -digest SHA256 -macopt "hexkey:$1" -binary HMAC; }

# The key of Standard Webhooks: the bytes behind whsec_ when they are plain base64, else the text.
standard_key() {
  local rest=${secret#whsec_}
  if [ "$rest" != "$secret" ] && [ -n "$rest" ] &&
    [[ $rest =~ ^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$ ]]; then
    printf '%s' "$rest" | openssl base64 -d -A | hex
  else
    printf '%s' "$secret" | hex
  fi
}

# Bash compares byte by byte and stops early. So it compares the two under a key that nobody knows.
same() {
  local unknown
  unknown=$(openssl rand -hex 32)
  [ "$(printf '%s' "$1" | mac "$unknown" | hex)" = "$(printf '%s' "$2" | mac "$unknown" | hex)" ]
}

is_genuine() { # BODY-FILE
  local expected signature standard=no
  same "$signature_hex" "sha256=$(mac "$(printf '%s' "$secret" | hex)" <"$1" | hex)" || return 1
  expected=v1,$({ printf '%s.%s.' "$webhook_id" "$timestamp"; cat "$1"; } |
    mac "$(standard_key)" | openssl base64 -A)
  for signature in $signature_standard; do
    if same "$signature" "$expected"; then standard=yes; fi
  done
  [ "$standard" = yes ]
}

is_fresh() {
  [[ $timestamp =~ ^[1-9][0-9]{0,11}$ ]] || return 1
  local age=$(($(date +%s) - timestamp))
  [ "${age#-}" -le $tolerance_seconds ]
}

handle() { # BODY-FILE
  jq -r 'if .event == "invoice.status_changed"
         then .invoice | "invoice \(.id) of order \(.external_order_id) is \(.status), \(.amount)"
         else .event end' "$1" >&2
}

answer_for() { # BODY-FILE
  is_genuine "$1" || { echo 401; return; }
  is_fresh || { echo 400; return; }
  local mark
  mark=$seen/$(printf '%s' "$webhook_id" | openssl dgst -sha256 -r | cut -d' ' -f1)
  if ! mkdir "$mark" 2>/dev/null; then
    echo "dropped a repetition of $webhook_id" >&2
    echo 200
  elif handle "$1"; then
    echo 200
  else
    rmdir "$mark" # it will be sent again
    echo 500
  fi
}

# One request on standard input, its answer on standard output.
receive_one() {
  local method line name value length=0 body status
  webhook_id='' timestamp='' signature_hex='' signature_standard=''
  IFS=' ' read -r method _
  while IFS= read -r line && line=${line%$'\r'} && [ -n "$line" ]; do
    name=${line%%:*} value=${line#*:} value=${value# }
    case ${name,,} in
      content-length) length=$value ;;
      webhook-id) webhook_id=$value ;;
      webhook-timestamp) timestamp=$value ;;
      webhook-signature) signature_standard=$value ;;
      x-webhook-signature) signature_hex=$value ;;
    esac
  done
  if [ "$method" != POST ]; then
    status=405
  elif ! [[ $length =~ ^[0-9]{1,9}$ ]] || [ "$length" -gt $largest_body ]; then
    status=413
  else
    body=$(mktemp)
    head -c "$length" >"$body"
    status=$(answer_for "$body") || status=500
    rm -f "$body"
  fi
  printf 'HTTP/1.1 %s \r\nContent-Length: 0\r\nConnection: close\r\n\r\n' "$status"
}

set -f # a signature is no pattern for file names
mkdir -p "$seen"
if [ "${1-}" = one ]; then
  receive_one
else
  echo "waiting on http://127.0.0.1:$port/"
  exec socat "TCP-LISTEN:$port,bind=127.0.0.1,reuseaddr,fork" "EXEC:bash '${BASH_SOURCE[0]}' one"
fi
