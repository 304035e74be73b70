-- Rows that are only ever locked: they serialise what has no row of its own yet (see LockSlots).
create table lock_slot (
  id integer primary key
);
insert into lock_slot (id)
select a.n * 16 + b.n
from (values (0), (1), (2), (3), (4), (5), (6), (7),
             (8), (9), (10), (11), (12), (13), (14), (15)) as a (n)
cross join (values (0), (1), (2), (3), (4), (5), (6), (7),
                   (8), (9), (10), (11), (12), (13), (14), (15)) as b (n);
