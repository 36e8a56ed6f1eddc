/** The only source of business time; composition roots pass the real one, tests their own. */
export type Clock = { now(): Date };
