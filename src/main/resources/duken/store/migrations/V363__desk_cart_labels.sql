-- What a label of the shop's scales says a portion costs, to the tiyn.
alter table desk_cart_line add column label_sum bigint;
