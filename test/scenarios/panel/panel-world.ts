/** A shop with everybody that the tests of the panel need: an owner, an admin, an accountant and a customer. */
import assert from 'node:assert/strict';
import type { GivenRole } from '../../../src/domain/operations/roles.ts';
import type { ChatMessage } from '../../../src/sandbox/contract/chat.ts';
import { begin } from '../../proofs/shopping.ts';
import { eventually } from '../../support/core.ts';
import { Customer } from '../../support/customer.ts';
import { World } from '../../support/world.ts';
import { ChatEvents } from '../screens/chat-events.ts';

/** What somebody reads who presses what is for another role. */
export const NO_RIGHT = 'Для этого нужна другая роль';
/** What somebody reads who presses a button of a form that is over. */
export const FORM_GONE = /Эта форма уже закрыта/;

type People = [owner: Customer, admin: Customer, accountant: Customer, anna: Customer];

export class PanelWorld implements AsyncDisposable {
  readonly world: World;
  readonly owner: Customer;
  readonly admin: Customer;
  /** Sees money and moves it; sets no prices and writes to nobody. */
  readonly accountant: Customer;
  readonly anna: Customer;
  readonly events: ChatEvents;

  private constructor(world: World, people: People) {
    this.world = world;
    [this.owner, this.admin, this.accountant, this.anna] = people;
    this.events = new ChatEvents(world);
  }

  /** `customerName`: what the customer calls themself. */
  static async open(customerName = 'Anna'): Promise<PanelWorld> {
    const world = await World.open({ node: 'simulated' });
    const create = (name: string) => Customer.create(world.client, name);
    const people: People = [
      await create('Olga'),
      await create('Sergey'),
      await create('Boris'),
      await create(customerName),
    ];
    const panel = new PanelWorld(world, people);
    await panel.startServer();
    await world.addNode();
    for (const person of people) await begin(person);
    await panel.#appoint(panel.accountant, 'accountant');
    return panel;
  }

  /** Somebody more who works for the shop. */
  async hire(name: string, role: GivenRole): Promise<Customer> {
    const person = await Customer.create(this.world.client, name);
    await begin(person);
    await this.#appoint(person, role);
    return person;
  }

  async #appoint(person: Customer, role: GivenRole): Promise<void> {
    await this.world.query(
      `insert into operators (telegram_id, role, given_by, given_at) values ($1, $2, '1', '2026-01-01')`,
      [person.telegramId, role],
    );
  }

  async startServer(): Promise<void> {
    await this.world.startServer({ ADMIN_TELEGRAM_ID: `${this.owner.telegramId},${this.admin.telegramId}` });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.events[Symbol.asyncDispose]();
    await this.world[Symbol.asyncDispose]();
  }

  /** The words of the answer to a tap on the newest message, of those that say `on`. */
  async tap(person: Customer, data: string, on = /^/): Promise<string> {
    const { messageId } = await person.read(on);
    // Whoever tests taps too fast for a person.
    await this.world.query('delete from rate_limits');
    return this.events.tap(person, { messageId, data });
  }

  /** Says it and waits for the answer, so that no older screen is taken for it. */
  async say(person: Customer, text: string): Promise<void> {
    await this.#after(person, () => person.say(text));
  }

  /** The same for a button. */
  async press(person: Customer, label: RegExp, on = /^/): Promise<void> {
    await this.#after(person, () => person.press(label, on));
  }

  async newestOf(person: Customer): Promise<ChatMessage> {
    return (await person.messages()).at(-1) ?? assert.fail('nothing was said');
  }

  /** The newest message, once it says this: an older one that says the same does not count. */
  async shows(person: Customer, pattern: RegExp): Promise<ChatMessage> {
    return eventually(`${pattern} on the newest message`, async () => {
      const newest = await this.newestOf(person);
      return pattern.test(newest.text) ? newest : undefined;
    });
  }

  /** Has the newest of what somebody did worked once more, as after a crash right before it was marked as done. */
  async workAgain(person: Customer): Promise<void> {
    await this.world.query(
      `update inbox_updates set status = 'pending', finished_at = null
       where update_id = (select max(update_id) from inbox_updates where chat_key = $1)`,
      [person.telegramId],
    );
    await this.workedOff();
  }

  /** The data of a button on the newest message that has one like it. */
  async dataOf(person: Customer, label: RegExp): Promise<string> {
    const found = (await person.messages())
      .toReversed()
      .flatMap(({ buttons }) => buttons.flat())
      .find((button) => button.kind === 'callback' && label.test(button.text));
    if (found?.kind !== 'callback') throw new Error(`no button like ${label}`);
    return found.data;
  }

  /** Who did it, in order, oldest first. */
  async actorsOf(action: string): Promise<number[]> {
    const entries = await this.world.query<{ actor: string }>(
      'select actor from audit_entries where action = $1 order by recorded_at, entry_id',
      [action],
    );
    return entries.map(({ actor }) => Number(actor));
  }

  /** Until what somebody did has come in and is worked off. */
  async #after(person: Customer, act: () => Promise<void>): Promise<void> {
    const updates = () =>
      this.world.query('select from inbox_updates where chat_key = $1', [person.telegramId]);
    // Whoever tests taps too fast for a person.
    await this.world.query('delete from rate_limits');
    const before = (await updates()).length;
    await act();
    await eventually('the update is in', async () => (await updates()).length > before || undefined);
    await this.workedOff();
  }

  async workedOff(): Promise<void> {
    await eventually('every update is worked off', async () => {
      const waiting = await this.world.query("select from inbox_updates where status <> 'done'");
      return waiting.length === 0 || undefined;
    });
  }
}
