-- The four canonical words beside the seven statuses: one mapping, and the database holds to it.

alter table invoice add column canonical_status varchar(16);
update invoice set canonical_status =
  case status
    when 'PENDING' then 'pending'
    when 'CANCELLING' then 'pending'
    when 'PAID' then 'completed'
    when 'PARTIALLY_REFUNDED' then 'completed'
    when 'CANCELLED' then 'failed'
    when 'EXPIRED' then 'failed'
    when 'REFUNDED' then 'refunded'
  end;
alter table invoice alter column canonical_status set not null;
alter table invoice add constraint invoice_canonical_status check (
  (canonical_status = 'pending' and status in ('PENDING', 'CANCELLING'))
  or (canonical_status = 'completed' and status in ('PAID', 'PARTIALLY_REFUNDED'))
  or (canonical_status = 'failed' and status in ('CANCELLED', 'EXPIRED'))
  or (canonical_status = 'refunded' and status = 'REFUNDED'));
