-- What was sold for cash, where it was a cart: the lines as they stood when it was paid. Only ever added.
create table cash_line (
  operation_id  bigint not null references cash_operation,
  place         integer not null,
  name          varchar(255) not null,
  price         bigint not null,
  quantity      integer not null,
  -- taken off the line
  discount      bigint,
  primary key (operation_id, place)
);
