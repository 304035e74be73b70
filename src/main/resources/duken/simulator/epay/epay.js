'use strict';

const byId = id => document.getElementById(id);

async function call(method, path, body) {
  try {
    const answer = await fetch('/control/' + path, {
      method,
      headers: body ? {'Content-Type': 'application/json'} : {},
      body: body ? JSON.stringify(body) : undefined
    });
    const said = await answer.json();
    byId('problem').hidden = !said.error;
    byId('problem').textContent = said.error || '';
    return said;
  } catch (e) {
    byId('problem').hidden = false;
    byId('problem').textContent = 'The simulator does not answer.';
    return null;
  }
}

function cell(row, text) {
  const td = document.createElement('td');
  td.textContent = text;
  row.append(td);
  return td;
}

function button(where, text, act) {
  const one = document.createElement('button');
  one.textContent = text;
  one.addEventListener('click', act);
  where.append(one);
}

async function move(payment, word, calls) {
  await call('POST', `payments/${payment.billNumber}/status`, {word});
  if (calls) {
    await tell(payment);
  }
  show();
}

async function tell(payment) {
  const said = await call('POST', `payments/${payment.billNumber}/callback`, {});
  if (said && said.status !== undefined) {
    byId('said').textContent = `The shop answered the callback: ${said.status} ${said.body}`;
  }
}

function row(payment) {
  const tr = document.createElement('tr');
  cell(tr, payment.billNumber);
  cell(tr, payment.invoiceID);
  cell(tr, payment.amount);
  cell(tr, payment.status);
  cell(tr, payment.refunded);
  const acts = cell(tr, '');
  button(acts, 'Scan', () => move(payment, 'SCANNED'));
  button(acts, 'Hold', () => move(payment, 'BLOCKED'));
  button(acts, 'Pay and call', () => move(payment, 'PAID', true));
  button(acts, 'Pay silently', () => move(payment, 'PAID'));
  button(acts, 'Reject and call', () => move(payment, 'REJECTED', true));
  button(acts, 'Close', () => move(payment, 'CLOSED'));
  button(acts, 'Return', () => move(payment, 'RETURN'));
  button(acts, 'Call again', () => tell(payment));
  return tr;
}

async function show() {
  const state = await call('GET', 'state');
  if (!state || state.error) {
    return;
  }
  const body = byId('payments').tBodies[0];
  body.replaceChildren(...state.payments.map(row));
  byId('payments').hidden = state.payments.length === 0;
  byId('none').hidden = state.payments.length > 0;
  byId('callback').value = state.callback;
  byId('numeric_only').checked = state.numeric_only;
  byId('card_terminal').checked = state.card_terminal;
  byId('breaches').replaceChildren(...state.breaches.map(text => {
    const li = document.createElement('li');
    li.textContent = text;
    return li;
  }));
}

byId('callback').addEventListener('change', e => call('POST', 'behaviour', {callback: e.target.value}));
for (const name of ['numeric_only', 'card_terminal']) {
  byId(name).addEventListener('change', e => call('POST', 'behaviour', {[name]: String(e.target.checked)}));
}
byId('lose').addEventListener('click', () => call('POST', 'faults', {path: '/payment/qr/generate', afterEffect: true, status: 0}));
byId('loseRefund').addEventListener('click', () => call('POST', 'faults', {path: '/operation/', afterEffect: true, status: 0}));
byId('end').addEventListener('click', () => call('POST', 'end'));
byId('advance').addEventListener('click', () => call('POST', 'advance', {seconds: 1200}).then(show));
show();
setInterval(show, 1000);
