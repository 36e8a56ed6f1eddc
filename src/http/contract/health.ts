/** `GET /health` for everyone: statuses only. */
export type Health = {
  status: 'ok' | 'degraded' | 'unavailable';
  db_ready: boolean;
  timestamp: string;
  inbox?: 'ok' | 'degraded';
  nodes?: 'ok' | 'degraded' | 'none';
};
