import type { ChatState, Switches } from '../contract/chat.ts';
import type { Events } from '../state/events.ts';
import type { Journal } from '../state/journal.ts';

/** The visitor's switches and what is known about the core. */
export type Switchboard = {
  switches(): Switches;
  change(wanted: Partial<Switches>): Switches;
  /** Moments, in milliseconds from now, to send the next provider webhook at; uses the switches up. */
  takeWebhookDelays(): number[];
  core(): ChatState['core'];
  setCore(core: ChatState['core']): void;
};

const OFF: Switches = { duplicateNextWebhook: 0, delayNextWebhookMs: 0, nodeDown: false };

export function createSwitchboard(
  journal: Journal,
  events: Events,
  initialCore: ChatState['core'],
): Switchboard {
  let current: Switches = journal.load<Switches>('switches')[0]?.value ?? OFF;
  let core = initialCore;
  const change = (wanted: Partial<Switches>): Switches => {
    current = { ...current, ...wanted };
    journal.put('switches', 'all', current);
    events.emit({ type: 'switches', switches: current });
    return current;
  };
  return {
    switches: () => current,
    change,
    takeWebhookDelays() {
      const { duplicateNextWebhook, delayNextWebhookMs } = current;
      if (duplicateNextWebhook > 0 || delayNextWebhookMs > 0) {
        change({ duplicateNextWebhook: 0, delayNextWebhookMs: 0 });
      }
      return Array.from({ length: 1 + duplicateNextWebhook }, () => delayNextWebhookMs);
    },
    core: () => core,
    setCore: (next) => {
      core = next;
    },
  };
}
