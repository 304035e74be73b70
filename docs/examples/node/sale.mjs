// A QR invoice and one by phone: create, wait until they are paid, give a part back.
// Node 18 or newer, no dependencies.  DUKEN_KEY=kpa_test_… node sale.mjs
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const base = process.env.DUKEN_URL ?? 'http://localhost:3000/api/v1';
const key = process.env.DUKEN_KEY;
const training = key?.startsWith('kpa_test_');
const phone = process.env.DUKEN_PHONE ?? (training ? '87001234567' : undefined);

class Problem extends Error {
  constructor(status, body, requestId) {
    super(`${status} ${body?.error?.code}: ${body?.error?.message} (request ${requestId})`);
    this.status = status;
    this.code = body?.error?.code;
    this.fields = body?.error?.fields;
  }
}

// One call. It is repeated only where that cannot do anything twice: reading, a call with an
// Idempotency-Key, and a call that was refused because there were too many.
async function call(method, path, body, idempotencyKey) {
  const headers = { 'X-API-Key': key };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (idempotencyKey) headers['Idempotency-Key'] = idempotencyKey;
  const repeatable = method === 'GET' || idempotencyKey !== undefined;
  for (let attempt = 1; ; attempt++) {
    let pause = 2 ** attempt;
    try {
      const answer = await fetch(base + path, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(30_000),
      });
      const json = await answer.json().catch(() => undefined);
      if (answer.ok) return json;
      const problem = new Problem(answer.status, json, answer.headers.get('X-Request-Id'));
      const again = answer.status === 429
        || (repeatable && (answer.status >= 500 || problem.code === 'IDEMPOTENCY_IN_PROGRESS'));
      if (!again || attempt === 5) throw problem;
      pause = Number(answer.headers.get('Retry-After')) || pause;
    } catch (error) {
      if (error instanceof Problem || !repeatable || attempt === 5) throw error;
    }
    await sleep(pause * 1000);
  }
}

async function untilPaid(ids) {
  for (;;) {
    const { invoices } = await call('POST', '/invoices/status/check', { invoice_ids: ids });
    const open = invoices.filter((i) => i.status === 'pending' || i.status === 'cancelling');
    if (open.length === 0) return invoices;
    await sleep(3000);
  }
}

async function main() {
  if (!key) throw new Error('DUKEN_KEY is not set');
  if (!phone) throw new Error('This is a live key: set DUKEN_PHONE to the number to be billed');
  const order = `node-${randomUUID()}`;

  const qr = await call('POST', '/invoices/qr', {
    amount: '2500.50', // money is a string: floating point loses tiyn
    description: 'Кофе и круассан',
    external_order_id: order,
    external_order_id_idempotency: `${order}-qr`,
  }, `${order}-qr`);
  console.log(`QR invoice ${qr.id}: ${qr.amount} ${qr.currency}, show ${qr.qr_image_url}`);

  const bill = await call('POST', '/invoices', {
    amount: 1500,
    phone_number: phone,
    external_order_id: order,
    external_order_id_idempotency: `${order}-phone`,
  }, `${order}-phone`);
  console.log(`Phone invoice ${bill.id}: ${bill.amount} ${bill.currency}, until ${bill.expires_at}`);

  if (training) {
    for (const { id } of [qr, bill]) {
      await call('POST', `/invoices/${id}/simulate-status`, { status: 'paid' });
    }
  }

  for (const invoice of await untilPaid([qr.id, bill.id])) {
    console.log(`Invoice ${invoice.id} is ${invoice.status}`);
    if (invoice.status !== 'paid') throw new Error('it was not paid');
  }

  const { refund, invoice } = await call('POST', `/invoices/${qr.id}/refund`,
    { amount: '500.00', reason: 'Круассан закончился' }, `${order}-refund`);
  console.log(`Refund ${refund.id} of ${refund.amount} is ${refund.status}`);
  console.log(`Invoice ${invoice.id} is ${invoice.status}, ${invoice.total_refunded} given back`);
}

main().catch((error) => {
  console.error(error.message, error.fields ?? '');
  process.exitCode = 1;
});
