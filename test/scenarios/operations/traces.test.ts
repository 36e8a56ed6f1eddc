/** Traces, as a collector on this machine receives them over OTLP/HTTP. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { DEFAULT_BOT_TOKEN, DEFAULT_CRYPTO_TOKEN } from '../../../src/sandbox/settings.ts';
import { begin, buyByCrypto } from '../../proofs/shopping.ts';
import { eventually } from '../../support/core.ts';
import { Customer } from '../../support/customer.ts';
import { World } from '../../support/world.ts';

type Span = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: { key: string; value: { stringValue?: string } }[];
};
type Export = { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };

/** Whoever asks the provider in time learns of a payment before its notice is settled: not with all of them. */
const CUSTOMERS = 3;

const SOURCE = join(import.meta.dirname, '../../../src');

describe('traces of a purchase', () => {
  let world: World;
  const bodies: string[] = [];
  const collector = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      if (request.url === '/v1/traces') bodies.push(body);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  const spans = () =>
    bodies
      .flatMap((body) => (JSON.parse(body) as Export).resourceSpans)
      .flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));

  before(async () => {
    collector.listen(0, '127.0.0.1');
    await once(collector, 'listening');
    const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
    world = await World.open({ node: 'simulated' });
    await world.startServer({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });
    await world.addNode();
    for (let count = 0; count < CUSTOMERS; count += 1) {
      const customer = await Customer.create(world.client);
      await begin(customer);
      await buyByCrypto(customer);
    }
  });
  after(async () => {
    await world[Symbol.asyncDispose]();
    collector.close();
  });

  /** The span of that name that lies, at whatever depth, under `above`. */
  const findBelow = (above: Span, name: string) => {
    const all = spans().filter(({ traceId }) => traceId === above.traceId);
    const parentOf = (span: Span) => all.find(({ spanId }) => spanId === span.parentSpanId);
    const isBelow = (span: Span | undefined): boolean =>
      span !== undefined && (span.spanId === above.spanId || isBelow(parentOf(span)));
    return all.find((span) => span.name === name && span.spanId !== above.spanId && isBelow(span));
  };
  const below = (above: Span, name: string) =>
    eventually(`${name} below ${above.name}`, async () => findBelow(above, name));

  it('lead from a tap to its transactions and to the call that opened the invoice', async () => {
    const call = await eventually('the invoice is opened', async () =>
      spans().find(({ name }) => name.endsWith('/createInvoice')),
    );
    const update = await eventually('its update', async () =>
      spans().find((span) => span.name === 'update' && span.spanId === call.parentSpanId),
    );
    assert.equal(update.parentSpanId ?? '', '');
    await below(update, 'transaction open-invoice');
    await below(update, 'bot-api editMessageText');
    const id = update.attributes.find(({ key }) => key === 'atlas.correlation_id');
    assert.match(id?.value.stringValue ?? '', /^update:\d+$/);
  });

  it('lead from a notice over jobs to the node and to the customer', async () => {
    const settled = await eventually('the notice that was settled', async () =>
      spans().find((span) => span.name === 'job settle-event' && findBelow(span, 'job push-access')),
    );
    const webhook = await eventually('the notice', async () =>
      spans().find(({ name, traceId }) => name === 'webhook cryptobot' && traceId === settled.traceId),
    );
    await below(webhook, 'transaction receive-event');
    assert.equal((await below(webhook, 'job settle-event')).spanId, settled.spanId);
    const pushed = await below(settled, 'job push-access');
    await below(pushed, 'POST /v1/change');
    const delivered = await below(pushed, 'job deliver-access');
    await below(delivered, 'bot-api sendMessage');
  });

  it('hold no secret', () => {
    for (const secret of [DEFAULT_BOT_TOKEN, DEFAULT_CRYPTO_TOKEN, world.env().SECRETS_KEY ?? '', 'vless:']) {
      assert.ok(!bodies.join('').includes(secret));
    }
  });
});

describe('the tracing SDK', () => {
  /** What of it a process has loaded after starting traces there. */
  const loaded = (endpoint: string | null) =>
    execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `await import(${JSON.stringify(join(SOURCE, 'main/server.ts'))});
         const { startTracing } = await import(${JSON.stringify(join(SOURCE, 'lib/telemetry/start-tracing.ts'))});
         await startTracing(${JSON.stringify(endpoint)});
         const { createRequire } = await import('node:module');
         const files = Object.keys(createRequire(${JSON.stringify(join(SOURCE, 'main/server.ts'))}).cache);
         console.log(files.filter((file) => /opentelemetry.(sdk-trace|exporter)/.test(file)).length);
         process.exit(0);`,
      ],
      { encoding: 'utf8' },
    ).trim();

  it('is not loaded unless a collector is named', () => {
    assert.equal(loaded(null), '0');
    assert.notEqual(loaded('http://127.0.0.1:1'), '0');
  });
});
