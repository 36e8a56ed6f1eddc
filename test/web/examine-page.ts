/** What a person would stumble over on a page, found by measuring it. */
import type { Page } from 'playwright-core';

/** The least that a finger hits. Source: WCAG 2.2, target size (enhanced). */
const TOUCH_PX = 44;
/** Of text on its background. Source: WCAG 2.2, contrast (minimum). */
const CONTRAST = 4.5;

/** Elements by tag and text: too small to press, outside the window, cut off, too pale. */
export type Findings = Record<'small' | 'out' | 'cut' | 'pale', string[]> & {
  width: number;
  count: number;
  lang: string;
  direction: string;
};

/**
 * Opens all folds and measures what can be seen. `inline`: what is pressed within a line of text and is as small as
 * that; `scrolls`: what may lead out of the window, because it scrolls sideways.
 */
export function examinePage(page: Page, { inline = 'none', scrolls = 'none' } = {}): Promise<Findings> {
  return page.evaluate(`(${EXAMINE})(${JSON.stringify({ inline, scrolls })})`);
}

const EXAMINE = `({ inline, scrolls }) => {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (colour) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (colour) => {
    const [r, g, b] = rgb(colour).map((part) => { const p = part / 255; return p <= .04045 ? p / 12.92 : ((p + .055) / 1.055) ** 2.4; });
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (rgb(colour)[3] === 255) return colour;
    }
    return 'white';
  };
  const seen = [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('svg, .said'));
  const name = (one) => one.tagName + ' ' + (one.innerText || one.className).slice(0, 30);
  const small = seen.filter((one) => one.matches('a, button, summary, input') && !one.matches(inline)).filter((one) => one.getBoundingClientRect().height < ${TOUCH_PX} || one.getBoundingClientRect().width < ${TOUCH_PX});
  const out = seen.filter((one) => !one.closest(scrolls)).filter((one) => { const box = one.getBoundingClientRect(); return box.left < -1 || box.right > innerWidth + 1; });
  const cut = seen.filter((one) => one.matches('a, button, h1, h2, h4, li, p') && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline');
  const pale = seen.filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())).filter((one) => {
    const [a, b] = [light(getComputedStyle(one).color), light(ground(one))].sort((x, y) => y - x);
    return (a + .05) / (b + .05) < ${CONTRAST};
  });
  return {
    small: small.map(name), out: out.map(name), cut: cut.map(name), pale: pale.map(name),
    width: document.documentElement.scrollWidth, count: seen.length,
    lang: document.documentElement.lang, direction: getComputedStyle(document.documentElement).direction,
  };
}`;
