// A phone in the page, for developers: it calls the line over the same webhooks as the provider, and carries out what comes
// back. Here the page is connected to it; call.js is one call, verbs.js what the line can ask for.
import { Call } from './call.js';
import { Ear } from './ear.js';
import { ExpertPhone } from './expert.js';
import { offerMicrophone } from './microphone.js';
import { Screen } from './screen.js';
import { Voice } from './speech.js';
import { word } from './words.js';

// How sure the line is of what is typed, and of what is mumbled.
const [clear, mumbled] = [0.9, 0.2];

const phone = document.getElementById('phone');
const part = selector => phone.querySelector(selector);
const hook = part('.hook');
const words = part('#words');
const mumble = part('#mumble');
const screen = new Screen(phone);
const expert = new ExpertPhone(part('.expert'));
const voice = new Voice(() => part('#aloud').checked);
const ear = new Ear();
let call;

// Asked early: voices are there some time after.
globalThis.speechSynthesis?.getVoices();

hook.addEventListener('click', async () => {
  if (call) {
    call.hangUp();
    return;
  }
  if (matchMedia('(max-width: 52rem)').matches) {
    phone.scrollIntoView();
  }
  call = new Call({ screen, expert, voice, ear, from: part('#caller').value.trim(), to: phone.dataset.called, account: phone.dataset.account });
  connect(true);
  try {
    await call.run();
  } finally {
    call = undefined;
    connect(false);
  }
});
addEventListener('pagehide', () => call?.hangUp());

function connect(on) {
  hook.textContent = on ? hook.dataset.hangsUp : hook.dataset.calls;
  hook.classList.toggle('off', on);
  part('#caller').disabled = on;
  part('.handset .keypad').disabled = part('.say fieldset').disabled = !on;
}

// --- Keys: the phone's own, and those of the computer while the phone has the focus.

part('.handset .keypad').addEventListener('click', ({ target: { dataset } }) => {
  if (dataset.key) {
    press(dataset.key);
  }
});
phone.addEventListener('keydown', event => {
  const typing = event.target.matches('input:not([type=checkbox])');
  if (call && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && /^[0-9*#]$/.test(event.key)) {
    event.preventDefault();
    press(event.key);
  }
});

function press(key) {
  const button = part(`.handset [data-key="${key}"]`);
  button.classList.add('pressed');
  setTimeout(() => button.classList.remove('pressed'), 150);
  ear.press(key);
}

// --- Words: what is typed is what was spoken. Beginning to type is beginning to speak.

words.addEventListener('input', () => ear.speaking(words.value !== ''));
part('.say').addEventListener('submit', event => {
  event.preventDefault();
  const text = words.value.trim();
  if (text && say(text)) {
    words.value = '';
  }
});
offerMicrophone(part('[data-do=speak]'), ear, { tongue: phone.dataset.tongue, says: say, fails: note });

function say(text, confidence = clear) {
  const heard = ear.hear(text, mumble.checked ? mumbled : confidence);
  note(heard ? '' : word('NobodyListens'));
  return heard;
}

function note(text) {
  part('.note').textContent = text;
}
