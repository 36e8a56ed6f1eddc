-- When a node honoured what was given last, and how long its customer had waited for that.
alter table entitlements
  add column honoured_at timestamptz,
  add column honoured_after_ms bigint check (honoured_after_ms >= 0),
  add constraint entitlements_honoured_wait check ((honoured_at is null) = (honoured_after_ms is null));
create index entitlements_honoured on entitlements (honoured_at) where honoured_at is not null;

-- Operators read the audit newest first, of everybody or of some.
create index audit_entries_newest on audit_entries (recorded_at, entry_id);
create index audit_entries_actor on audit_entries (actor, recorded_at, entry_id);
create index audit_entries_trouble on audit_entries (recorded_at) where action = 'system_degradation';
drop index audit_entries_recorded;

-- Figures are added up over a range of time.
create index transfers_outside on transfers (recorded_at) include (kind, amount_kopecks, customer_id)
  where kind in ('charge-received', 'refund-paid', 'commission-owed', 'commission-reversed');
create index customers_created on customers (created_at);
create index invoices_created on invoices (created_at);
create index entitlement_grants_granted on entitlement_grants (granted_at);
create index entitlement_reductions_recorded on entitlement_reductions (recorded_at);
