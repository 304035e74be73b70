-- What only the shop's windows know of goods: the shop's own number, and a place among the quick
-- tiles. Numbers are compared in the lower case the program made.
alter table catalog_item add column article varchar(50);
alter table catalog_item add column article_search varchar(160);
alter table catalog_item add column tile integer;
create index catalog_item_by_name on catalog_item (tenant_id, mode, name_search, id);
create index catalog_item_by_article on catalog_item (tenant_id, mode, article_search);
create index catalog_item_by_tile on catalog_item (tenant_id, mode, tile);

-- How the shop's scales fill their labels; no row: it has none.
create table scale_layout (
  tenant_id    bigint primary key references tenant,
  prefixes     varchar(40) not null,
  code_digits  integer not null,
  content      varchar(8) not null
);

-- The catalog was behind the same PIN as the settings; a shop that chose one keeps it.
insert into staff_rule (tenant_id, permission, level)
  select tenant_id, 'GOODS', level from staff_rule where permission = 'SETTINGS';
