import { word } from './words.js';

// What the caller sees: the display of the phone, and everything that is said, in writing.
export class Screen {
  #display;
  #log;
  #began;
  #ticking;

  constructor(phone) {
    this.#display = phone.querySelector('.display');
    this.#log = phone.querySelector('.scroll');
  }

  begin() {
    this.#log.querySelector('.lines').replaceChildren();
    this.#log.querySelector('.empty').hidden = true;
    this.#began = Date.now();
    this.#tick();
    this.#ticking = setInterval(() => this.#tick(), 1000);
  }

  end() {
    clearInterval(this.#ticking);
    this.digits('');
    this.state('StateIdle');
  }

  state(name, ...values) {
    const state = this.#display.querySelector('.state');
    const text = word(name, ...values);
    // The same again would be announced again.
    if (state.textContent !== text) {
      state.textContent = text;
    }
    state.dataset.state = name;
  }

  digits(text) {
    this.#display.querySelector('.digits').textContent = text;
  }

  // What the line says; it may be interrupted.
  said(text, language) {
    const item = this.#line('ours', word('Line'), text);
    if (language) {
      item.lastChild.lang = language;
    }
    return { interrupted: () => item.append(element('small', word('Interrupted'))) };
  }

  // What the caller answered; nothing is silence.
  heard(answer) {
    const { Digits: digits, FinishedOnKey: finish = '', SpeechResult: text, Confidence: confidence = 1 } = answer ?? {};
    if (digits !== undefined) {
      this.#line('theirs', word('You'), word('Keys', [...digits, ...finish].join(' ')));
    } else if (text !== undefined) {
      this.#line('theirs', word('You'), confidence < 0.5 ? word('Mumbled', text) : text);
    } else {
      this.event('Silence');
    }
  }

  event(name, ...values) {
    this.#add('event', element('span', word(name, ...values)));
  }

  #line(kind, who, text) {
    return this.#add(kind, element('b', who), element('span', text));
  }

  #add(kind, ...content) {
    const item = element('li', ...content);
    item.className = kind;
    this.#log.querySelector('.lines').append(item);
    // What is new from its beginning on.
    this.#log.scrollTop = item.offsetTop - this.#log.offsetTop;
    return item;
  }

  #tick() {
    const seconds = Math.floor((Date.now() - this.#began) / 1000);
    this.#display.querySelector('.timer').textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
}

function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}
