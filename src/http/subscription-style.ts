/** The subscription page's own style and script; their hashes are in its policy, so nothing else can run. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#14202e, #e8eef5); --soft: light-dark(#51637a, #a2b3c6);
  --paper: light-dark(#f2f5f9, #0f1721); --card: light-dark(#fff, #182331); --accent: light-dark(#1a63d8, #6eb0ff);
  --on: light-dark(#0a7a3d, #56d08c); --off: light-dark(#a33a12, #ff9d76); }
* { box-sizing: border-box; margin: 0; }
body { background: var(--paper); color: var(--ink); font: 17px/1.45 system-ui, "Segoe UI", Roboto, sans-serif; }
main { max-width: 520px; margin: 0 auto; padding: 28px 18px 48px; text-align: center; }
h1 { font-size: 1.6em; } h2 { font-size: 1em; margin-bottom: 10px; color: var(--soft); font-weight: 600; }
.status { margin-top: 8px; font-weight: 600; } .on { color: var(--on); } .off { color: var(--off); }
.left, .note, .foot { margin-top: 6px; color: var(--soft); } .foot { margin-top: 28px; font-size: .88em; }
section { margin-top: 22px; padding: 18px; border-radius: 18px; background: var(--card); }
.qr svg { display: block; width: min(260px, 100%); height: auto; margin: 0 auto 10px; border-radius: 12px; background: #fff; }
.copy { margin-top: 16px; width: 100%; min-height: 52px; border: 0; border-radius: 14px; background: var(--accent);
  color: light-dark(#fff, #08182b); font: inherit; font-weight: 600; cursor: pointer; }
.apps { display: grid; grid-template-columns: repeat(auto-fit, minmax(130px, 1fr)); gap: 10px; }
.app { display: flex; align-items: center; justify-content: center; min-height: 48px; border-radius: 12px; padding: 6px 10px;
  border: 1px solid color-mix(in srgb, var(--accent) 45%, transparent); color: var(--accent); text-decoration: none; font-weight: 600; }
ol { text-align: start; padding-inline-start: 1.4em; } li + li { margin-top: 6px; }
a:focus-visible, button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;

export const PAGE_SCRIPT = `
for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', async () => {
    const words = button.textContent;
    try { await navigator.clipboard.writeText(button.dataset.copy); button.textContent = button.dataset.done; }
    catch { window.prompt(words, button.dataset.copy); }
    setTimeout(() => { button.textContent = words; }, 2500);
  });
}
`;
