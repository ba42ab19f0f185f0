import { Silence, unless } from './waiting.js';
import { address } from './webhooks.js';

// Asks, listens, and takes the answer to the action: keys, or words.
export async function gather(verb, leg, base) {
  const attribute = (name, otherwise) => verb.getAttribute(name) ?? otherwise;
  const inputs = attribute('input', 'dtmf').split(' ');
  const cut = new AbortController();
  const entry = new Entry({
    takesKeys: inputs.includes('dtmf'),
    takesWords: inputs.includes('speech'),
    patience: Number(attribute('timeout', 5)),
    most: Number(attribute('numDigits', Infinity)),
    finish: attribute('finishOnKey', '#'),
    language: attribute('language', undefined),
    began: () => cut.abort(),
    shows: digits => leg.screen.digits(digits),
  });

  leg.ear.open(entry);
  const asked = ask(verb, leg, base, cut.signal).then(() => {
    if (!entry.silence.ended) {
      leg.screen.state(entry.takes);
      entry.silence.measure();
    }
  });
  let heard;
  try {
    // What is asked can fail as well; that it is over says nothing yet.
    heard = await unless(leg.signal, Promise.race([entry.heard, asked.then(() => entry.heard)]));
  } finally {
    cut.abort();
    entry.silence.end();
    leg.ear.close(entry);
    leg.screen.digits('');
  }
  leg.screen.heard(heard);
  leg.screen.state('StateThinking');
  return heard || attribute('actionOnEmptyResult') === 'true'
    ? { url: address(attribute('action', base.href), base), more: heard ?? entry.nothing }
    : undefined;
}

async function ask(verb, leg, base, cut) {
  try {
    await leg.within(cut).play(verb.children, base);
  } catch (stopped) {
    if (!cut.aborted) {
      throw stopped;
    }
  }
}

// What one person answers, until it is complete.
class Entry {
  #digits = '';
  #done;

  constructor(asked) {
    Object.assign(this, { asked, language: asked.language });
    this.heard = new Promise(done => { this.#done = done; });
    this.silence = new Silence(asked.patience, () => this.#done(this.#digits ? { Digits: this.#digits } : undefined));
  }

  get takes() {
    return this.asked.takesKeys && this.asked.takesWords ? 'StateListening' : this.asked.takesKeys ? 'StateListeningKeys' : 'StateListeningSpeech';
  }

  get nothing() {
    return { ...this.asked.takesKeys && { Digits: '' }, ...this.asked.takesWords && { SpeechResult: '' } };
  }

  key(key) {
    if (!this.asked.takesKeys) {
      return false;
    }
    this.asked.began();
    if (key === this.asked.finish) {
      this.#done({ Digits: this.#digits, FinishedOnKey: key });
      return true;
    }
    this.#digits += key;
    this.asked.shows(this.#digits);
    if (this.#digits.length >= this.asked.most) {
      this.#done({ Digits: this.#digits });
    } else {
      this.silence.measure();
    }
    return true;
  }

  // Keys go before words: they are surely meant.
  words(text, confidence) {
    if (!this.asked.takesWords || this.#digits) {
      return false;
    }
    this.asked.began();
    this.#done({ SpeechResult: text, Confidence: confidence });
    return true;
  }

  speaking(on) {
    if (this.asked.takesWords) {
      this.asked.began();
      this.silence.speaking(on);
    }
  }
}
