/** Makes identifiers; a port so that a simulation is repeatable. */
export type Ids = {
  /** Time-ordered UUID: a row's key. */
  rowId(): string;
  /** Random UUID: what outsiders see, such as a credential's id. */
  secretId(): string;
};
