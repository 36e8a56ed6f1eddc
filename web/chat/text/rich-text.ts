import type { ChatMessage } from '../../../src/sandbox/contract/chat.ts';
import { h } from '../dom.ts';
import type { Page } from '../page.ts';
import { nestEntities, type TextNode } from './entity-tree.ts';
import { safeHref } from './link.ts';

const plainTags: Partial<Record<string, 'b' | 'i' | 'u' | 's' | 'blockquote'>> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote',
};

/** Renders a message's text with its entities. */
export function renderRichText(page: Page, message: ChatMessage): Node[] {
  const render = (nodes: TextNode[]): Node[] =>
    nodes.map((node, index) =>
      node.kind === 'text'
        ? document.createTextNode(isBlock(nodes[index - 1]) ? node.text.replace(/^\n/, '') : node.text)
        : renderSpan({ page, chatId: message.chatId }, node, render(node.children)),
    );
  return render(nestEntities(message.text, message.entities));
}

/** A block ends its own line: the line break that follows it in the text would show as an empty one. */
function isBlock(node: TextNode | undefined): boolean {
  return node?.kind === 'span' && /^(pre|blockquote|expandable_blockquote)$/.test(node.entity.type);
}

type Place = { page: Page; chatId: number };

function renderSpan(place: Place, node: TextNode & { kind: 'span' }, children: Node[]): Node {
  const { type, url } = node.entity;
  const tag = plainTags[type];
  if (tag) return h(tag, {}, ...children);
  const text = textOf(node);
  switch (type) {
    case 'code':
    case 'pre':
      return copyable(place, type, { text, children });
    case 'spoiler':
      return spoiler(place.page, children);
    case 'text_link':
      return link(place, url ?? text, children);
    case 'url':
      return link(place, text, children);
    case 'email':
      return link(place, `mailto:${text}`, children);
    case 'bot_command':
      return h(
        'button',
        { type: 'button', class: 'command-link', onclick: () => place.page.send(place.chatId, text) },
        ...children,
      );
    default:
      return h('span', {}, ...children);
  }
}

function textOf(node: TextNode): string {
  return node.kind === 'text' ? node.text : node.children.map(textOf).join('');
}

function link({ page, chatId }: Place, address: string, children: Node[]): Node {
  const href = safeHref(address);
  if (href === undefined) return h('span', {}, ...children);
  const open = (event: MouseEvent) => {
    if (page.openInside(chatId, address)) event.preventDefault();
  };
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer', onclick: open }, ...children);
}

/** Monospace text copies itself when it is pressed, unless the press was the end of a selection. */
function copyable({ page, chatId }: Place, tag: 'code' | 'pre', content: { text: string; children: Node[] }) {
  const copy = () => void page.copy(content.text, chatId);
  return h(
    tag,
    {
      tabindex: 0,
      role: 'button',
      class: 'copyable',
      title: page.words.copyHint,
      onclick: () => {
        if (document.getSelection()?.isCollapsed !== false) copy();
      },
      onkeydown: (event: KeyboardEvent) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        copy();
      },
    },
    ...content.children,
  );
}

function spoiler(page: Page, children: Node[]): Node {
  const hidden = h('span', { class: 'spoiler-text' }, ...children);
  hidden.inert = true;
  const element = h(
    'span',
    { class: 'spoiler', role: 'button', tabindex: 0, 'aria-label': page.words.revealSpoiler },
    hidden,
  );
  const reveal = () => {
    hidden.inert = false;
    element.classList.add('is-revealed');
    for (const name of ['role', 'tabindex', 'aria-label']) element.removeAttribute(name);
  };
  element.addEventListener('click', reveal, { once: true });
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') reveal();
  });
  return element;
}
