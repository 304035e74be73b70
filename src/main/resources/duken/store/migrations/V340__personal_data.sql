-- Invoices old enough to lose names and phones that kept them: they were open, or somebody had to decide about them.

create table personal_data_held (
  invoice_id  bigint primary key references invoice
);
