// Every word shown comes from the page, in its language.
const words = JSON.parse(document.getElementById('phone').dataset.words);

export function word(name, ...values) {
  if (!(name in words)) {
    throw new Error(`no such word: ${name}`);
  }
  return values.reduce((text, value, index) => text.replace(`{${index}}`, () => value), words[name]);
}
