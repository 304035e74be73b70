-- Whether a cashier has to say why money goes back.
alter table staff_lock add column refund_reason boolean default true not null;
