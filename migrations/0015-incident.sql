-- What everybody is told above the main menu while something is wrong: one row, switched on and off.
create table incident (
  is_only boolean primary key default true check (is_only),
  is_on boolean not null default false,
  -- Null: words of ours, in the customer's language.
  text text check (char_length(text) between 1 and 1000),
  actor text,
  set_at timestamptz
);
insert into incident default values;
grant select, update on incident to atlas_app;
