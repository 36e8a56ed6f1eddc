-- Audit entries are forgotten a year after they were written. Their links stay, so that the chain of everything else is
-- computed as before; a checkpoint says up to where entries may be missing.
create table audit_checkpoints (
  sequence bigint primary key references chain_links,
  hash bytea not null check (octet_length(hash) = 32),
  forgot_before timestamptz not null,
  recorded_at timestamptz not null
);
create trigger audit_checkpoints_immutable before update or delete on audit_checkpoints
  for each row execute function refuse_change();
create trigger audit_checkpoints_no_truncate before truncate on audit_checkpoints
  for each statement execute function refuse_change();
grant select on audit_checkpoints to atlas_app;

create index audit_entries_recorded on audit_entries (recorded_at);

-- For the owner of the tables alone: nobody else may switch their trigger off, or delete from them.
create function forget_audit_entries(before timestamptz, at timestamptz, page integer) returns bigint
language plpgsql as $$
declare
  newest record;
  forgotten bigint;
begin
  select l.sequence, l.hash into newest from audit_entries a
    join chain_links l on l.row_kind = 'audit' and l.row_id = a.entry_id
    where a.recorded_at < before order by l.sequence desc limit 1;
  if not found then return 0; end if;
  insert into audit_checkpoints (sequence, hash, forgot_before, recorded_at)
    values (newest.sequence, newest.hash, before, at) on conflict do nothing;
  alter table audit_entries disable trigger audit_entries_immutable;
  with old as (
    select a.entry_id from audit_entries a join chain_links l on l.row_kind = 'audit' and l.row_id = a.entry_id
    where a.recorded_at < before order by a.recorded_at limit page
  ), gone as (
    delete from audit_entries a using old where a.entry_id = old.entry_id returning 1
  )
  select count(*) into forgotten from gone;
  alter table audit_entries enable trigger audit_entries_immutable;
  return forgotten;
end $$;
revoke execute on function forget_audit_entries from public;
