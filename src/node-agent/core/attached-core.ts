import { describeError, Fault } from '../../lib/fault.ts';
import type { Logger } from '../../lib/logger.ts';
import type { CoreBase } from './base-config.ts';
import { CoreApi } from './core-api.ts';
import type { CoreUser } from './core-user.ts';
import type { CoreDriver, CoreHooks, CoreStatus, CoreTraffic } from './driver.ts';

/** A restart of the core is noticed within this time; credentials are back well inside five seconds. */
const PROBE_INTERVAL_MS = 1_000;
const PROBE_TIMEOUT_MS = 900;

/**
 * A core that somebody else runs (systemd, another container), reached at its API. A restart shows as an
 * uptime that went backwards.
 */
export class AttachedCore implements CoreDriver {
  readonly #api: CoreApi;
  readonly #kind: 'xray' | 'v2ray';
  readonly #logger: Logger;
  readonly #isOnlineKept: boolean;
  #hooks: CoreHooks | null = null;
  #uptimeSeconds: number | null = null;
  #timer: NodeJS.Timeout | null = null;

  /** `isOnlineKept`: the core's own policy has it remember who is connected. */
  constructor(options: {
    apiAddress: string;
    serviceRoot: 'xray' | 'v2ray.core';
    isOnlineKept: boolean;
    logger: Logger;
  }) {
    this.#kind = options.serviceRoot === 'xray' ? 'xray' : 'v2ray';
    this.#api = new CoreApi(options.apiAddress, {
      root: options.serviceRoot,
      canListUsers: this.#kind === 'xray',
    });
    this.#logger = options.logger;
    this.#isOnlineKept = options.isOnlineKept;
  }

  status(): CoreStatus {
    return { kind: this.#kind, version: 'unknown', pid: null, isRunning: this.#uptimeSeconds !== null };
  }

  async start(hooks: CoreHooks): Promise<void> {
    this.#hooks = hooks;
    await this.#probe();
  }

  addUser(tag: string, user: CoreUser): Promise<void> {
    return this.#api.addUser(tag, user);
  }

  removeUser(tag: string, email: string): Promise<void> {
    return this.#api.removeUser(tag, email);
  }

  listUsers(tag: string): Promise<CoreUser[] | null> {
    return this.#api.listUsers(tag);
  }

  /** Whoever runs the core gives it its configuration; ours only describes it. */
  async reconfigure(base: CoreBase, use: (base: CoreBase) => void): Promise<string | null> {
    use(base);
    this.#hooks?.onUp();
    return null;
  }

  /** Uptimes around the reading prove that one and the same run of the core was read. */
  async readTraffic(): Promise<CoreTraffic> {
    const seconds = await this.#api.uptimeSeconds();
    const counters = await this.#api.userBytes();
    const onlineEmails = this.#isOnlineKept ? await this.#api.onlineEmails() : null;
    if ((await this.#api.uptimeSeconds()) < seconds) {
      throw new Fault('core-down', 'the core was restarted while it was read', { isRetryable: true });
    }
    return { run: { kind: 'uptime', seconds }, counters, onlineEmails };
  }

  async stop(): Promise<void> {
    this.release();
  }

  release(): void {
    this.#hooks = null;
    if (this.#timer) clearTimeout(this.#timer);
    this.#api.close();
  }

  async #probe(): Promise<void> {
    const before = this.#uptimeSeconds;
    try {
      this.#uptimeSeconds = await this.#api.uptimeSeconds(PROBE_TIMEOUT_MS);
    } catch (error) {
      this.#uptimeSeconds = null;
      if (before !== null) this.#logger.error({ reason: describeError(error) }, 'the core does not answer');
    }
    const now = this.#uptimeSeconds;
    if (before !== null && (now === null || now < before)) this.#hooks?.onDown();
    if (now !== null && (before === null || now < before)) this.#hooks?.onUp();
    if (this.#hooks) this.#timer = setTimeout(() => void this.#probe(), PROBE_INTERVAL_MS);
  }
}
