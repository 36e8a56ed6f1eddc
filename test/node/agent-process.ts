import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AgentState, agentRoutes, type WireCredential } from '../../src/nodes/protocol/contract.ts';
import { endChild, eventually, freePort, loopbackFreedom } from '../support/core.ts';

export const apiKey = 'key-of-the-test-node';
const AGENT = join(import.meta.dirname, '../../src/main/node-agent.ts');

/** A node of a test: its directory, its agent while it runs, and what to ask it. */
export class TestNode {
  readonly folder = mkdtempSync(join(tmpdir(), 'atlas-node-'));
  readonly stateDir = join(this.folder, 'state');
  readonly #env: Record<string, string>;
  agent: ChildProcess | null = null;
  url = '';
  stderr = '';

  constructor(env: Record<string, string>) {
    this.#env = {
      PATH: process.env.PATH ?? '',
      ...(process.env.NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE } : {}),
      NODE_API_KEY: apiKey,
      NODE_PORT: '0',
      NODE_PUBLIC_HOST: '127.0.0.1',
      NODE_STATE_DIR: this.stateDir,
      LOG_LEVEL: 'info',
      ...env,
    };
  }

  /** Writes a base configuration with one plain TCP VLESS inbound and returns its path. */
  static plainBase(folder: string, port: number): string {
    const path = join(folder, 'base.json');
    const inbound = {
      tag: 'plain',
      protocol: 'vless',
      listen: '127.0.0.1',
      port,
      settings: { decryption: 'none' },
    };
    writeFileSync(
      path,
      JSON.stringify({ log: { loglevel: 'warning' }, inbounds: [inbound], outbounds: [loopbackFreedom()] }),
    );
    return path;
  }

  static async plain(env: Record<string, string>): Promise<{ node: TestNode; vlessPort: number }> {
    const vlessPort = await freePort();
    const node = new TestNode(env);
    node.#env.XRAY_CONFIG_PATH = TestNode.plainBase(node.folder, vlessPort);
    return { node, vlessPort };
  }

  spawn(env: Record<string, string> = {}): ChildProcess {
    const child = spawn(process.execPath, [AGENT], {
      env: { ...this.#env, ...env },
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    child.stderr?.on('data', (chunk) => {
      this.stderr += chunk;
    });
    return child;
  }

  async start(env: Record<string, string> = {}): Promise<void> {
    const described = join(this.stateDir, 'agent.json');
    const child = this.spawn(env);
    this.agent = child;
    this.url = await eventually(
      `agent starts`,
      async () => {
        assert.equal(child.exitCode, null, `the agent ended: ${this.stderr}`);
        if (!existsSync(described)) return false;
        const { pid, url } = JSON.parse(readFileSync(described, 'utf8'));
        return pid === child.pid && String(url);
      },
      120_000,
    );
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (this.agent) await endChild(this.agent, signal);
  }

  async call(
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: unknown }> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await fetch(`${this.url}${path}`, {
      method,
      headers: { 'x-api-key': apiKey, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: text }),
    });
    return { status: answer.status, body: await answer.json() };
  }

  async state(): Promise<AgentState> {
    return (await this.call('GET', agentRoutes.state)).body as AgentState;
  }

  change(upsert: WireCredential[], removeEmails: string[] = []): Promise<{ status: number; body: unknown }> {
    const lease = { owner: 'test', fence: '1', ttlMs: 30_000 };
    return this.call('POST', agentRoutes.change, { lease, upsert, removeEmails });
  }

  /** Ends agent and core and removes the directory. */
  async dispose(): Promise<void> {
    await this.kill();
    const record = join(this.stateDir, 'core.pid');
    if (existsSync(record)) killQuietly(JSON.parse(readFileSync(record, 'utf8')).pid);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function credentialOf(email: string, inMs = 3_600_000): WireCredential {
  return { email, vlessId: crypto.randomUUID(), expiresAtMs: Date.now() + inMs };
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended already.
  }
}
