-- Whom a shop may call about an order, sealed. Forgotten with the retention setting.

create table marketplace_buyer (
  tenant_id   bigint not null,
  order_id    varchar(255) not null,
  sealed      bytea not null,
  ordered_at  timestamp(6) with time zone not null,
  primary key (tenant_id, order_id),
  foreign key (tenant_id, order_id) references marketplace_order (tenant_id, order_id)
);
create index marketplace_buyer_by_time on marketplace_buyer (ordered_at);

create index marketplace_order_by_status on marketplace_order (tenant_id, status, created_at);
