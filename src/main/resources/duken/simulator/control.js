'use strict';

const PATHS = ['*', '/api/v1/entrance/step', '/api/v1/entrance/step#init', '/api/v1/entrance/step#phone',
  '/api/v1/entrance/step#code', '/api/v1/kpentrance/finish', '/v08/organizations/org-context-otp',
  '/v03/auth/sign-in-lite', '/v01/qr-token/create', '/v02/kaspi-qr/status', '/v01/remote/client-info',
  '/v01/remote/create', '/v02/remote/details', '/v01/remote/cancel', '/v01/remote/history',
  '/v02/history/operations', '/v01/kaspi-qr/operations/details', '/v01/kaspi-qr/history-pos-return'];
const KINDS = {
  DELAY: 'late answer', CUT: 'connection closed', RESET: 'connection reset', BLACK_HOLE: 'no answer until released',
  SLOW: 'byte by byte', HALF: 'half an answer', HTTP_STATUS: 'HTTP status (code)', HTML: 'a web page with 200',
  BROKEN_JSON: 'broken JSON', STATUS_CODE: 'StatusCode (code)', ENTRANCE_ERROR: 'sign-in error (word)',
  ENTRANCE_DATA_ERROR: 'sign-in error in data (word)', ENTRANCE_ALARM: 'sign-in alarm (word)',
};
const BEHAVIOUR = [
  ['latencyMillis', 'Latency, ms', 'number'],
  ['oldestBuild', 'Oldest build that is taken (0: any)', 'number'],
  ['code', 'SMS code (empty: random)', 'text'],
  ['screen', 'After a right code', ['NONE', 'ORG_REGISTRATION', 'PASSWORD', 'PHOTO', 'UNKNOWN']],
  ['finish', 'Finish answers', ['FULL', 'WITHOUT_TOKEN', 'WITHOUT_KEY', 'BAD_KEY', 'NO_ROLES']],
  ['refresh', 'Refresh answers', ['NEW_KEY', 'SMALL_NAMES', 'WITHOUT_KEY', 'BAD_KEY', 'WITHOUT_TOKEN']],
  ['remoteCreate', 'Answer to a new bill', ['OLD', 'NEW', 'BOTH']],
  ['phone', 'Form of a customer\'s number', ['ELEVEN', 'TEN', 'EIGHT', 'ANY']],
  ['expireDate', 'ExpireDate', ['OFFSET', 'Z', 'NONE', 'ABSENT']],
  ['options', 'Behaviour options', ['NUMBERS', 'TEXT', 'MISSING', 'UNREADABLE']],
  ['scanSeconds', 'A QR waits for a phone, s', 'number'],
  ['confirmSeconds', 'A scanned QR waits, s', 'number'],
  ['pollingSeconds', 'Polling interval it asks for, s', 'number'],
  ['billHours', 'A bill waits, h', 'number'],
  ['automatic', 'these run out by themselves', 'check'],
  ['numbersAsText', 'numbers as text', 'check'],
  ['amountsAsDisplay', 'amounts as "1 250,50 ₸"', 'check'],
  ['idsAsText', 'ids as text', 'check'],
  ['omitStatusCode', 'no StatusCode in a success', 'check'],
  ['otherViews', 'rarer names of views', 'check'],
  ['rotateUserToken', 'new user_token at every step', 'check'],
  ['refuseElevenDigits', 'sign-in refuses eleven digits', 'check'],
  ['deadTokenReadsHistory', 'a dead token may read the history', 'check'],
  ['gzip', 'packed answers', 'check'],
];
const OPEN = ['QrTokenCreated', 'QrTokenScanned', 'Wait', 'PaymentConfirmation', 'RemotePaymentCreated',
  'WaitForRemotePayment', 'WaitingForPayment', 'RemotePaymentWait', 'RemotePaymentNew'];

const byId = id => document.getElementById(id);
const shown = {};

function make(tag, text, className) {
  const node = document.createElement(tag);
  if (text !== undefined) node.textContent = text;
  if (className) node.className = className;
  return node;
}

function tenge(amount) {
  const text = Number(amount).toLocaleString('ru-RU', {minimumFractionDigits: amount % 1 ? 2 : 0});
  return text + ' ₸';
}

