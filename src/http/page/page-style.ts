/**
 * The page's own style; its hash is in the policy, so nothing else can dress it. Only what browsers of the last
 * six years know, because customers' phones are old; every distance is logical, so that it mirrors in Arabic.
 */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f7f2ea; --card: #fffdf9; --inset: #f4ede2; --line: #e3d8c7;
  --ink: #2b241d; --soft: #6a5d4f; --accent: #0f6b5c; --on-accent: #fff; --tint: #e2f0eb;
  --good: #0d6a4b; --good-tint: #def0e5; --warn: #8a4b00; --warn-tint: #fbeacb; --bad: #a1341c; --bad-tint: #fae1d9;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #191613; --card: #24201c; --inset: #2d2823; --line: #423a32;
    --ink: #f3ebe0; --soft: #bcae9e; --accent: #7fd0bd; --on-accent: #0d2621; --tint: #1f3a34;
    --good: #86d9ae; --good-tint: #1c3a2c; --warn: #f3c173; --warn-tint: #43321a; --bad: #ffab94; --bad-tint: #47261e;
  }
}
* { box-sizing: border-box; margin: 0; }
[hidden] { display: none !important; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  min-height: 100vh; padding: 14px 14px 36px; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif;
  overflow-wrap: break-word;
}
body:lang(ar) { line-height: 1.7; }
header, main, footer { max-width: 1060px; margin-inline: auto; }
.narrow header, .narrow main, .narrow footer { max-width: 560px; }
header {
  display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 4px 16px;
  margin-block-end: 14px;
}
.brand { display: flex; align-items: center; gap: 10px; font-weight: 700; font-size: 1.06em; }
.logo { width: 32px; height: 32px; fill: var(--accent); }
.logo .shield { fill: var(--card); }
.logo .tick { fill: none; stroke: var(--accent); stroke-width: 2.6; stroke-linecap: round; stroke-linejoin: round; }
.languages { display: flex; flex-wrap: wrap; margin-inline: -8px; }
.languages > * {
  display: flex; align-items: center; min-width: 44px; min-height: 44px; padding-inline: 8px; border-radius: 10px;
  justify-content: center; color: var(--soft); font-size: .92em; text-underline-offset: 3px;
}
.languages .here { color: var(--ink); font-weight: 600; }

main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; }
.card { padding: 20px 18px; border: 1px solid var(--line); border-radius: 20px; background: var(--card); }
h1 { font-size: 1.7em; line-height: 1.25; letter-spacing: -.01em; text-wrap: balance; }
h1:lang(ar) { letter-spacing: 0; line-height: 1.45; }
h2 { font-size: 1.16em; line-height: 1.35; }
h3 { margin-block: 22px 8px; font-size: .95em; color: var(--soft); font-weight: 600; }
h4 { font-size: 1em; line-height: 1.4; }
.soft { color: var(--soft); font-size: .95em; }

.badge {
  display: inline-flex; align-items: center; gap: 8px; margin-block-end: 10px; padding: 3px 12px; border-radius: 99px;
  font-size: .88em; font-weight: 600; color: var(--good); background: var(--good-tint);
}
.badge::before { content: ""; width: 8px; height: 8px; border-radius: 50%; background: currentColor; }
.suspended .badge { color: var(--warn); background: var(--warn-tint); }
.ended .badge { color: var(--bad); background: var(--bad-tint); }
.status h1 + p { margin-block-start: 6px; }
.status p + .soft { margin-block-start: 6px; }
.status > .button { margin-block-start: 20px; }
.fact { margin-block-start: 16px; padding-block-start: 14px; border-block-start: 1px solid var(--line); }
.fact h2 { font-size: .9em; color: var(--soft); font-weight: 600; margin-block-end: 4px; }
.pair { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 14px; }
.pair > :first-child { font-weight: 600; }
progress {
  display: block; width: 100%; height: 10px; margin-block-start: 8px; border: 0; border-radius: 99px; overflow: hidden;
  -webkit-appearance: none; appearance: none; background: var(--inset); color: var(--accent);
}
progress::-webkit-progress-bar { background: var(--inset); }
progress::-webkit-progress-value { background: var(--accent); border-radius: 99px; }
progress::-moz-progress-bar { background: var(--accent); border-radius: 99px; }
.suspended progress { color: var(--warn); }
.suspended progress::-webkit-progress-value { background: var(--warn); }
.suspended progress::-moz-progress-bar { background: var(--warn); }
.chips { display: flex; flex-wrap: wrap; gap: 8px; padding: 0; margin-block-start: 6px; list-style: none; }
.chips li { display: flex; gap: 8px; padding: 4px 12px; border-radius: 99px; background: var(--inset); font-size: .94em; }
.chips b { color: var(--soft); font-weight: 600; font-size: .9em; align-self: center; }

