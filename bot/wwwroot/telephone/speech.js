import { sleep, unless } from './waiting.js';

// Read at this speed when there is no sound: as long as it would take to listen.
const charactersASecond = 15;

const spelled = ['characters', 'digits', 'telephone'];

// A Say and what SSML stands in it, as things to say one after the other: { text, shown, language } or { pause }.
export function read(node, language = node.getAttribute('language')) {
  return [...node.childNodes].flatMap(child => {
    if (child.nodeType === Node.TEXT_NODE || child.nodeType === Node.CDATA_SECTION_NODE) {
      return { text: child.data, language };
    }
    if (child.nodeType !== Node.ELEMENT_NODE) {
      return [];
    }
    switch (child.tagName) {
      case 'break':
        return { pause: seconds(child.getAttribute('time')) };
      case 'sub':
        return { text: child.getAttribute('alias'), language };
      case 'say-as':
        return { text: spelled.includes(child.getAttribute('interpret-as')) ? [...child.textContent].join(' ') : child.textContent, shown: child.textContent, language };
      default:
        return read(child, child.getAttribute('xml:lang') ?? language);
    }
  });
}

export const written = pieces => pieces.map(({ text, shown }) => shown ?? text ?? '').join('').replace(/\s+/g, ' ').trim();

// What is marked up in the middle of a sentence is said in one breath with the rest of it, unless it is in another language.
function sentences(pieces) {
  const runs = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last?.text !== undefined && last.language === piece.language && !piece.pause) {
      last.text += piece.text;
    } else {
      runs.push({ ...piece });
    }
  }
  return runs;
}

const seconds = time => parseFloat(time ?? '0.5') / (time?.endsWith('ms') ? 1000 : 1);

// Says things aloud, or waits as long as that would take.
export class Voice {
  #aloud;

  constructor(aloud) {
    this.#aloud = aloud;
  }

  async say(pieces, signal) {
    for (const { text, language, pause } of sentences(pieces)) {
      if (pause) {
        await sleep(pause, signal);
      } else if (this.#aloud() && globalThis.speechSynthesis?.getVoices().length) {
        await pronounce(text, language, signal);
      } else {
        await sleep(text.length / charactersASecond, signal);
      }
    }
  }
}

async function pronounce(text, language, signal) {
  // Some voices stop in the middle of what takes longer than a quarter of a minute.
  for (const sentence of text.split(/(?<=[.!?…])\s+/).filter(part => /[\p{L}\p{N}]/u.test(part))) {
    const utterance = Object.assign(new SpeechSynthesisUtterance(sentence), { lang: language ?? document.documentElement.lang });
    const spoken = new Promise(done => { utterance.onend = utterance.onerror = done; });
    // Nor does every voice say that it has ended.
    const patience = new AbortController();
    const enough = sleep(5 + (2 * sentence.length) / charactersASecond, patience.signal).catch(() => {});
    try {
      speechSynthesis.speak(utterance);
      await unless(signal, Promise.race([spoken, enough]));
    } finally {
      patience.abort();
      if (signal.aborted) {
        speechSynthesis.cancel();
      }
    }
  }
}
