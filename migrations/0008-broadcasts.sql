-- Messages that many get: whose turn it is to send, and broadcasts with a row per recipient.

-- Up to when sending is spoken for: row 0 for all chats together, one row for each chat. Times move on by the pause
-- that one message costs, so that all processes keep within one limit.
create table send_turns (
  chat_key bigint primary key,
  free_at timestamptz not null
);
create index send_turns_free on send_turns (free_at);
insert into send_turns (chat_key, free_at) values (0, '2000-01-01');

create table broadcasts (
  broadcast_id uuid primary key,
  title text not null,
  kind text not null check (kind in ('info', 'maintenance', 'security', 'promo')),
  segment text not null check (segment in ('all', 'active', 'no-subscription')),
  -- HTML as Telegram reads it; with a second text each recipient gets one of the two.
  text_a text not null,
  text_b text,
  buttons jsonb not null default '[]',
  status text not null check (status in ('draft', 'running', 'paused', 'done', 'cancelled')),
  -- Recipients are listed in pages, in the order of their ids; null when all are.
  listed_to uuid,
  is_listed boolean not null default false,
  -- Why it was paused by itself.
  problem text,
  created_by text not null,
  created_at timestamptz not null,
  -- A preview that Telegram took; without one nothing is sent to customers.
  previewed_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  check ((status = 'draft') = (started_at is null) or status = 'cancelled'),
  check ((status in ('done', 'cancelled')) = (finished_at is not null)),
  check (started_at is null or previewed_at is not null)
);
create index broadcasts_created on broadcasts (created_at desc);
create index broadcasts_running on broadcasts (started_at) where status = 'running';

create table broadcast_recipients (
  broadcast_id uuid not null references broadcasts,
  customer_id uuid not null references customers,
  variant text not null check (variant in ('a', 'b')),
  -- sending: marked before the message is on its way. unknown: nobody can tell whether it arrived; never repeated.
  -- skipped: no longer one of the segment.
  status text not null check (status in ('pending', 'sending', 'sent', 'failed', 'unknown', 'skipped')),
  worker_id text,
  failure text,
  finished_at timestamptz,
  primary key (broadcast_id, customer_id),
  check ((status in ('pending', 'sending')) = (finished_at is null))
);
create index broadcast_recipients_pending on broadcast_recipients (broadcast_id, customer_id)
  where status = 'pending';
create index broadcast_recipients_sending on broadcast_recipients (worker_id) where status = 'sending';
create index broadcast_recipients_status on broadcast_recipients (broadcast_id, variant, status);

grant select, insert, update, delete on send_turns, broadcasts, broadcast_recipients to atlas_app;
