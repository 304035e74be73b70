-- What a search of the catalog looks at, so that it reads no item that is not shown.
drop index catalog_item_by_shop;
create index catalog_item_by_shop on catalog_item (tenant_id, mode, id, removed_at, name_search);