function clock(instant) {
  return new Date(instant).toLocaleString('ru-RU', {timeZone: 'Asia/Almaty'});
}

function tell(problem) {
  byId('problem').textContent = problem;
  byId('problem').hidden = !problem;
}

async function ask(method, path, body) {
  const answer = await fetch('/control/' + path, {
    method, headers: body ? {'Content-Type': 'application/json'} : {}, body: body ? JSON.stringify(body) : undefined,
  });
  return {ok: answer.ok, json: await answer.json()};
}

async function act(method, path, body) {
  try {
    const {ok, json} = await ask(method, path, body);
    tell(ok ? '' : json.error);
    if (ok) show(json);
  } catch (e) {
    road(false);
  }
}

function road(up) {
  byId('road').textContent = up ? 'connected' : 'does not answer';
  byId('road').className = up ? '' : 'down';
}

/** Runs only when what it shows has changed, so that a button is never swapped under a finger. */
function changed(name, value, then) {
  const text = JSON.stringify(value);
  if (shown[name] !== text) {
    shown[name] = text;
    then(value);
  }
}

function show(state) {
  road(true);
  byId('sms').textContent = state.smsCode || 'none yet';
  byId('sms').className = state.smsCode ? 'code' : 'code none';
  byId('signedIn').textContent = state.signedIn.join(', ') || 'nobody';
  byId('time').textContent = clock(state.time);
  byId('businessTime').textContent = clock(state.businessTime);
  const c = state.counts;
  byId('counts').textContent = `${Object.entries(c.requests).filter(([path]) => !path.includes('#'))
    .reduce((sum, [, n]) => sum + n, 0)} calls, ${c.mostAtOnce} at once; ${c.sms} SMS, ${c.qrs} QR, ${c.bills} bills, `
    + `${c.cancels} cancels, ${c.returns} returns`;
  changed('operations', state.operations, operations);
  changed('refusals', state.refusals, refusals);
  changed('faults', state.faults, faults);
  changed('behaviour', state.behaviour, behaviour);
}

function fill(id, emptyId, rows) {
  byId(id).hidden = rows.length === 0;
  byId(emptyId).hidden = rows.length > 0;
  byId(id).querySelector('tbody').replaceChildren(...rows);
}

function operations(list) {
  fill('operations', 'noOperations', list.map(operation => {
    const row = make('tr');
    const made = make('td', operation.createdAt.slice(11, 19), 'when');
    const what = make('td', operation.kind === 'QR' ? 'QR' : 'Bill');
    what.append(make('small', operation.id));
    const amount = make('td', tenge(operation.amount), 'number');
    if (Number(operation.returned)) amount.append(make('small', 'returned ' + tenge(operation.returned)));
    const status = make('td');
    const kind = operation.paid ? 'word paid' : OPEN.includes(operation.status) ? 'word' : 'word over';
    status.append(make('span', operation.status, kind));
    const customer = make('td', operation.payer);
    if (operation.phone) customer.append(make('small', '+' + operation.phone));
    if (operation.comment) customer.append(make('small', operation.comment));
    const actions = make('td');
    actions.append(buttons(operation));
    row.append(made, what, amount, status, customer, actions);
    return row;
  }));
}

function buttons(operation) {
  const box = make('div', undefined, 'actions');
  const open = OPEN.includes(operation.status);
  const add = (text, action, body) => {
    const button = make('button', text);
    button.addEventListener('click', () => act('POST', `operations/${operation.id}/${action}`, body));
    box.append(button);
  };
  if (open && operation.kind === 'QR' && operation.status === 'QrTokenCreated') add('Scan', 'scan');
  if (open) {
    add('Pay', 'pay');
    add('Decline', 'decline');
    add('Expire', 'expire');
    add('Fail', 'status', {word: 'ProcessingFailed'});
  } else if (!operation.paid) {
    add('Pay late', 'pay');
  }
  if (Number(operation.returnable)) add('Refund from phone', 'refund');
  const any = make('button', 'Any word…', 'quiet');
  any.addEventListener('click', () => {
    const word = prompt('Status word', operation.status);
    if (word !== null) act('POST', `operations/${operation.id}/status`, {word});
  });
  box.append(any);
  return box;
}

