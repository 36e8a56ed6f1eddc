import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isolate, runRightToLeft } from './right-to-left.ts';

const [FSI, PDI, RLM] = ['\u2068', '\u2069', '\u200f'];
const KEY = 'vless://6f1d2c3b@node.example:443?type=tcp&amp;flow=xtls#Atlas';

describe('text from right to left', () => {
  it('keeps a date with its time, and an amount with its sign, in their own order', () => {
    assert.equal(isolate('03.02.2026 04:05'), `${FSI}03.02.2026 04:05${PDI}`);
    assert.equal(isolate(''), '');
    assert.equal(
      isolate(' · iOS · Happ'),
      ` · ${FSI}iOS · Happ${PDI}`,
      'a separator stands between two values',
    );
    assert.equal(
      isolate('one\n\ntwo'),
      `${FSI}one${PDI}\n\n${FSI}two${PDI}`,
      'an isolate ends with its line',
    );
  });
  it('runs so in every line, whatever the line begins with', () => {
    const name = isolate('Ivan');
    assert.equal(runRightToLeft(`👋 <b>${name}</b>، أهلًا`), `${RLM}👋 <b>${name}</b>، أهلًا`);
    assert.equal(runRightToLeft('<b>مرحبًا</b> Ivan'), '<b>مرحبًا</b> Ivan', 'it does already');
    assert.equal(runRightToLeft('مرحبًا\n\nVPN سريع\nBasic'), `مرحبًا\n\n${RLM}VPN سريع\n${RLM}Basic`);
    const values = `${isolate('03.02.2026')} · ${isolate('شراء')}`;
    assert.equal(runRightToLeft(values), `${RLM}${values}`, 'letters in isolates do not decide');
    assert.equal(runRightToLeft('3 أجهزة\n◀️'), '3 أجهزة\n◀️');
    assert.equal(runRightToLeft('Basic'), 'Basic', 'no word of the language is in it');
  });
  it('leaves what is there to be copied without anything that cannot be seen', () => {
    const text = runRightToLeft(
      `Atlas: مفتاحك\n<code>${isolate(KEY)}</code>\nVPN هنا <code>${isolate('أ\nb')}</code>`,
    );
    const key = `${FSI}<code>${KEY}</code>${PDI}`;
    assert.equal(text, `${RLM}Atlas: مفتاحك\n${key}\n${RLM}VPN هنا ${FSI}<code>أ\nb</code>${PDI}`);
    const copied = [...text.matchAll(/<code>([\s\S]*?)<\/code>/g)].map(([, inner]) => inner);
    assert.deepEqual(copied, [KEY, 'أ\nb']);
  });
  it('goes on after it', () => {
    const text = runRightToLeft('مفتاح <code>x</code> VPN\nVPN سريع');
    assert.equal(text, `مفتاح ${FSI}<code>x</code>${PDI} VPN\n${RLM}VPN سريع`);
  });
});
