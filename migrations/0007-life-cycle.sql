-- What happens to an entitlement without a tap: messages, renewals from the wallet, tries to activate, trials.

alter table customers add column trial_used_at timestamptz;

alter table entitlement_grants drop constraint entitlement_grants_source_check;
alter table entitlement_grants add constraint entitlement_grants_source_check
  check (source in ('purchase', 'operator', 'promo', 'trial'));

alter table entitlements
  -- Renewed from the wallet shortly before it ends, if the money is there.
  add column renews_itself boolean not null default false,
  -- When the present end was decided; null: when it began.
  add column end_decided_at timestamptz,
  -- When to look next whether something is to be said about the present end; null: nothing more.
  add column next_message_at timestamptz,
  -- Tries to have a node honour it, counted since it was last bought or begun.
  add column activation_attempts integer not null default 0 check (activation_attempts >= 0),
  add column next_activation_at timestamptz;

-- What is there already is looked at once the server starts.
update entitlements set next_message_at = case when status <> 'ended' then starts_at end,
  next_activation_at = case when status = 'provisioning' then starts_at end;

create index entitlements_due_message on entitlements (next_message_at) where next_message_at is not null;
create index entitlements_due_activation on entitlements (next_activation_at) where status = 'provisioning';
create index entitlements_renewing on entitlements (ends_at, entitlement_id)
  where renews_itself and status <> 'ended';

-- skipped: was due, and something later was due as well, or the customer could not be reached.
alter table notices drop constraint notices_status_check;
alter table notices add constraint notices_status_check
  check (status in ('sending', 'sent', 'unknown', 'undeliverable', 'skipped'));
create index notices_created on notices (created_at);

create index inbox_updates_finished on inbox_updates (finished_at) where status = 'done';
create index conversations_expired on conversations (expires_at);