function refusals(list) {
  fill('refusals', 'noRefusals', list.map(refusal => {
    const row = make('tr');
    const check = make('td');
    check.append(make('span', refusal.check, refusal.breach ? 'word breach' : 'word over'));
    row.append(make('td', new Date(refusal.at).toLocaleTimeString('ru-RU', {timeZone: 'Asia/Almaty'}), 'when'),
      make('td', refusal.path), check, make('td', refusal.why));
    return row;
  }));
}

function faults(list) {
  byId('faults').replaceChildren(...list.map(one => make('li',
    `${one.path === '*' ? 'every call' : one.path}: ${KINDS[one.fault.kind]}`
    + (one.fault.afterEffect ? ', after the effect' : '')
    + (one.fault.kind.match(/STATUS/) ? ` ${one.fault.number}` : '')
    + (one.fault.text ? ` ${one.fault.text}` : '')
    + (one.fault.millis ? `, ${one.fault.millis} ms` : '')
    + (one.times < 0 ? ', for ever' : `, ${one.times}×`))));
}

function behaviour(now) {
  const form = byId('behaviour');
  if (form.contains(document.activeElement) && document.activeElement.type !== 'checkbox') {
    delete shown.behaviour;
    return;
  }
  const profiles = [...now.profiles].sort().join(',');
  form.replaceChildren(
    field('profiles', 'Signature profiles', ['XS1,XS2', 'XS1', 'XS2'], profiles, value => value.split(',')),
    ...BEHAVIOUR.map(([name, label, type]) => field(name, label, type, now[name], value => value)));
}

function field(name, label, type, value, read) {
  const box = make('label');
  let input;
  if (Array.isArray(type)) {
    input = make('select');
    type.forEach(option => input.append(make('option', option)));
    input.value = value;
  } else {
    input = make('input');
    input.type = type === 'check' ? 'checkbox' : type;
    if (type === 'check') input.checked = value; else input.value = value;
  }
  input.addEventListener('change', () => {
    const typed = type === 'check' ? input.checked : type === 'number' ? Number(input.value) : input.value;
    input.blur();
    delete shown.behaviour;
    act('POST', 'behaviour', {[name]: read(typed)});
  });
  if (type === 'check') {
    box.className = 'check';
    box.append(input, label);
  } else {
    box.append(label, input);
  }
  return box;
}

function onSubmit(id, then) {
  byId(id).addEventListener('submit', event => {
    event.preventDefault();
    then(event.target.elements);
  });
}

PATHS.forEach(path => {
  const option = make('option', path === '*' ? 'every call' : path);
  option.value = path;
  byId('fault').elements.path.append(option);
});
Object.entries(KINDS).forEach(([kind, label]) => {
  const option = make('option', label);
  option.value = kind;
  byId('fault').elements.kind.append(option);
});
onSubmit('fault', form => {
  const body = {path: form.path.value, kind: form.kind.value, afterEffect: form.afterEffect.checked,
    times: Number(form.times.value), text: form.text.value};
  if (form.number.value) body.number = Number(form.number.value);
  if (form.millis.value) body.millis = Number(form.millis.value);
  act('POST', 'faults', body);
});
onSubmit('refuse', form => act('POST', 'refuse', {seconds: Number(form.seconds.value)}));
onSubmit('skew', form => act('POST', 'skew', {seconds: Number(form.seconds.value)}));
onSubmit('evict', form => act('POST', 'evict', form.phone.value ? {phone: form.phone.value} : {}));
onSubmit('end', form => act('POST', 'end', form.phone.value ? {phone: form.phone.value} : {}));
onSubmit('payer', form => act('POST', 'payer', {phone: form.phone.value, name: form.name.value}));
byId('behaviour').addEventListener('submit', event => event.preventDefault());
byId('clearFaults').addEventListener('click', () => act('DELETE', 'faults'));
byId('release').addEventListener('click', () => act('POST', 'release'));
byId('forget').addEventListener('click', () => act('POST', 'forget'));
byId('advance').querySelectorAll('button').forEach(button => button.addEventListener('click',
  () => act('POST', 'advance', {seconds: Number(button.dataset.seconds)})));

async function look() {
  try {
    show((await ask('GET', 'state')).json);
  } catch (e) {
    road(false);
  }
  setTimeout(look, 1000);
}

look();
