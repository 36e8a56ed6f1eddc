/** One id joins what a tap leads to: in the server's log, in the queue, and in the log of the node. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { begin, buyByCrypto } from '../../proofs/shopping.ts';
import { eventually } from '../../support/core.ts';
import { Customer } from '../../support/customer.ts';
import { World } from '../../support/world.ts';

type Line = {
  component?: string;
  operation?: string;
  outcome?: string;
  durationMs?: number;
  correlationId?: string;
  causeId?: string;
};

describe('a purchase in the logs', () => {
  let world: World;
  let readServer: () => Line[];
  const readAgent = () => parse(world.node?.stderr ?? '');

  before(async () => {
    world = await World.open({ node: 'simulated' });
    const server = await world.startServer({ LOG_LEVEL: 'debug' });
    readServer = () => parse(server.log);
    await world.addNode();
  });
  after(() => world[Symbol.asyncDispose]());

  it('has one id from the tap that opened its invoice to the call that the node answered', async () => {
    const anna = await Customer.create(world.client);
    await begin(anna);
    await buyByCrypto(anna);
    const [invoice] = await world.query<{ source_key: string }>('select source_key from invoices');
    const id = invoice?.source_key ?? '';
    assert.match(id, /^update:\d+$/);
    const find = (lines: Line[], wanted: Line) =>
      lines.find((line) => Object.entries({ ...wanted, correlationId: id }).every(isIn(line)));
    const seen = (wanted: Line, lines = readServer) =>
      eventually(`a line of ${JSON.stringify(wanted)}`, async () => find(lines(), wanted));

    await seen({ component: 'telegram', operation: 'update', outcome: 'done' });
    await seen({ component: 'provider:cryptobot', outcome: 'ok' });
    const settled = await seen({ component: 'jobs', operation: 'settle-event', outcome: 'done' });
    await seen({ component: 'jobs', operation: 'push-access', outcome: 'done' });
    await seen({ component: 'access', operation: 'push', outcome: 'done' });
    await seen({ component: 'nodes', operation: 'POST /v1/change', outcome: 'ok' });
    await seen({ component: 'jobs', operation: 'deliver-access', outcome: 'done' });
    await seen({ component: 'bot-api', operation: 'sendMessage', outcome: 'ok' });
    await seen({ component: 'node-agent', operation: 'POST /v1/change', outcome: 'ok' }, readAgent);

    assert.match(settled.causeId ?? '', /^notice:/, 'the notice that brought the money');
    const notice = readServer().find(({ correlationId }) => correlationId === settled.causeId);
    assert.deepEqual([notice?.component, notice?.outcome], ['http', 'stored']);
  });

  it('has where, what, how and how long on every line of work', () => {
    const lines = [...readServer(), ...readAgent()].filter(({ component }) => component !== undefined);
    assert.ok(lines.length > 30, `only ${lines.length} lines were found`);
    for (const line of lines) {
      const text = JSON.stringify(line);
      assert.ok(line.operation !== undefined, text);
      if (line.outcome === 'done' || line.outcome === 'ok')
        assert.equal(typeof line.durationMs, 'number', text);
    }
  });

  it('names the slot of work that a timetable began', async () => {
    const isSlot = ({ operation, correlationId }: Line) =>
      operation === 'plan-messages' && correlationId?.startsWith('slot:') === true;
    await eventually('a pass', async () => readServer().some(isSlot));
  });

  it('has no id that a stranger sends to the node', async () => {
    const headers = { 'x-api-key': 'wrong', 'x-correlation-id': 'forged line {}' };
    const answer = await fetch(`${world.node?.url}/v1/state`, { headers });
    assert.equal(answer.status, 401);
    assert.ok(!world.node?.stderr.includes('forged line'));
  });
});

function isIn(line: Line): (entry: [string, unknown]) => boolean {
  return ([key, value]) => line[key as keyof Line] === value;
}

function parse(log: string): Line[] {
  const lines = log.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}'));
  return lines.map((line) => JSON.parse(line) as Line);
}
