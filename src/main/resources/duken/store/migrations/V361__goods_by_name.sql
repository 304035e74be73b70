-- A page of goods by name reads no row that it does not show.
drop index catalog_item_by_name;
create index catalog_item_by_name on catalog_item (tenant_id, mode, name_search, id, removed_at);
