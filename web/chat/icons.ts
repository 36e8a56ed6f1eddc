const paths = {
  shield: ['M12 3 5 5.8v5.4c0 4.4 2.9 8 7 9.8 4.1-1.8 7-5.4 7-9.8V5.8z', 'm9 11.8 2.2 2.2 4-4.3'],
  send: [
    'M4.5 12 3.6 5.1c-.1-.7.6-1.2 1.2-.9l15.3 7.1c.6.3.6 1.1 0 1.4L4.8 19.8c-.6.3-1.3-.2-1.2-.9z',
    'M4.5 12h7.5',
  ],
  menu: ['M5 7h14', 'M5 12h14', 'M5 17h9'],
  plus: ['M12 5v14', 'M5 12h14'],
  close: ['m6 6 12 12', 'M18 6 6 18'],
  bolt: ['M13 3 5.5 13.5H12L11 21l7.5-10.5H12z'],
  external: ['M8 16 16.5 7.5', 'M9.5 7.5h7v7'],
  copy: ['M9 9h10v10H9z', 'M15 9V5H5v10h4'],
  wallet: [
    'M4 7.5h14.5a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18z',
    'M4 7.5 15.5 4v3.5',
    'M16 13.5h.01',
  ],
  check: ['m5 12.5 4.5 4.5L19 7.5'],
  down: ['M12 5v13', 'm6 12.5 6 6 6-6'],
  sun: [
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
    'M12 3v1.5',
    'M12 19.5V21',
    'M3 12h1.5',
    'M19.5 12H21',
    'm5.6 5.6 1.1 1.1',
    'm17.3 17.3 1.1 1.1',
    'm5.6 18.4 1.1-1.1',
    'm17.3 6.7 1.1-1.1',
  ],
  moon: ['M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z'],
  auto: ['M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z', 'M12 4a8 8 0 0 1 0 16z'],
  repeat: ['M8 5 5 8l3 3', 'M5 8h10a4 4 0 0 1 0 8H7'],
  clock: ['M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z', 'M12 8v4.5l3 1.5'],
  unplug: [
    'm4 20 4-4',
    'm16 8 4-4',
    'M9 9.5 6.5 12a3.5 3.5 0 0 0 5 5l2.5-2.5',
    'M15 14.5l2.5-2.5a3.5 3.5 0 0 0-5-5L10 9.5',
    'M4 4l16 16',
  ],
} satisfies Record<string, string[]>;

export type IconName = keyof typeof paths;

/** A decorative line icon; what it means is said by the text or label of its parent. */
export function icon(name: IconName): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `icon icon-${name}`);
  for (const d of paths[name]) {
    const path = document.createElementNS(namespace, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
