-- The window shows a terminal's number of the transaction, and a search is to find it.
create index invoice_by_provider_payment on invoice (tenant_id, mode, provider_payment_id);
