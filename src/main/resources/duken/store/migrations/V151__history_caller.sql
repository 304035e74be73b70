-- Who brought a change of status about: the bank's own call, a question to the bank, the shop.

alter table invoice_history add column caller varchar(32);
