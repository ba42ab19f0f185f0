// Waits that end at once when the signal does: somebody hung up, or cut in.

// What a promise brings, unless the signal comes first.
export function unless(signal, promise) {
  return new Promise((done, failed) => {
    const stop = () => failed(signal.reason);
    promise.then(done, failed).finally(() => signal.removeEventListener('abort', stop));
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) {
      stop();
    }
  });
}

export async function sleep(seconds, signal) {
  let timer;
  try {
    await unless(signal, new Promise(done => { timer = setTimeout(done, seconds * 1000); }));
  } finally {
    clearTimeout(timer);
  }
}

// A silence that is measured anew after each sound, and not while somebody speaks.
export class Silence {
  #seconds;
  #over;
  #timer;
  #speaking = false;

  ended = false;

  constructor(seconds, over) {
    this.#seconds = seconds;
    this.#over = over;
  }

  measure() {
    clearTimeout(this.#timer);
    if (!this.#speaking && !this.ended) {
      this.#timer = setTimeout(this.#over, this.#seconds * 1000);
    }
  }

  speaking(on) {
    this.#speaking = on;
    clearTimeout(this.#timer);
    if (!on) {
      this.measure();
    }
  }

  end() {
    this.ended = true;
    clearTimeout(this.#timer);
  }
}
