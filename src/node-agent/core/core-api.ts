import { join } from 'node:path';
import { Client, credentials, type ServiceError, status } from '@grpc/grpc-js';
import { loadSync, type MessageTypeDefinition } from '@grpc/proto-loader';
import { describeError, Fault } from '../../lib/fault.ts';
import type { CoreUser } from './core-user.ts';
import type { UserBytes } from './driver.ts';

/** How one family of cores names its services and what it can do. */
export type CoreDialect = { root: 'xray' | 'v2ray.core'; canListUsers: boolean };

/** A call that changes or asks for one thing; a healthy core answers in under a millisecond. */
const CALL_TIMEOUT_MS = 5_000;
/** A list of 100,000 users takes under a second. */
const LIST_TIMEOUT_MS = 30_000;
/** About 650,000 users of 102 bytes each; the default of 4 MiB ends at 40,000. */
const MAX_RECEIVE_BYTES = 64 * 1024 * 1024;
/** Users or counters decoded between two turns of the event loop, under 10 ms. */
const SLICE_USERS = 1_000;
/** Counters of users only; the core matches by plain substring. */
const USER_COUNTERS = 'user>>>';
/** The one policy level that the agent's configuration counts traffic for. */
const USER_LEVEL = 0;

const definitions = loadSync(join(import.meta.dirname, 'core.proto'), {
  keepCase: true,
  defaults: true,
  longs: String,
});
type Codec = Pick<MessageTypeDefinition<object, object>, 'serialize' | 'deserialize'>;

/** The core's own gRPC interface: plain HTTP/2 on loopback, a deadline on every call. */
export class CoreApi {
  readonly #client: Client;
  readonly #dialect: CoreDialect;

  constructor(address: string, dialect: CoreDialect) {
    this.#dialect = dialect;
    this.#client = new Client(address, credentials.createInsecure(), {
      'grpc.initial_reconnect_backoff_ms': 100,
      'grpc.min_reconnect_backoff_ms': 100,
      'grpc.max_reconnect_backoff_ms': 1_000,
      'grpc.max_receive_message_length': MAX_RECEIVE_BYTES,
    });
  }

  /** Adds, or replaces whatever holds the e-mail: an add of the core cannot update. */
  async addUser(tag: string, user: CoreUser): Promise<void> {
    try {
      await this.#alter(tag, 'AddUserOperation', this.#addOperation(user));
    } catch (error) {
      if (!isAnswer(error, 'already exists')) throw error;
      await this.removeUser(tag, user.email);
      await this.#alter(tag, 'AddUserOperation', this.#addOperation(user));
    }
  }

  /** Removes; an absent e-mail is what was asked for. */
  async removeUser(tag: string, email: string): Promise<void> {
    try {
      await this.#alter(tag, 'RemoveUserOperation', codec('RemoveUserOperation').serialize({ email }));
    } catch (error) {
      if (!isAnswer(error, `${email} not found`)) throw error;
    }
  }

  async listUsers(tag: string): Promise<CoreUser[] | null> {
    if (!this.#dialect.canListUsers) return null;
    const answer = await this.#call('proxyman.command.HandlerService/GetInboundUsers', {
      request: codec('InboundUsersRequest').serialize({ tag, email: '' }),
      response: codec('InboundUsersResponse'),
      timeoutMs: LIST_TIMEOUT_MS,
    });
    const users: CoreUser[] = [];
    for (const encoded of listOf(answer, 'users')) {
      users.push(decodeUser(encoded));
      if (users.length % SLICE_USERS === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    return users;
  }

  /** Seconds since the core started; the cheapest proof that it answers. */
  async uptimeSeconds(timeoutMs = CALL_TIMEOUT_MS): Promise<number> {
    const answer = await this.#call('stats.command.StatsService/GetSysStats', {
      request: codec('Empty').serialize({}),
      response: codec('SysStatsResponse'),
      timeoutMs,
    });
    return Number(Reflect.get(answer, 'uptime'));
  }

  /** Counters of every user that has carried anything since the core started; they are left as they are. */
  async userBytes(): Promise<Map<string, UserBytes>> {
    const answer = await this.#call('stats.command.StatsService/QueryStats', {
      request: codec('QueryStatsRequest').serialize({ pattern: USER_COUNTERS, reset: false }),
      response: codec('QueryStatsResponse'),
      timeoutMs: LIST_TIMEOUT_MS,
    });
    const counters = new Map<string, UserBytes>();
    for (const [index, encoded] of listOf(answer, 'stats').entries()) {
      countStat(counters, codec('Stat').deserialize(Buffer.from(encoded as Uint8Array)));
      if (index % SLICE_USERS === SLICE_USERS - 1) await new Promise((resolve) => setImmediate(resolve));
    }
    return counters;
  }

  /** E-mails with a connection now; null when this core is too old to tell. */
  async onlineEmails(): Promise<string[] | null> {
    try {
      const answer = await this.#call('stats.command.StatsService/GetAllOnlineUsers', {
        request: codec('Empty').serialize({}),
        response: codec('AllOnlineUsersResponse'),
        timeoutMs: LIST_TIMEOUT_MS,
      });
      return listOf(answer, 'users').map((name) => emailOfCounter(String(name)));
    } catch (error) {
      if (isUnimplemented(error)) return null;
      throw error;
    }
  }

  close(): void {
    this.#client.close();
  }

  #addOperation({ email, vlessId, flow }: CoreUser): Buffer {
    const account = {
      type: this.#typeName('proxy.vless.Account'),
      value: codec('Account').serialize({ id: vlessId, flow }),
    };
    return codec('AddUserOperation').serialize({ user: { level: USER_LEVEL, email, account } });
  }

  async #alter(tag: string, operation: string, value: Buffer): Promise<void> {
    const type = this.#typeName(`app.proxyman.command.${operation}`);
    await this.#call('proxyman.command.HandlerService/AlterInbound', {
      request: codec('AlterInboundRequest').serialize({ tag, operation: { type, value } }),
      response: codec('Empty'),
      timeoutMs: CALL_TIMEOUT_MS,
    });
  }

  #typeName(name: string): string {
    return `${this.#dialect.root}.${name}`;
  }

  #call(method: string, call: { request: Buffer; response: Codec; timeoutMs: number }): Promise<object> {
    const path = `/${this.#typeName(`app.${method}`)}`;
    return new Promise((resolve, reject) => {
      this.#client.makeUnaryRequest(
        path,
        (request: Buffer) => request,
        (bytes: Buffer) => call.response.deserialize(bytes),
        call.request,
        { deadline: Date.now() + call.timeoutMs },
        (error, answer) => (answer ? resolve(answer) : reject(toFault(error, method))),
      );
    });
  }
}

