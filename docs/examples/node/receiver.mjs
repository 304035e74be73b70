// Receives webhooks: checks both signatures over the raw bytes, the time, and repetitions.
// Node 18 or newer, no dependencies.  DUKEN_WEBHOOK_SECRET=… node receiver.mjs
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const secret = process.env.DUKEN_WEBHOOK_SECRET;
const port = Number(process.env.PORT ?? 8080);
const TOLERANCE_SECONDS = 300;
const LARGEST_BODY = 1024 * 1024;

if (!secret) {
  console.error('DUKEN_WEBHOOK_SECRET is not set');
  process.exit(1);
}

// The key of Standard Webhooks: the bytes behind whsec_ when they are plain base64, else the text.
function standardKey(text) {
  const rest = text.startsWith('whsec_') ? text.slice('whsec_'.length) : '';
  const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
  return rest !== '' && base64.test(rest) ? Buffer.from(rest, 'base64') : Buffer.from(text, 'utf8');
}

function same(one, other) {
  const a = Buffer.from(one, 'utf8');
  const b = Buffer.from(other, 'utf8');
  return a.length === b.length && timingSafeEqual(a, b);
}

function isGenuine(headers, body) {
  const hex = createHmac('sha256', Buffer.from(secret, 'utf8')).update(body).digest('hex');
  const id = headers['webhook-id'] ?? '';
  const timestamp = headers['webhook-timestamp'] ?? '';
  const base64 = createHmac('sha256', standardKey(secret))
    .update(`${id}.${timestamp}.`).update(body).digest('base64');
  const standard = (headers['webhook-signature'] ?? '').split(' ')
    .filter((signature) => same(signature, `v1,${base64}`)).length > 0;
  return same(headers['x-webhook-signature'] ?? '', `sha256=${hex}`) && standard;
}

function isFresh(timestamp) {
  const now = Date.now() / 1000;
  return /^\d{1,12}$/.test(timestamp ?? '') && Math.abs(now - Number(timestamp)) <= TOLERANCE_SECONDS;
}

// In a shop this is a table with webhook-id as its key, written together with what handle() writes.
const seen = new Set();

function handle(event) {
  if (event.event === 'invoice.status_changed') {
    const { id, external_order_id: order, status, amount } = event.invoice;
    console.log(`invoice ${id} of order ${order} is ${status}, ${amount}`);
  } else {
    console.log(event.event);
  }
}

function answerFor(headers, body) {
  if (!isGenuine(headers, body)) return 401;
  if (!isFresh(headers['webhook-timestamp'])) return 400;
  const id = headers['webhook-id'];
  if (seen.has(id)) {
    console.log(`dropped a repetition of ${id}`);
    return 200;
  }
  seen.add(id);
  try {
    handle(JSON.parse(body.toString('utf8')));
    return 200;
  } catch (error) {
    seen.delete(id); // it will be sent again
    console.error(error);
    return 500;
  }
}

createServer((request, response) => {
  const parts = [];
  let size = 0;
  request.on('data', (part) => {
    size += part.length;
    if (size <= LARGEST_BODY) parts.push(part);
  });
  request.on('end', () => {
    let status = 405;
    if (request.method === 'POST') {
      status = size > LARGEST_BODY ? 413 : answerFor(request.headers, Buffer.concat(parts));
    }
    response.writeHead(status).end();
  });
}).listen(port, '127.0.0.1', () => console.log(`waiting on http://127.0.0.1:${port}/`));
