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
  const { verb, leg, base } = call;
  const { expert } = leg;
  // All of them ring at once; here they are one phone.
  const [called] = verb.children;
  const to = called?.textContent.trim() ?? verb.textContent.trim();
  const hungUp = new AbortController();
  const other = leg.child({ sid: newId('CA'), to, signal: AbortSignal.any([leg.signal, hungUp.signal]), screen: expert, ear: expert.ear });
  const tell = (event, status, more) => {
    other.status = status;
    const wanted = called?.getAttribute('statusCallbackEvent') ?? 'completed';
    if (called?.hasAttribute('statusCallback') && wanted.split(' ').includes(event)) {
      other.tell(address(called.getAttribute('statusCallback'), base), status, more);
    }
  };
  const ended = (status, more) => {
    call.result = { DialCallSid: other.sid, DialCallStatus: status, DialBridged: false, ...more };
    tell('completed', status, status === 'completed' ? { CallDuration: more?.DialCallDuration ?? 0 } : {});
  };

  leg.screen.state('StateDialling', to);
  leg.screen.event('Rings');
  tell('initiated', 'initiated');
  tell('ringing', 'ringing');
  try {
    const answer = await ring(expert, leg, Number(verb.getAttribute('timeout') ?? 30));
    if (answer !== 'answer') {
      leg.screen.event(answer ? 'ExpertRefused' : 'ExpertAbsent');
      ended(answer ? 'busy' : 'no-answer');
      return;
    }
    tell('answered', 'in-progress');
    leg.screen.event('ExpertAnswered');
    expert.offers('leave').then(() => hungUp.abort());
    if (called?.hasAttribute('url') && !await accepts(other, address(called.getAttribute('url'), base))) {
      leg.screen.event('ExpertDeclined');
      ended('completed');
      return;
    }
    const talked = await talk(verb, leg, hungUp);
    ended('completed', { DialBridged: true, DialCallDuration: talked });
  } catch (stopped) {
    const answered = other.status === 'in-progress';
    ended(answered ? 'completed' : 'canceled');
    throw stopped;
  }
}

// Undefined when nobody answers in time.
async function ring(expert, leg, patience) {
  const late = new AbortController();
  try {
    return await unless(leg.signal, Promise.race([
      expert.rings(leg.from, 'answer', 'refuse'),
      sleep(patience, late.signal),
    ]));
  } finally {
    late.abort();
  }
}

// What is whispered to the person called says who is there. It hangs up on whoever does not want the call; otherwise it just ends.
async function accepts(other, whisper) {
  try {
    return (await other.follow(whisper)).over === 'end';
  } catch (stopped) {
    // The caller is gone, or else only the other phone: hung up, or no whisper for it.
    if (other.parent.signal.aborted) {
      throw stopped;
    }
    return false;
  }
}

// How many seconds the two talk, until one of them has enough.
export async function talk(verb, leg, hungUp) {
  const began = Date.now();
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
  return secondsSince(began);
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