function codec(message: string): Codec {
  const definition = definitions[`core.${message}`];
  if (!definition || !('serialize' in definition)) throw new Error(`core.proto does not define ${message}`);
  return definition as Codec;
}

function decodeUser(encoded: unknown): CoreUser {
  const user = codec('User').deserialize(Buffer.from(encoded as Uint8Array));
  const value: unknown = Reflect.get(Object(Reflect.get(user, 'account')), 'value');
  const account = codec('Account').deserialize(Buffer.isBuffer(value) ? value : Buffer.alloc(0));
  return {
    email: String(Reflect.get(user, 'email')).toLowerCase(),
    vlessId: String(Reflect.get(account, 'id')).toLowerCase(),
    flow: Reflect.get(account, 'flow') === 'xtls-rprx-vision' ? 'xtls-rprx-vision' : '',
  };
}

/** `user>>>E>>>traffic>>>uplink`. Two spellings of an e-mail are one user to the core, and one counter here. */
function countStat(counters: Map<string, UserBytes>, stat: object): void {
  const name = String(Reflect.get(stat, 'name'));
  const value = BigInt(String(Reflect.get(stat, 'value')));
  const isUplink = name.endsWith('>>>traffic>>>uplink');
  if (!name.startsWith(USER_COUNTERS) || !(isUplink || name.endsWith('>>>traffic>>>downlink'))) return;
  const email = emailOfCounter(name);
  const known = counters.get(email) ?? { uplinkBytes: 0n, downlinkBytes: 0n };
  const direction = isUplink ? 'uplinkBytes' : 'downlinkBytes';
  counters.set(email, { ...known, [direction]: known[direction] + value });
}

/** The e-mail in `user>>>E>>>…`; a plain e-mail is itself. */
function emailOfCounter(name: string): string {
  return (name.startsWith(USER_COUNTERS) ? (name.split('>>>')[1] ?? '') : name).toLowerCase();
}

function listOf(message: object, field: string): unknown[] {
  const value: unknown = Reflect.get(message, field);
  return Array.isArray(value) ? value : [];
}

/** Every "no" of the core's handlers has gRPC code UNKNOWN, so cases are told apart by their text. */
function isAnswer(error: unknown, fragment: string): boolean {
  return (
    error instanceof Fault && error.code === 'core-refused' && error.message.toLowerCase().includes(fragment)
  );
}

function isUnimplemented(error: unknown): boolean {
  return error instanceof Fault && Reflect.get(Object(error.cause), 'code') === status.UNIMPLEMENTED;
}

function toFault(error: ServiceError | null, method: string): Fault {
  const isDown = error?.code === status.UNAVAILABLE || error?.code === status.DEADLINE_EXCEEDED;
  const message = `${method}: ${error?.details || describeError(error)}`;
  return new Fault(isDown ? 'core-down' : 'core-refused', message, { isRetryable: isDown, cause: error });
}
