import { randomUUID } from 'node:crypto';

export type RefusalCode =
  | 'invalid_request'
  | 'invalid_credentials'
  | 'not_found'
  | 'too_many_requests'
  | 'internal_server_error';

const STATUS: Record<RefusalCode, number> = {
  invalid_request: 400,
  invalid_credentials: 401,
  not_found: 404,
  too_many_requests: 429,
  internal_server_error: 500,
};

/** YooKassa's "no". */
export class YooKassaRefusal extends Error {
  readonly code: RefusalCode;
  readonly parameter: string | undefined;

  constructor(code: RefusalCode, description: string, parameter?: string) {
    super(description);
    this.name = 'YooKassaRefusal';
    this.code = code;
    this.parameter = parameter;
  }
}

/** A "no" as it is answered. */
export function toErrorAnswer({ code, message, parameter }: YooKassaRefusal): {
  status: number;
  body: unknown;
} {
  return {
    status: STATUS[code],
    body: { type: 'error', id: randomUUID(), code, description: message, parameter },
  };
}
