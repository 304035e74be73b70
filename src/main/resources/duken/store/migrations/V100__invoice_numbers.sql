-- Every shop counts its invoices by itself, and training apart from real money: what a cashier
-- reads out is short. Programs go on using the id.

create table invoice_number (
  tenant_id    bigint not null references tenant,
  mode         varchar(8) not null,
  last_number  bigint not null,
  primary key (tenant_id, mode)
);

alter table invoice add column number bigint;
merge into invoice i
  using (select id, row_number() over (partition by tenant_id, mode order by id) as counted
         from invoice) c
  on i.id = c.id
  when matched then update set number = c.counted;
alter table invoice alter column number set not null;
create unique index invoice_by_shop_number on invoice (tenant_id, mode, number);

insert into invoice_number (tenant_id, mode, last_number)
  select t.id, m.mode,
    (select coalesce(max(i.number), 0) from invoice i where i.tenant_id = t.id and i.mode = m.mode)
  from tenant t cross join (values ('TEST'), ('LIVE')) as m (mode);
