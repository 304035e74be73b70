-- When a refund was sent, and what the bank itself said it had returned of the sale just before:
-- a lost answer is judged by that. Nothing in it was surely never sent.

alter table refund add column sent_at timestamp(6) with time zone;
alter table refund add column returned_before bigint;
update refund set sent_at = created_at where status = 'PROCESSING';
