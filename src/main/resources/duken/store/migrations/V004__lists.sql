-- Lists, counts and sums over years of sales. An index holds all that its list has to look at, so
-- that no row is read that is not shown.
drop index invoice_by_creation;
create index invoice_by_creation
  on invoice (tenant_id, mode, created_at, id, status, amount, refunded);
drop index invoice_by_payment;
create index invoice_by_payment on invoice (tenant_id, mode, paid_at, id, created_at, status);
drop index invoice_by_amount;
create index invoice_by_amount on invoice (tenant_id, mode, amount, id, created_at);
drop index invoice_by_phone;
create index invoice_by_phone on invoice (tenant_id, mode, phone_reversed, id, created_at);
create index invoice_by_number on invoice (tenant_id, mode, id);
create index invoice_by_status_number on invoice (tenant_id, mode, status, id);
create index invoice_by_payer on invoice (tenant_id, mode, payer_name, id);
create index refund_by_amount on refund (tenant_id, mode, amount, id);

-- How many invoices of a day are in a status and what they add up to. The transaction that makes or
-- moves an invoice changes it; the next migration fills it.
create table invoice_tally (
  tenant_id  bigint not null,
  mode       varchar(8) not null,
  -- of the creation, in UTC, since 1970-01-01
  utc_day    integer not null,
  status     varchar(24) not null,
  invoices   bigint not null,
  amount     bigint not null,
  refunded   bigint not null,
  primary key (tenant_id, mode, utc_day, status)
);

-- What a search finds an invoice by: beginnings of words, the end of the order number. Bytes, not
-- text: databases disagree about the order of letters.
create table invoice_word (
  tenant_id   bigint not null,
  mode        varchar(8) not null,
  word        bytea not null,
  invoice_id  bigint not null,
  -- of the invoice
  created_at  timestamp(6) with time zone not null,
  primary key (tenant_id, mode, word, invoice_id, created_at)
);
