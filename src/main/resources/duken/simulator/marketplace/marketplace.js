'use strict';

const byId = id => document.getElementById(id);

async function call(method, path, body) {
  try {
    const answer = await fetch('/control/' + path, {method, body: body ? JSON.stringify(body) : undefined});
    const said = await answer.json();
    byId('problem').hidden = !said.error;
    byId('problem').textContent = said.error || '';
    if (!said.error) {
      show(said);
    }
  } catch (e) {
    byId('problem').hidden = false;
    byId('problem').textContent = 'The simulator does not answer.';
  }
}

function row(order) {
  const tr = document.createElement('tr');
  for (const text of [order.code, order.state, order.status, order.total, order.securityCode]) {
    const td = document.createElement('td');
    td.textContent = text;
    tr.append(td);
  }
  const acts = document.createElement('td');
  for (const [words, state, status] of [
    ['Buyer cancels', '', 'CANCELLING'], ['Cancelled', 'ARCHIVE', 'CANCELLED'],
    ['Completed', 'ARCHIVE', 'COMPLETED'], ['Buyer returns', '', 'KASPI_DELIVERY_RETURN_REQUESTED'],
    ['Returned', 'ARCHIVE', 'RETURNED']]) {
    const one = document.createElement('button');
    one.textContent = words;
    one.addEventListener('click', () => call('POST', 'orders/' + order.code, {state, status}));
    acts.append(one);
  }
  tr.append(acts);
  return tr;
}

function show(state) {
  byId('token').textContent = state.token;
  byId('several').textContent = state.tokenOfSeveralShops;
  byId('uid').textContent = state.uid;
  byId('orders').replaceChildren(...state.orders.map(row));
}

const clicks = {
  pickup: () => call('POST', 'orders', {}),
  kaspi: () => call('POST', 'orders', {kaspiDelivery: true}),
  pre: () => call('POST', 'orders', {preOrder: true}),
  lose: () => call('POST', 'faults', {method: 'POST', afterEffect: true, status: 0}),
  busy: () => call('POST', 'faults', {method: 'GET', status: 429}),
  busyAlways: () => call('POST', 'faults', {method: 'GET', status: 429, always: true}),
  failAlways: () => call('POST', 'faults', {method: 'GET', status: 500, always: true}),
  hang: () => call('POST', 'faults', {method: 'GET', status: -1, always: true}),
  failWrite: () => call('POST', 'faults', {method: 'POST', status: 500}),
  clear: () => call('DELETE', 'faults'),
  revoke: () => call('POST', 'revoke', {all: true}),
  allow: () => call('POST', 'revoke', {all: false})
};
for (const [id, act] of Object.entries(clicks)) {
  byId(id).addEventListener('click', act);
}
call('GET', 'state');
setInterval(() => call('GET', 'state'), 1000);
