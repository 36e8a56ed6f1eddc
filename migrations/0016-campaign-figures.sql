-- What operators see of referrers without adding it up: whom they brought, what those have paid (less what was given
-- back), and what it has earned. Counted where it happens, in the transaction that makes it so.
alter table referrers
  add column invited integer not null default 0,
  add column revenue_kopecks bigint not null default 0,
  add column cashback_kopecks bigint not null default 0;
create index referrers_revenue on referrers (revenue_kopecks desc, customer_id);
create index referrers_invited on referrers (invited desc, customer_id);
create index referrers_cashback on referrers (cashback_kopecks desc, customer_id);
grant update (invited, revenue_kopecks, cashback_kopecks) on referrers to atlas_app;

create function count_referral() returns trigger language plpgsql as $$
begin
  update referrers set invited = invited + 1 where customer_id = new.referrer_id;
  return null;
end $$;
create trigger referrals_counted after insert on referrals for each row execute function count_referral();

create function count_commission_owed() returns trigger language plpgsql as $$
begin
  update referrers set revenue_kopecks = revenue_kopecks + new.base_kopecks where customer_id = new.referrer_id;
  return null;
end $$;
create trigger commissions_owed_counted after insert on commissions
  for each row execute function count_commission_owed();

create function count_commission_paid() returns trigger language plpgsql as $$
begin
  update referrers set cashback_kopecks = cashback_kopecks + new.amount_kopecks where customer_id = new.referrer_id;
  return null;
end $$;
create trigger commissions_paid_counted after update on commissions
  for each row when (new.status = 'paid' and old.status <> 'paid') execute function count_commission_paid();
create trigger commissions_paid_at_once_counted after insert on commissions
  for each row when (new.status = 'paid') execute function count_commission_paid();

create function count_commission_reversed() returns trigger language plpgsql as $$
begin
  update referrers set cashback_kopecks = cashback_kopecks - new.amount_kopecks where customer_id = new.referrer_id;
  return null;
end $$;
create trigger commission_reversals_counted after insert on commission_reversals
  for each row execute function count_commission_reversed();

create function count_refund_of_referred() returns trigger language plpgsql as $$
begin
  update referrers r set revenue_kopecks = r.revenue_kopecks - new.amount_kopecks
    from commissions c where c.charge_id = new.charge_id and r.customer_id = c.referrer_id;
  return null;
end $$;
create trigger refunds_counted after update on refunds
  for each row when (new.status = 'done' and old.status <> 'done') execute function count_refund_of_referred();
create trigger refunds_done_at_once_counted after insert on refunds
  for each row when (new.status = 'done') execute function count_refund_of_referred();

-- What has happened until now.
update referrers r set
  invited = (select count(*) from referrals f where f.referrer_id = r.customer_id),
  revenue_kopecks = (
    select coalesce(sum(c.base_kopecks - (select coalesce(sum(d.amount_kopecks), 0) from refunds d
      where d.charge_id = c.charge_id and d.status = 'done')), 0)
    from commissions c where c.referrer_id = r.customer_id),
  cashback_kopecks = (
    select coalesce(sum(c.amount_kopecks) filter (where c.status = 'paid'), 0) from commissions c
    where c.referrer_id = r.customer_id)
    - (select coalesce(sum(v.amount_kopecks), 0) from commission_reversals v join commissions c using (commission_id)
    where c.referrer_id = r.customer_id);

create index commissions_recorded on commissions (recorded_at desc, commission_id);
create index broadcasts_tests on broadcasts (created_at desc) where text_b is not null;
