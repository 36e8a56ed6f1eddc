/** The only source of business time. Tests and the time machine pass their own. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };
