type Child = Node | string | null | undefined | false;
type Attribute = string | number | boolean | undefined | ((event: never) => void);

/**
 * Creates an element. `on…` functions become listeners, `true` an empty attribute, `false` and `undefined`
 * nothing. Text children become text nodes, so nothing that a bot sends is ever read as markup.
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, Attribute> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else if (value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Makes `parent` hold exactly `nodes` in this order, and touches only what differs, so focus survives. */
export function reconcile(parent: Element, nodes: readonly Node[]): void {
  const wanted = new Set(nodes);
  for (const child of [...parent.childNodes]) {
    if (!wanted.has(child)) child.remove();
  }
  let cursor = parent.firstChild;
  for (const node of nodes) {
    if (node === cursor) cursor = cursor.nextSibling;
    else parent.insertBefore(node, cursor);
  }
}

/** Sets the text only when it differs: a live region does not repeat itself. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** What the page keeps in this browser; a browser that forbids storage just forgets. */
export const keepsake = {
  read(name: string): string | null {
    try {
      return localStorage.getItem(`atlas-sandbox.${name}`);
    } catch {
      return null;
    }
  },
  write(name: string, value: string): void {
    try {
      localStorage.setItem(`atlas-sandbox.${name}`, value);
    } catch {
      // Storage is forbidden or full: the choice lasts until the page closes.
    }
  },
};
