import { isLoopbackName } from '../../transport/guard.ts';
import { badRequest } from '../refusal.ts';

export type WebhookSettings = {
  url: string;
  secretToken?: string;
  maxConnections: number;
  ipAddress?: string;
};

/** Source: core.telegram.org/bots/api#setwebhook. */
const DEFAULT_MAX_CONNECTIONS = 40;
const MAX_CONNECTIONS = 100;
const PORTS = new Set(['', '80', '88', '443', '8443']);

export type WebhookRequest = {
  url: string;
  secret_token?: string;
  max_connections?: number;
  ip_address?: string;
  allowed_updates?: string[];
  drop_pending_updates?: boolean;
};

/**
 * The settings of a setWebhook call with a non-empty url. Plain http and any port are accepted for loopback,
 * and nothing else is reachable: the sandbox resolves no names and calls no one outside this machine.
 * Throws: ApiRefusal with Telegram's reason.
 */
export function readWebhookSettings(request: WebhookRequest): WebhookSettings {
  if (!URL.canParse(request.url)) throw badRequest('bad webhook: invalid webhook URL specified');
  const { protocol, hostname, port } = new URL(request.url);
  const isLoopback = isLoopbackName(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback)) {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  }
  if (!isLoopback && !PORTS.has(port)) {
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
  }
  if (!isLoopback) throw badRequest('bad webhook: failed to resolve host: Name or service not known');
  const secret = request.secret_token;
  if (secret !== undefined && !/^[A-Za-z0-9_-]+$/.test(secret)) {
    throw badRequest('secret token contains unallowed characters');
  }
  const wanted = request.max_connections ?? DEFAULT_MAX_CONNECTIONS;
  return {
    url: request.url,
    maxConnections: Math.min(Math.max(wanted, 1), MAX_CONNECTIONS),
    ...(secret === undefined ? {} : { secretToken: secret }),
    ...(request.ip_address === undefined ? {} : { ipAddress: request.ip_address }),
  };
}
