import type {
  ChatCustomer,
  ChatMessage,
  ChatState,
  CreateCustomer,
  CryptoInvoice,
  PayInvoice,
  PayOutcome,
  PressButton,
  SendText,
  Switches,
} from '../../../src/sandbox/contract/chat.ts';

/** The sandbox said no (its own words) or could not be reached (`isUnreachable`). */
export class ChatApiError extends Error {
  readonly isUnreachable: boolean;

  constructor(message: string, isUnreachable: boolean) {
    super(message);
    this.isUnreachable = isUnreachable;
  }
}

/** The sandbox's own words, or `unreachable` when it did not answer. */
export function reasonOf(error: unknown, unreachable: string): string {
  return error instanceof ChatApiError && !error.isUnreachable ? error.message : unreachable;
}

const requestTimeoutMs = 15_000;

async function request<Answer>(path: string, body?: unknown): Promise<Answer> {
  const init: RequestInit = { signal: AbortSignal.timeout(requestTimeoutMs), cache: 'no-store' };
  if (body !== undefined) {
    init.method = 'POST';
    init.headers = { 'content-type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(path, init);
    answer = await response.json();
  } catch (cause) {
    throw new ChatApiError(String(cause), true);
  }
  if (!response.ok) throw new ChatApiError(refusalText(answer) ?? `HTTP ${response.status}`, false);
  return answer as Answer;
}

function refusalText(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return undefined;
  return typeof answer.error === 'string' ? answer.error : undefined;
}

/** The routes of the sandbox, as `src/sandbox/contract/chat.ts` lists them. */
export const chatApi = {
  eventsPath: '/chat/events',
  filePath: (fileId: string) => `/chat/files/${encodeURIComponent(fileId)}`,
  readState: () => request<ChatState>('/chat/state'),
  createCustomer: (customer: CreateCustomer) => request<ChatCustomer>('/chat/customers', customer),
  sendText: (message: SendText) => request<ChatMessage>('/chat/messages', message),
  pressButton: (press: PressButton) => request<{ callbackId: string }>('/chat/callbacks', press),
  payInvoice: (invoiceId: number) => request<CryptoInvoice>(`/chat/invoices/${invoiceId}/pay`, {}),
  /** Telegram waits ten seconds for the bot: longer than that is an answer too. */
  payMessage: (invoice: PayInvoice) => request<PayOutcome>('/chat/payments/pay', invoice),
  setSwitches: (switches: Partial<Switches>) => request<Switches>('/chat/switches', switches),
};
