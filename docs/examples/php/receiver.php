<?php
// Receives webhooks: checks both signatures over the raw bytes, the time, and repetitions.
// PHP 8.0 or newer, no extensions.  DUKEN_WEBHOOK_SECRET=… php -S 127.0.0.1:8080 receiver.php
declare(strict_types=1);

const TOLERANCE_SECONDS = 300;
const LARGEST_BODY = 1024 * 1024;
const KEPT = 10000;

// The key of Standard Webhooks: the bytes behind whsec_ when they are plain base64, else the text.
function standard_key(string $secret): string
{
    $rest = str_starts_with($secret, 'whsec_') ? substr($secret, 6) : '';
    $base64 = '~^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$~D';
    return $rest !== '' && preg_match($base64, $rest) === 1 ? base64_decode($rest, true) : $secret;
}

function is_genuine(string $secret, string $body): bool
{
    $id = $_SERVER['HTTP_WEBHOOK_ID'] ?? '';
    $timestamp = $_SERVER['HTTP_WEBHOOK_TIMESTAMP'] ?? '';
    $hex = 'sha256=' . hash_hmac('sha256', $body, $secret);
    $mac = hash_hmac('sha256', "$id.$timestamp.$body", standard_key($secret), true);
    $expected = 'v1,' . base64_encode($mac);
    $standard = false;
    foreach (explode(' ', $_SERVER['HTTP_WEBHOOK_SIGNATURE'] ?? '') as $signature) {
        $standard = hash_equals($expected, $signature) || $standard;
    }
    return hash_equals($hex, $_SERVER['HTTP_X_WEBHOOK_SIGNATURE'] ?? '') && $standard;
}

function is_fresh(string $timestamp): bool
{
    return preg_match('~^\d{1,12}$~D', $timestamp) === 1
        && abs(time() - (int) $timestamp) <= TOLERANCE_SECONDS;
}

function say(string $line): void
{
    file_put_contents('php://stdout', $line . "\n");
}

function handle(array $event): void
{
    if ($event['event'] === 'invoice.status_changed') {
        ['id' => $id, 'external_order_id' => $order, 'status' => $status, 'amount' => $amount] = $event['invoice'];
        say("invoice $id of order $order is $status, $amount");
    } else {
        say($event['event']);
    }
}

// In a shop this is a table with webhook-id as its key, written together with what handle() writes.
// Here it is a file: PHP forgets everything between two requests.
function handle_once(string $id, string $body): int
{
    $file = fopen(sys_get_temp_dir() . '/duken-webhooks-' . $_SERVER['SERVER_PORT'] . '.txt', 'c+');
    flock($file, LOCK_EX);
    $seen = explode("\n", stream_get_contents($file));
    if (in_array($id, $seen, true)) {
        say("dropped a repetition of $id");
        return 200;
    }
    handle(json_decode($body, true, 64, JSON_THROW_ON_ERROR));
    $seen = array_slice([...$seen, $id], -KEPT);
    ftruncate($file, 0);
    rewind($file);
    fwrite($file, implode("\n", $seen));
    fclose($file);
    return 200;
}

function answer(): int
{
    $secret = getenv('DUKEN_WEBHOOK_SECRET') ?: '';
    if ($secret === '') {
        say('DUKEN_WEBHOOK_SECRET is not set');
        return 500;
    }
    if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
        return 405;
    }
    if ((int) ($_SERVER['CONTENT_LENGTH'] ?? 0) > LARGEST_BODY) {
        return 413;
    }
    $body = file_get_contents('php://input');
    if (!is_genuine($secret, $body)) {
        return 401;
    }
    if (!is_fresh($_SERVER['HTTP_WEBHOOK_TIMESTAMP'] ?? '')) {
        return 400;
    }
    try {
        return handle_once($_SERVER['HTTP_WEBHOOK_ID'], $body);
    } catch (Throwable $e) {
        error_log((string) $e);
        return 500; // it will be sent again
    }
}

http_response_code(answer());
