import { newId } from './ids.js';
import { sleep, unless } from './waiting.js';
import { address } from './webhooks.js';

// Puts the caller through to somebody: the person at this page has the other phone as well. With an action the line is told
// what became of it, also when the caller hung up meanwhile.
export async function dial(verb, leg, base) {
  const call = { verb, leg, base, result: {} };
  const kinds = { Conference: conference, Queue: nextWaiting };
  const action = verb.hasAttribute('action') && address(verb.getAttribute('action'), base);
  try {
    await (kinds[verb.firstElementChild?.tagName] ?? numbers)(call);
  } catch (stopped) {
    if (action) {
      leg.tell(action, 'completed', call.result);
    }
    throw stopped;
  } finally {
    leg.expert.away();
  }
  leg.screen.state('StateThinking');
  return action ? { url: action, more: call.result } : undefined;
}

async function numbers(call) {
  const { verb, leg } = call;
  const hungUp = new AbortController();
  const called = new Called(call, hungUp.signal);
  leg.screen.state('StateDialling', called.leg.to);
  leg.screen.event('Rings');
  called.tell('initiated', 'initiated');
  called.tell('ringing', 'ringing');
  try {
    const answer = await ring(leg, Number(verb.getAttribute('timeout') ?? 30));
    if (answer !== 'answer') {
      leg.screen.event(answer ? 'ExpertRefused' : 'ExpertAbsent');
      called.end(answer ? 'busy' : 'no-answer');
      return;
    }
    leg.screen.event('ExpertAnswered');
    called.answers();
    leg.expert.offers('leave').then(() => hungUp.abort());
    if (!await called.accepts()) {
      leg.screen.event('ExpertDeclined');
      called.end('completed');
      return;
    }
    called.bridged = true;
    await talk(verb, leg, hungUp);
    called.end('completed');
  } catch (stopped) {
    called.end(called.leg.status === 'in-progress' ? 'completed' : 'canceled');
    throw stopped;
  }
}

// The person called, and what the line is told of that call. All numbers of a Dial ring at once; here they are one phone.
class Called {
  bridged = false;

  #call;
  #number;
  #since;

  constructor(call, signal) {
    const { leg, verb } = call;
    this.#call = call;
    this.#number = verb.firstElementChild;
    this.leg = leg.child({
      to: (this.#number ?? verb).textContent.trim(),
      signal: AbortSignal.any([leg.signal, signal]),
      screen: leg.expert,
      ear: leg.expert.ear,
    });
  }

  tell(event, status, more) {
    this.leg.status = status;
    const url = this.#number?.getAttribute('statusCallback');
    if (url && (this.#number.getAttribute('statusCallbackEvent') ?? 'completed').split(' ').includes(event)) {
      this.leg.tell(address(url, this.#call.base), status, more);
    }
  }

  answers() {
    this.#since = Date.now();
    this.tell('answered', 'in-progress');
  }

  // What is whispered says who is there. It hangs up on whoever does not want the call; otherwise it just ends.
  async accepts() {
    const whisper = this.#number?.getAttribute('url');
    try {
      return !whisper || (await this.leg.follow(address(whisper, this.#call.base))).over === 'end';
    } catch (stopped) {
      // The caller is gone, or else only the other phone: hung up, or no whisper for it.
      if (this.#call.leg.signal.aborted) {
        throw stopped;
      }
      return false;
    }
  }

  end(status) {
    const lasted = this.#since && { CallDuration: secondsSince(this.#since) };
    this.#call.result = {
      DialCallSid: this.leg.sid,
      DialCallStatus: status,
      DialBridged: this.bridged,
      ...lasted && { DialCallDuration: lasted.CallDuration },
    };
    this.tell('completed', status, lasted);
  }
}

// Undefined when nobody answers in time.
async function ring(leg, patience) {
  const late = new AbortController();
  try {
    return await unless(leg.signal, Promise.race([
      leg.expert.rings(leg.from, 'answer', 'refuse'),
      sleep(patience, late.signal),
    ]));
  } finally {
    late.abort();
  }
}

// Until one of the two has enough.
export async function talk(verb, leg, hungUp) {
  const over = new AbortController();
  const conversation = {
    key: key => {
      if (key === '*' && verb.getAttribute('hangupOnStar') === 'true') {
        over.abort();
      }
      return true;
    },
    words: text => {
      leg.screen.heard({ SpeechResult: text });
      return true;
    },
  };
  leg.screen.event('Bridged');
  leg.expert.event('ExpertBridged', leg.from);
  leg.screen.state('StateBridged');
  leg.ear.open(conversation);
  try {
    await sleep(Number(verb.getAttribute('timeLimit') ?? 14400), AbortSignal.any([leg.signal, hungUp.signal, over.signal]));
  } catch (stopped) {
    if (leg.signal.aborted) {
      throw stopped;
    }
  } finally {
    leg.ear.close(conversation);
  }
  leg.screen.event('BridgeEnded');
}

// The caller is in the room, and so is the expert as soon as it has picked up. Nobody is said to be bridged.
async function conference(call) {
  const { verb, leg, base } = call;
  const room = verb.firstElementChild;
  const name = room.textContent.trim();
  const sid = newId('CF');
  const tell = event => {
    if (room.hasAttribute('statusCallback')) {
      leg.tell(address(room.getAttribute('statusCallback'), base), leg.status, { ConferenceSid: sid, FriendlyName: name, StatusCallbackEvent: event });
    }
  };
  const hungUp = new AbortController();
  leg.screen.event('Conference', name);
  tell('participant-join');
  leg.expert.offers('leave').then(() => hungUp.abort());
  tell('conference-start');
  call.result = { DialCallStatus: 'answered' };
  try {
    await talk(verb, leg, hungUp);
  } finally {
    tell('participant-leave');
    tell('conference-end');
  }
}

// Those who wait are other calls, and this page has one.
async function nextWaiting(call) {
  call.leg.screen.event('QueueEmpty', call.verb.firstElementChild.textContent.trim());
  call.result = { DialCallStatus: 'completed', DialBridged: false };
}

export const secondsSince = began => Math.round((Date.now() - began) / 1000);
