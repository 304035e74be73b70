-- What only some refunds have: a QR that the customer has to scan first, and those that were made in the bank's own
-- application and recorded here by hand.

create table refund_detail (
  refund_id             bigint primary key references refund,
  return_qr             varchar(4000),
  return_qr_expires_at  timestamp(6) with time zone,
  recorded_by_hand      boolean not null
);
