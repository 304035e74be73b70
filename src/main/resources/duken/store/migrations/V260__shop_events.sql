-- The log also takes what happens to a shop and not to one of its invoices: its session at the bank.
alter table invoice_history alter column invoice_id drop not null;
