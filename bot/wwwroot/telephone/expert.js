import { Ear } from './ear.js';
import { word } from './words.js';

// The other phone: it rings when the line calls somebody, and whispers to whoever answers. Shown while it has something to do.
export class ExpertPhone {
  ear = new Ear();

  #card;
  #chosen;

  constructor(card) {
    this.#card = card;
    card.addEventListener('click', ({ target: { dataset } }) => {
      if (dataset.do) {
        this.#chosen(dataset.do);
      } else if (dataset.key) {
        this.ear.press(dataset.key);
      }
    });
  }

  rings(caller, ...choices) {
    this.said(word('Calling', caller));
    return this.offers(...choices);
  }

  // Which of these buttons is pressed, some day.
  offers(...choices) {
    this.#card.hidden = false;
    this.#card.scrollIntoView({ block: 'nearest' });
    for (const button of this.#card.querySelectorAll('[data-do]')) {
      button.hidden = !choices.includes(button.dataset.do);
    }
    this.#card.querySelector('.keypad').disabled = !choices.includes('leave');
    return new Promise(done => { this.#chosen = done; });
  }

  away() {
    // Who sat there goes back to the phone it called with.
    if (this.#card.contains(document.activeElement)) {
      document.querySelector('#phone .hook').focus();
    }
    this.#card.hidden = true;
    this.#write('');
  }

  // The same as the caller's screen has, as far as it is any use here.
  said(text, language) {
    this.#write(text, language);
    return { interrupted() {} };
  }

  event(name, ...values) {
    this.#write(word(name, ...values));
  }

  heard() {}

  state() {}

  digits() {}

  #write(text, language) {
    const words = this.#card.querySelector('.said');
    words.textContent = text;
    words.lang = language ?? document.documentElement.lang;
  }
}
