<?php
// A QR invoice and one by phone: create, wait until they are paid, give a part back.
// PHP 8.0 or newer, no extensions.  DUKEN_KEY=kpa_test_… php sale.php
declare(strict_types=1);

$base = getenv('DUKEN_URL') ?: 'http://localhost:3000/api/v1';
$key = getenv('DUKEN_KEY') ?: '';
$training = str_starts_with($key, 'kpa_test_');
$phone = getenv('DUKEN_PHONE') ?: ($training ? '87001234567' : '');

final class Problem extends RuntimeException
{
    public string $problem;

    public function __construct(public int $status, array $body, string $requestId)
    {
        $error = $body['error'] ?? [];
        $this->problem = $error['code'] ?? '';
        $fields = empty($error['fields']) ? '' : ' ' . json_encode($error['fields'], JSON_UNESCAPED_UNICODE);
        parent::__construct(
            "$status $this->problem: " . ($error['message'] ?? '') . "$fields (request $requestId)"
        );
    }
}

// One call. It is repeated only where that cannot do anything twice: reading, a call with an
// Idempotency-Key, and a call that was refused because there were too many.
function call(string $method, string $path, ?array $body = null, ?string $idempotencyKey = null): array
{
    global $base, $key;
    $headers = ["X-API-Key: $key"];
    if ($body !== null) {
        $headers[] = 'Content-Type: application/json';
    }
    if ($idempotencyKey !== null) {
        $headers[] = "Idempotency-Key: $idempotencyKey";
    }
    $context = stream_context_create(['http' => [
        'method' => $method,
        'header' => $headers,
        'content' => $body === null ? '' : json_encode($body, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR),
        'timeout' => 30,
        'ignore_errors' => true,
        'follow_location' => 0,
    ]]);
    $repeatable = $method === 'GET' || $idempotencyKey !== null;
    for ($attempt = 1; ; $attempt++) {
        $pause = 2 ** $attempt;
        $stream = @fopen($base . $path, 'r', false, $context);
        $text = $stream === false ? false : stream_get_contents($stream);
        if ($text !== false) {
            $answer = stream_get_meta_data($stream)['wrapper_data'];
            $status = (int) explode(' ', $answer[0])[1];
            $json = json_decode($text, true);
            if ($status < 300 && is_array($json)) {
                return $json;
            }
            $problem = new Problem($status, is_array($json) ? $json : [], header_of($answer, 'X-Request-Id'));
            $again = $status === 429
                || ($repeatable && ($status >= 500 || $problem->problem === 'IDEMPOTENCY_IN_PROGRESS'));
            if (!$again || $attempt === 5) {
                throw $problem;
            }
            $pause = (int) header_of($answer, 'Retry-After') ?: $pause;
        } elseif (!$repeatable || $attempt === 5) {
            throw new RuntimeException("no answer from $base");
        }
        sleep($pause);
    }
}

function header_of(array $answer, string $name): string
{
    foreach ($answer as $line) {
        if (stripos($line, "$name:") === 0) {
            return trim(substr($line, strlen($name) + 1));
        }
    }
    return '';
}

function until_paid(array $ids): array
{
    while (true) {
        $invoices = call('POST', '/invoices/status/check', ['invoice_ids' => $ids])['invoices'];
        if (array_intersect(array_column($invoices, 'status'), ['pending', 'cancelling']) === []) {
            return $invoices;
        }
        sleep(3);
    }
}

function main(): void
{
    global $key, $training, $phone;
    if ($key === '') {
        throw new RuntimeException('DUKEN_KEY is not set');
    }
    if ($phone === '') {
        throw new RuntimeException('This is a live key: set DUKEN_PHONE to the number to be billed');
    }
    $order = 'php-' . bin2hex(random_bytes(16));

    $qr = call('POST', '/invoices/qr', [
        'amount' => '2500.50', // money is a string: floating point loses tiyn
        'description' => 'Кофе и круассан',
        'external_order_id' => $order,
        'external_order_id_idempotency' => "$order-qr",
    ], "$order-qr");
    echo "QR invoice {$qr['id']}: {$qr['amount']} {$qr['currency']}, show {$qr['qr_image_url']}\n";

    $bill = call('POST', '/invoices', [
        'amount' => 1500,
        'phone_number' => $phone,
        'external_order_id' => $order,
        'external_order_id_idempotency' => "$order-phone",
    ], "$order-phone");
    echo "Phone invoice {$bill['id']}: {$bill['amount']} {$bill['currency']}, until {$bill['expires_at']}\n";

    if ($training) {
        foreach ([$qr, $bill] as $invoice) {
            call('POST', "/invoices/{$invoice['id']}/simulate-status", ['status' => 'paid']);
        }
    }

    foreach (until_paid([$qr['id'], $bill['id']]) as $invoice) {
        echo "Invoice {$invoice['id']} is {$invoice['status']}\n";
        if ($invoice['status'] !== 'paid') {
            throw new RuntimeException('it was not paid');
        }
    }

    $made = call(
        'POST',
        "/invoices/{$qr['id']}/refund",
        ['amount' => '500.00', 'reason' => 'Круассан закончился'],
        "$order-refund"
    );
    ['refund' => $refund, 'invoice' => $invoice] = $made;
    echo "Refund {$refund['id']} of {$refund['amount']} is {$refund['status']}\n";
    echo "Invoice {$invoice['id']} is {$invoice['status']}, {$invoice['total_refunded']} given back\n";
}

try {
    main();
} catch (RuntimeException $e) {
    fwrite(STDERR, $e->getMessage() . "\n");
    exit(1);
}
