import { Leg } from './leg.js';
import { Failure, address } from './webhooks.js';

// One call, from the first ring to the news that it is over.
export class Call {
  #hungUp = new AbortController();
  #leg;
  #screen;

  constructor({ screen, ...parts }) {
    this.#screen = screen;
    this.#leg = new Leg({ screen, signal: this.#hungUp.signal, rescue: address('/telephony/fallback'), ...parts });
  }

  // Resolves when it is over, whoever ended it.
  async run() {
    const leg = this.#leg;
    const began = Date.now();
    let status = 'completed';
    this.#screen.begin();
    this.#screen.state('StateRinging');
    try {
      const end = await leg.follow(address('/telephony/voice'));
      status = end.status ?? status;
      this.#screen.event(end.over === 'reject' ? 'Refused' : 'LineHungUp');
    } catch (stopped) {
      if (stopped instanceof Failure) {
        this.#screen.event('FailedTwice', stopped.code);
      } else if (this.#hungUp.signal.aborted) {
        this.#screen.event('YouHungUp');
      } else {
        throw stopped;
      }
    } finally {
      leg.tell(address('/telephony/status'), status, { CallDuration: Math.round((Date.now() - began) / 1000) });
      this.#screen.end();
    }
  }

  hangUp() {
    this.#leg.status = 'completed';
    this.#hungUp.abort();
  }
}
