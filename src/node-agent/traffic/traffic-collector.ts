import type { Clock } from '../../lib/clock.ts';
import { describeError } from '../../lib/fault.ts';
import type { Logger } from '../../lib/logger.ts';
import { maxOnlineEmails, type TrafficPage } from '../../nodes/protocol/traffic-contract.ts';
import type { CoreDriver } from '../core/driver.ts';
import type { TrafficLedger } from './traffic-ledger.ts';

/** What a core that is killed had counted since the last reading is lost: at most this much of it. */
const READ_INTERVAL_MS = 15_000;
/** A question is answered from a reading at most this old, however often it is asked. */
const FRESH_FOR_MS = 1_000;
/** Who was online then says nothing about now. */
const ONLINE_FOR_MS = 60_000;

/** Reads the core's counters into the ledger: every 15 s, when somebody asks, and before the core is stopped. */
export class TrafficCollector {
  readonly #driver: CoreDriver;
  readonly #ledger: TrafficLedger;
  readonly #clock: Clock;
  readonly #logger: Logger;
  #reading: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #online: string[] | null = null;
  #readAt = Number.NEGATIVE_INFINITY;

  constructor(parts: { driver: CoreDriver; ledger: TrafficLedger; clock: Clock; logger: Logger }) {
    this.#driver = parts.driver;
    this.#ledger = parts.ledger;
    this.#clock = parts.clock;
    this.#logger = parts.logger;
  }

  /** Resolves after the first reading; a core that is down is read later. */
  async start(): Promise<void> {
    await this.#read();
    this.#timer = setInterval(() => void this.#read(), READ_INTERVAL_MS);
  }

  /** Reads for the last time; call while the core still answers. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#reading;
    await this.#read();
  }

  async page(cursor: string | undefined): Promise<TrafficPage> {
    if (performance.now() - this.#readAt > FRESH_FOR_MS) await this.#read();
    const page = this.#ledger.page(cursor);
    const isCurrent = performance.now() - this.#readAt < ONLINE_FOR_MS;
    return { ...page, online: isCurrent && !page.more ? this.#online : null };
  }

  /** One reading at a time; who comes while it runs waits for the same. Never throws: the next one tries again. */
  #read(): Promise<void> {
    this.#reading ??= this.#readOnce()
      .catch((error: unknown) => {
        this.#logger.warn({ reason: describeError(error) }, 'traffic could not be read; trying again');
      })
      .finally(() => {
        this.#reading = null;
      });
    return this.#reading;
  }

  async #readOnce(): Promise<void> {
    const traffic = await this.#driver.readTraffic();
    await this.#ledger.record(traffic, this.#clock.now().getTime());
    this.#online = traffic.onlineEmails?.slice(0, maxOnlineEmails) ?? null;
    this.#readAt = performance.now();
  }
}