.own { margin-block: 10px 14px; display: inline-block; padding: 3px 12px; border-radius: 99px; background: var(--tint); color: var(--accent); font-weight: 600; font-size: .92em; }
.steps { counter-reset: step; padding: 0; list-style: none; }
.steps > li { position: relative; counter-increment: step; padding-inline-start: 44px; padding-block-end: 20px; }
.steps > li:last-child { padding-block-end: 4px; }
.steps > li::before {
  content: counter(step); position: absolute; inset-inline-start: 0; inset-block-start: -2px; width: 30px; height: 30px;
  display: flex; align-items: center; justify-content: center; border-radius: 50%;
  background: var(--tint); color: var(--accent); font-weight: 700; font-size: .95em; line-height: 1;
}
.steps > li:not(:last-child)::after {
  content: ""; position: absolute; inset-inline-start: 14px; inset-block: 34px 8px; width: 2px; background: var(--tint); border-radius: 2px;
}
.stores, .imports { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 116px), 1fr)); gap: 10px; margin-block-start: 12px; }
.imports { display: flex; flex-wrap: wrap; }
.imports .button { flex: 1 1 116px; width: auto; padding-inline: 8px; font-size: .96em; }
.store {
  display: flex; flex-direction: column; justify-content: center; min-height: 56px; padding: 6px 10px; border-radius: 14px;
  border: 1px solid var(--line); background: var(--inset); color: var(--ink); text-decoration: none; line-height: 1.3;
}
.store > * { text-align: start; unicode-bidi: isolate; }
[dir="rtl"] .store > * { text-align: end; }
.store b { font-weight: 600; font-size: .94em; } .store small { color: var(--soft); font-size: .85em; }
.button {
  display: flex; align-items: center; justify-content: center; width: 100%; min-height: 48px; padding: 8px 16px;
  border: 1.5px solid transparent; border-radius: 14px; background: var(--accent); color: var(--on-accent);
  font: inherit; font-weight: 600; line-height: 1.3; text-align: center; text-decoration: none; cursor: pointer;
}
.imports .button:not(:first-child), .quiet { background: transparent; color: var(--accent); border-color: var(--accent); }
.imports .button:first-child { flex-basis: 100%; font-size: 1em; }
.button.done { background: var(--good-tint); color: var(--good); border-color: transparent; }
@media (hover: hover) {
  .button:hover { filter: brightness(1.08); }
  .imports .button:not(:first-child):hover, .quiet:hover, .fold > summary:hover { background: var(--tint); filter: none; }
  .store:hover { border-color: var(--accent); }
}

.fold { border-block-start: 1px solid var(--line); }
.fold > summary {
  display: flex; align-items: center; justify-content: space-between; gap: 12px; min-height: 52px; padding: 8px 10px;
  margin-inline: -10px; border-radius: 10px; font-weight: 600; line-height: 1.35; cursor: pointer; list-style: none;
}
.fold > summary::-webkit-details-marker { display: none; }
.fold > summary::after {
  content: ""; flex: none; width: 9px; height: 9px; margin-block-start: -5px; border: solid var(--soft);
  border-width: 0 2px 2px 0; transform: rotate(45deg);
}
.fold[open] > summary::after { margin-block-start: 4px; transform: rotate(-135deg); }
.fold > .steps { padding-block: 10px 16px; }
.fold:last-child { margin-block-end: -10px; }
.fold > p { padding-block: 2px 16px; color: var(--soft); }
.connect > h2 + .fold, .help > h2 + .fold { margin-block-start: 12px; }

figure { display: flex; flex-direction: column; align-items: center; gap: 10px; margin-block: 14px 16px; text-align: center; }
.qr { width: min(228px, 100%); padding: 2px; border-radius: 16px; background: #fff; overflow: hidden; }
.qr svg { display: block; width: 100%; height: auto; }
.address {
  width: 100%; min-height: 48px; margin-block: 10px; padding: 8px 14px; border: 1px solid var(--line); border-radius: 14px;
  background: var(--inset); color: var(--ink); font: .88em/1.4 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace;
  text-align: left; text-overflow: ellipsis;
}
.said { margin-block-start: 8px; color: var(--soft); text-align: center; font-size: .95em; }
.said:empty, .said.unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

footer { margin-block-start: 22px; text-align: center; }
footer p { max-width: 62ch; margin: 16px auto 0; color: var(--soft); font-size: .9em; }
footer .button { max-width: 420px; margin-inline: auto; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }

@media (min-width: 900px) {
  body { padding: 28px 32px 56px; }
  header { margin-block-end: 22px; }
  .card { padding: 26px 28px; }
  .wide main { display: flow-root; margin-block-end: -20px; }
  .wide .card { margin-block-end: 20px; }
  .wide .status, .wide .link { width: calc(42% - 10px); float: left; clear: left; }
  .wide .connect, .wide .help { width: calc(58% - 10px); float: right; clear: right; }
  [dir="rtl"] .wide .status, [dir="rtl"] .wide .link { float: right; clear: right; }
  [dir="rtl"] .wide .connect, [dir="rtl"] .wide .help { float: left; clear: left; }
}
@media (prefers-reduced-motion: no-preference) { .button, .store, .fold > summary { transition: background-color .15s, border-color .15s, filter .15s; } }
`;
