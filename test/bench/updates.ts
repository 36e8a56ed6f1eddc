/** Figures of the way of an update: webhook → durable 200, update → reply sent. */

import { nowMs } from './clock.ts';
import { type Figure, middleRound, percentilesOf, type Round } from './figures.ts';
import { saturateFor, saturateTimes, sendAtRate } from './load.ts';
import type { Door, Stage } from './stage.ts';

const CONCURRENCY = 32;
const ROUNDS = 3;
const SATURATED = { concurrency: CONCURRENCY, seconds: 3 };
const WARM_UP = { concurrency: CONCURRENCY, seconds: 2 };
/** Source: Must show 7 of the issue. */
const RATE = { perSecond: 300, seconds: 5 };
const REPLY_BURST = 2_000;
const REPLY_RATE = { perSecond: 150, seconds: 5 };

/** Posts to a door and knows when every reply it causes has arrived. */
class Traffic {
  readonly #stage: Stage;
  readonly #counts: { posted: number };

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#counts = { posted: 0 };
  }

  /** `causesReply`: the commit floor only stores. */
  sender(door: Door, causesReply = true): () => Promise<void> {
    return () => this.send(door, this.#stage.nextChat(), causesReply);
  }

  async send(door: Door, chatId: number, causesReply = true): Promise<void> {
    await door.post(chatId);
    if (causesReply) this.#counts.posted += 1;
  }

  /** Waits until the emulator has received the reply to everything posted so far. */
  async settled(): Promise<void> {
    await this.#stage.emulator.ask('reached', { expect: this.#counts.posted });
  }

  /** When each chat got its reply since the last call. */
  async takeArrivals(): Promise<Map<number, number>> {
    const { arrivals } = await this.#stage.emulator.ask('arrivals', { takeArrivals: true });
    return new Map(arrivals);
  }
}

export async function measureUpdates(stage: Stage): Promise<Figure[]> {
  const traffic = new Traffic(stage);
  for (const door of [stage.replyFloor, stage.server]) {
    await saturateFor(traffic.sender(door), WARM_UP);
    await traffic.settled();
  }
  await saturateFor(traffic.sender(stage.commitFloor, false), WARM_UP);
  return [...(await measureIntake(stage, traffic)), ...(await measureReplies(stage, traffic))];
}

async function measureIntake(stage: Stage, traffic: Traffic): Promise<Figure[]> {
  const toFloor = traffic.sender(stage.commitFloor, false);
  const toServer = traffic.sender(stage.server);
  const saturated = await alternate(
    () => saturateFor(toFloor, SATURATED),
    async () => {
      const round = await saturateFor(toServer, SATURATED);
      await traffic.settled();
      return round;
    },
  );
  const paced = await alternate(
    () => sendAtRate(toFloor, RATE),
    async () => {
      const round = await sendAtRate(toServer, RATE);
      await traffic.settled();
      return round;
    },
  );
  const rate = middleRound(saturated.own, 'rate');
  const pace = middleRound(paced.own, 'p99');
  return [
    {
      name: 'webhook → durable 200, saturated',
      value: rate.perSecond,
      unit: '/s',
      times: rate.times,
      floor: middleRound(saturated.floor, 'rate').perSecond,
      target: { limit: 1000, is: 'at least', of: 'value' },
    },
    {
      name: `webhook → durable 200 at ${RATE.perSecond}/s, p99`,
      value: pace.times.p99,
      unit: 'ms',
      times: pace.times,
      floor: middleRound(paced.floor, 'p99').times.p99,
      target: { limit: 30, is: 'at most', of: 'p99' },
    },
  ];
}

async function measureReplies(stage: Stage, traffic: Traffic): Promise<Figure[]> {
  const burst = await alternate(
    () => measureBurst(traffic, stage.replyFloor),
    () => measureBurst(traffic, stage.server),
  );
  const paced = await alternate(
    () => measureReplyTimes(stage, traffic, stage.replyFloor),
    () => measureReplyTimes(stage, traffic, stage.server),
  );
  const rate = middleRound(burst.own, 'rate');
  const pace = middleRound(paced.own, 'p99');
  return [
    {
      name: 'update → reply sent, sustained',
      value: rate.perSecond,
      unit: '/s',
      times: null,
      floor: middleRound(burst.floor, 'rate').perSecond,
      target: { limit: 300, is: 'at least', of: 'value' },
    },
    {
      name: `update → reply sent at ${REPLY_RATE.perSecond}/s, p99`,
      value: pace.times.p99,
      unit: 'ms',
      times: pace.times,
      floor: middleRound(paced.floor, 'p99').times.p99,
    },
  ];
}

/** From the first update to the last reply. */
async function measureBurst(traffic: Traffic, door: Door): Promise<Round> {
  const startedAt = nowMs();
  const load = { concurrency: CONCURRENCY, count: REPLY_BURST };
  const { times } = await saturateTimes(traffic.sender(door), load);
  await traffic.settled();
  await traffic.takeArrivals();
  return { perSecond: (REPLY_BURST * 1000) / (nowMs() - startedAt), times };
}

/** From the moment an update was due at the webhook to the Bot API call that answers it. */
async function measureReplyTimes(stage: Stage, traffic: Traffic, door: Door): Promise<Round> {
  await traffic.takeArrivals();
  const sent: { chatId: number; dueMs: number }[] = [];
  const round = await sendAtRate(
    (index) => traffic.send(door, sent[index]?.chatId ?? 0),
    REPLY_RATE,
    (_index, dueMs) => sent.push({ chatId: stage.nextChat(), dueMs }),
  );
  await traffic.settled();
  const arrivals = await traffic.takeArrivals();
  const samples = sent.map(({ chatId, dueMs }) => (arrivals.get(chatId) ?? Number.NaN) - dueMs);
  if (samples.some(Number.isNaN)) throw new Error('a reply went to the wrong chat');
  return { perSecond: round.perSecond, times: percentilesOf(samples) };
}

/** Floor and own rounds in turn, so that both meet the same disturbances. */
async function alternate(
  floor: () => Promise<Round>,
  own: () => Promise<Round>,
): Promise<{ floor: Round[]; own: Round[] }> {
  const rounds = { floor: [] as Round[], own: [] as Round[] };
  for (let index = 0; index < ROUNDS; index += 1) {
    rounds.floor.push(await floor());
    rounds.own.push(await own());
  }
  return rounds;
}
