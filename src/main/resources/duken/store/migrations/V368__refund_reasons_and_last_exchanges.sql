-- Whether a cashier has to say why money goes back.
alter table staff_lock add column refund_reason boolean default true not null;

-- What a delivery's last attempt sent and heard, for the shop's programmer.
alter table webhook_delivery add column request_headers varchar(4000);
alter table webhook_delivery add column answer_headers varchar(4000);
alter table webhook_delivery add column answer_start varchar(2000);
alter table webhook_delivery add column attempt_millis bigint;
