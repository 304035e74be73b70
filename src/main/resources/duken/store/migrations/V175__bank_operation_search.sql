-- People look for a sale by the bank's own number, which the window and the receipt show.

create index bank_operation_by_operation on bank_operation (operation_id);
