-- Which provider a shop's money takes, what a provider keeps secret, and what it tells of a payment.

create table live_provider (
  tenant_id  bigint primary key references tenant,
  provider   varchar(64) not null,
  since      timestamp(6) with time zone not null
);

create table provider_secret (
  tenant_id   bigint not null references tenant,
  provider    varchar(64) not null,
  name        varchar(120) not null,
  sealed      bytea not null,
  updated_at  timestamp(6) with time zone not null,
  primary key (tenant_id, provider, name)
);

alter table invoice add column payment_method varchar(20);
alter table invoice add column card_last4 varchar(4);
alter table invoice add column rrn varchar(64);
alter table invoice add column provider_payment_id varchar(255);
alter table invoice add column provider_metadata varchar(4000);

alter table invoice add constraint invoice_kind
  check (kind in ('QR', 'PHONE', 'TERMINAL', 'LINK'));
alter table bank_operation add constraint bank_operation_state
  check (state in
    ('INTENDED', 'QUEUED', 'UNKNOWN', 'OPEN', 'UNDECIDED', 'PAID', 'ENDED'));
