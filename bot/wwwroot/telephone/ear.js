// What can be heard of one person, by whatever listens just now.
export class Ear {
  #listener;

  get isOpen() {
    return Boolean(this.#listener);
  }

  // In which language to recognise speech, where somebody said so.
  get language() {
    return this.#listener?.language;
  }

  open(listener) {
    this.#listener = listener;
  }

  close(listener) {
    if (this.#listener === listener) {
      this.#listener = undefined;
    }
  }

  // False when nobody heard.
  press(key) {
    return this.#listener?.key?.(key) ?? false;
  }

  hear(text, confidence) {
    return this.#listener?.words?.(text, confidence) ?? false;
  }

  // Somebody has begun to speak, or has stopped without a word.
  speaking(on) {
    this.#listener?.speaking?.(on);
  }
}
