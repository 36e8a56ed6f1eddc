/** The page's own script: all it does is copy the link. Its hash is in the policy, so nothing else can run. */
export const PAGE_SCRIPT = `
const button = document.querySelector('[data-copied]');
const field = document.querySelector('.address');
const said = document.querySelector('.said');
if (button && field && said) {
  const words = button.textContent;
  let timer = 0;
  const say = (text, isDone) => {
    said.textContent = text;
    said.classList.toggle('unseen', isDone);
    button.textContent = isDone ? text : words;
    button.classList.toggle('done', isDone);
    clearTimeout(timer);
    timer = setTimeout(() => { said.textContent = ''; button.textContent = words; button.classList.remove('done'); }, 3000);
  };
  const copyOldWay = () => {
    field.focus();
    field.setSelectionRange(0, field.value.length);
    return document.execCommand('copy');
  };
  button.hidden = false;
  field.addEventListener('focus', () => field.select());
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      say(button.dataset.copied, true);
    } catch {
      const isDone = copyOldWay();
      say(isDone ? button.dataset.copied : button.dataset.byHand, isDone);
    }
  });
}
`;
