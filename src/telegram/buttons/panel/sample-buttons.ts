import { LIFE_MESSAGES } from '../../../domain/life-cycle.ts';
import { oneOf } from '../fields.ts';
import { view } from './panel-button.ts';

/** Messages that customers get, to be looked at: in the order in which a customer would meet them. */
export const SAMPLES = [
  'trial-started',
  'payment-new',
  'access-ready',
  'payment-renewal',
  'renewed',
  'renewal-short',
  ...LIFE_MESSAGES,
  'wallet-credited',
  'wallet-adjusted',
  'traffic-used-up',
  'referral-joined',
  'referral-trial',
  'commission-paid',
  'withdrawal-approved',
  'withdrawal-rejected',
  'refunded',
] as const;
export type Sample = (typeof SAMPLES)[number];

/** What an operator sends to nobody but themselves. */
export const SAMPLE_BUTTONS = {
  'admin-samples': view('view-shop', {}),
  'admin-sample': view('view-shop', { sample: oneOf(SAMPLES) }),
} as const;
