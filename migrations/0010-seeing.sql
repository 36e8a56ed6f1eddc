-- Since when a node has been running something else than it should: counted from the last look that found it equal.

alter table nodes add column in_step_at timestamptz;
update nodes set in_step_at = checked_at where is_healthy;
