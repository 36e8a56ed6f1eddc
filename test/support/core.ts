/** Real Xray cores for tests: the binary, a raw VLESS client, a REALITY target, a second core as client. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { connect, createServer as createTcpServer, type Socket } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createServer as createTlsServer } from 'node:tls';

/** The path of a core: `XRAY_BIN`, else the cache that scripts/install-core.ts fills, else PATH. */
export function findCore(): string | null {
  const cache = process.env.ATLAS_CACHE_DIR ?? join(homedir(), '.cache', 'atlas-secure');
  const cached = ['26.7.28', '26.3.27'].map((version) => join(cache, `xray-${version}`));
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'xray'));
  return [process.env.XRAY_BIN ?? '', ...cached, ...onPath].find((path) => path && existsSync(path)) ?? null;
}

/**
 * Options of a suite that needs a core: skipped by name where there is none, and failing there with `CI=true`.
 */
export function needsCore(): { skip?: string } {
  if (findCore()) return {};
  assert.notEqual(process.env.CI, 'true', 'no Xray core found, and CI=true permits no skip');
  return { skip: 'no Xray core: set XRAY_BIN or run scripts/install-core.ts' };
}

/**
 * The same for REALITY, which the distribution's V2Ray lacks: the one skip that `CI=true` permits, by its name
 * `ATLAS_CORE=v2ray`, on a machine without Go.
 */
export function needsReality(): { skip?: string } {
  return process.env.ATLAS_CORE === 'v2ray'
    ? { skip: 'ATLAS_CORE=v2ray: V2Ray 4 has no REALITY' }
    : needsCore();
}

/** Tries `check` until it returns something; fails with `what` when the deadline passes. */
export async function eventually<T>(
  what: string,
  check: () => Promise<T | undefined | false>,
  timeoutMs = 40_000,
): Promise<T> {
  const deadlineMs = performance.now() + timeoutMs;
  for (;;) {
    const value = await check();
    if (value !== undefined && value !== false) return value;
    assert.ok(performance.now() < deadlineMs, `${what}: not within ${timeoutMs} ms`);
    await delay(20);
  }
}

/**
 * A loopback port that nobody listens on, below the range from which the system takes ports by itself: it stays
 * free while the process that uses it is killed and started again.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 10_000 + randomInt(10_000);
    if (await canListen(port)) return port;
  }
}

async function canListen(port: number): Promise<boolean> {
  const server = createTcpServer().listen(port, '127.0.0.1');
  const isFree = await Promise.race([
    once(server, 'listening').then(() => true),
    once(server, 'error').then(() => false),
  ]).catch(() => false);
  if (isFree) await new Promise((resolve) => server.close(resolve));
  return isFree;
}

/** The internet of a test: an HTTP server on loopback that answers `reached`. */
export async function startWebTarget(): Promise<{ port: number; close(): void }> {
  const server = createHttpServer((_request, response) => response.end('reached')).listen(0, '127.0.0.1');
  return { port: await portOf(server), close: () => server.close().closeAllConnections() };
}

/** How a VLESS connection to a port on loopback begins: version, id, no addons, TCP, port, address. */
export function vlessHeader(uuid: string, targetPort: number): Buffer {
  const header = Buffer.alloc(26);
  Buffer.from(uuid.replaceAll('-', ''), 'hex').copy(header, 1);
  header[18] = 1;
  header.writeUInt16BE(targetPort, 19);
  header.set([1, 127, 0, 0, 1], 21);
  return header;
}

/** One HTTP request through a plain TCP VLESS inbound, without a second core. */
export async function reachesOverVless(
  vlessPort: number,
  uuid: string,
  targetPort: number,
): Promise<boolean> {
  const socket = connect(vlessPort, '127.0.0.1');
  const header = vlessHeader(uuid, targetPort);
  socket.write(Buffer.concat([header, Buffer.from('GET / HTTP/1.0\r\n\r\n')]));
  const answer = await readAll(socket);
  return answer.subarray(0, 2).equals(Buffer.from([0, 0])) && answer.includes('reached');
}

/** One HTTP request through a SOCKS5 proxy on loopback. */
export async function reachesOverSocks(socksPort: number, targetPort: number): Promise<boolean> {
  const socket = connect(socksPort, '127.0.0.1');
  const port = Buffer.alloc(2);
  port.writeUInt16BE(targetPort);
  socket.write(Buffer.from([5, 1, 0]));
  const connectRequest = Buffer.concat([Buffer.from([5, 1, 0, 1, 127, 0, 0, 1]), port]);
  socket.write(Buffer.concat([connectRequest, Buffer.from('GET / HTTP/1.0\r\n\r\n')]));
  return (await readAll(socket)).includes('reached');
}

