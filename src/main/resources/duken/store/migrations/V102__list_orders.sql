-- Refunds in every order of the lists, counted without a look at the rows; the catalog by time.
drop index refund_by_creation;
create index refund_by_creation on refund (tenant_id, mode, created_at, id, status);
create index refund_by_status_creation on refund (tenant_id, mode, status, created_at, id);
create index refund_by_number on refund (tenant_id, mode, id);
create index refund_by_status_number on refund (tenant_id, mode, status, id);
create index catalog_item_by_creation
  on catalog_item (tenant_id, mode, created_at, id, removed_at, name_search);
