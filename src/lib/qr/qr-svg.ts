import { renderSVG } from 'uqr';

/** Quiet zone in modules, as scanners expect. */
const BORDER = 4;

/** A QR code as an inline picture, black on white whatever is around it. */
export function renderQrSvg(text: string): string {
  return renderSVG(text, { border: BORDER });
}
