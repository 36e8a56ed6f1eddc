import type { Right } from '../../../domain/operations/roles.ts';
import type { Fields } from '../button-table.ts';

/**
 * What a button of the panel is, besides where it leads. `view` shows something and ends a form that was begun;
 * `step` goes on with one; `act` changes something; `confirm` changes what a form has gathered, and ends it.
 */
export type PanelButton<F extends Fields> = {
  right: Right;
  kind: 'view' | 'step' | 'act' | 'confirm';
  fields: F;
};

export function view<F extends Fields>(right: Right, fields: F): PanelButton<F> {
  return { right, kind: 'view', fields };
}

export function step<F extends Fields>(right: Right, fields: F): PanelButton<F> {
  return { right, kind: 'step', fields };
}

export function act<F extends Fields>(right: Right, fields: F): PanelButton<F> {
  return { right, kind: 'act', fields };
}

export function confirm<F extends Fields>(right: Right, fields: F): PanelButton<F> {
  return { right, kind: 'confirm', fields };
}