/** A certificate that nobody but a test believes, for one name; the paths of its files. */
export function makeCertificate(folder: string, name: string): { key: string; cert: string } {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...['-keyout', key, '-out', cert, '-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`],
  ]);
  assert.equal(made.status, 0, `openssl: ${made.stderr}`);
  return { key, cert };
}

/** What a REALITY server borrows its handshake from: TLS 1.3, X25519, ALPN h2, a certificate for `sni`. */
export async function startRealityTarget(sni: string): Promise<{ port: number; close(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-target-'));
  const { key, cert } = makeCertificate(folder, sni);
  const server = createTlsServer({
    key: readFileSync(key),
    cert: readFileSync(cert),
    minVersion: 'TLSv1.3',
    ecdhCurve: 'X25519',
    ALPNProtocols: ['h2', 'http/1.1'],
  });
  rmSync(folder, { recursive: true });
  server.on('tlsClientError', () => undefined);
  server.on('secureConnection', (socket) => socket.on('error', () => undefined));
  server.listen(0, '127.0.0.1');
  return { port: await portOf(server), close: () => server.close() };
}

/** What a client needs of a REALITY inbound with Vision; the fields of a share link. */
export type RealityClient = { port: number; uuid: string; sni: string; publicKey: string; shortId: string };

/** A second core that is configured from what a share link says. */
export async function startClientCore(
  client: RealityClient,
): Promise<{ socksPort: number; stop(): Promise<void> }> {
  const socksPort = await freePort();
  return runClientCore(clientConfig(client, socksPort), socksPort);
}

/** A second core with exactly this configuration, which listens for SOCKS on `socksPort`. */
export async function runClientCore(
  config: object,
  socksPort: number,
): Promise<{ socksPort: number; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-client-'));
  const file = join(folder, 'client.json');
  writeFileSync(file, JSON.stringify(config));
  const tested = spawnSync(findCore() ?? '', ['run', '-test', '-config', file]);
  assert.equal(tested.status, 0, `${tested.stdout}${tested.stderr}`);
  const child = spawn(findCore() ?? '', ['run', '-config', file], { stdio: 'ignore' });
  await eventually('client core listens', () => accepts(socksPort));
  return {
    socksPort,
    async stop() {
      await endChild(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An outbound that may reach the test's own servers, which the core's freedom refuses by default. */
export function loopbackFreedom(): object {
  const finalRules = [{ action: 'allow', network: 'tcp', ip: ['127.0.0.1'] }];
  return { tag: 'direct', protocol: 'freedom', settings: { finalRules } };
}

export async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const isOpen = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'close').then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return isOpen;
}

/** Kills a child of the test and waits for its end. */
export async function endChild(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

function clientConfig({ port, uuid, sni, publicKey, shortId }: RealityClient, socksPort: number): object {
  return {
    log: { loglevel: 'none' },
    inbounds: [{ protocol: 'socks', listen: '127.0.0.1', port: socksPort, settings: { udp: false } }],
    outbounds: [
      {
        protocol: 'vless',
        settings: {
          vnext: [
            {
              address: '127.0.0.1',
              port,
              users: [{ id: uuid, encryption: 'none', flow: 'xtls-rprx-vision' }],
            },
          ],
        },
        streamSettings: {
          network: 'tcp',
          security: 'reality',
          realitySettings: { serverName: sni, fingerprint: 'chrome', publicKey, shortId, spiderX: '/' },
        },
      },
    ],
  };
}

/** What comes until the peer closes or the target's answer is there. */
async function readAll(socket: Socket): Promise<Buffer> {
  const chunks: Buffer[] = [];
  socket.setTimeout(5_000, () => socket.destroy());
  try {
    for await (const chunk of socket) {
      chunks.push(chunk);
      if (chunk.includes('reached')) break;
    }
  } catch {
    // A refused client sees a reset; what came before it counts.
  }
  return Buffer.concat(chunks);
}

async function portOf(
  server: { address(): unknown; listening: boolean; once: unknown } & NodeJS.EventEmitter,
): Promise<number> {
  if (!server.listening) await once(server, 'listening');
  return Number(Reflect.get(Object(server.address()), 'port'));
}
