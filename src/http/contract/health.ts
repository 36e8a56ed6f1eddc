/** `GET /health` for everyone: statuses only. */
export type Health = {
  status: 'ok' | 'degraded' | 'unavailable';
  db_ready: boolean;
  timestamp: string;
  inbox?: 'ok' | 'degraded';
  nodes?: 'ok' | 'degraded' | 'none';
  /** How what the shop needs is, and how much that matters. */
  components?: Record<'database' | 'payments' | 'vpn_api', 'healthy' | 'degraded' | 'unavailable'>;
  severity?: 'green' | 'yellow' | 'red';
};
