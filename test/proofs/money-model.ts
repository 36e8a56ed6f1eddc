/** The books against the model, at full size. */
import { playMoneyModel } from '../simulation/money-model.ts';
import { inLanes, type Proof } from './proof.ts';

const SEQUENCES = 2_000;
const COMMANDS = 100;
/** Each on a database of its own: PostgreSQL works for one while another thinks. */
const LANES = 4;
/** Sequences end anywhere up to their limit: this much of it makes them long enough on average. */
const LIMIT = 4 * COMMANDS;

export const proveMoneyModel: Proof = async ({ seed }) => {
  const lanes = Array.from({ length: LANES }, (_, lane) => ({
    seed: seed + lane,
    sequences: SEQUENCES / LANES,
  }));
  const played = await inLanes(lanes, LANES, (lane) => playMoneyModel({ ...lane, commands: LIMIT }));
  const commands = played.reduce((sum, one) => sum + one, 0);
  if (commands < SEQUENCES * COMMANDS) throw new Error(`only ${commands} commands were played`);
  return {
    size: `${SEQUENCES} sequences, ${commands} commands`,
    figures: { violations: '0', 'commands per sequence': (commands / SEQUENCES).toFixed(0) },
  };
};
