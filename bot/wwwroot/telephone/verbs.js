// The verbs of TwiML, the documents with which the line answers. Each may lead to another document ({ url, more }) or to the
// end of this one ({ over }); otherwise the next verb follows.
import { dial } from './dial.js';
import { gather } from './gather.js';
import { enqueue } from './queue.js';
import { record } from './record.js';
import { connect } from './relay.js';
import { read, written } from './speech.js';
import { sleep, unless } from './waiting.js';
import { address } from './webhooks.js';

const verbs = {
  Say: say,
  Play: play,
  Pause: pause,
  Gather: gather,
  Dial: dial,
  Enqueue: enqueue,
  Record: record,
  Connect: connect,
  Redirect: (verb, leg, base) => ({ url: address(verb.textContent, base) }),
  Leave: () => ({ over: 'leave' }),
  Hangup: () => ({ over: 'hangup' }),
  Reject: verb => ({ over: 'reject', status: verb.getAttribute('reason') === 'busy' ? 'busy' : 'no-answer' }),
};

export function carryOut(verb, leg, base) {
  if (!Object.hasOwn(verbs, verb.tagName)) {
    leg.screen.event('UnknownVerb', verb.tagName);
    return undefined;
  }
  return verbs[verb.tagName](verb, leg, base);
}

async function say(verb, leg) {
  const pieces = read(verb);
  for (let times = loops(verb); times > 0; times--) {
    leg.screen.state(leg.ear.isOpen ? 'StateSpeakingOpen' : 'StateSpeaking');
    const line = leg.screen.said(written(pieces), verb.getAttribute('language'));
    try {
      await leg.voice.say(pieces, leg.signal);
    } catch (stopped) {
      line.interrupted();
      throw stopped;
    }
  }
}

async function play(verb, leg, base) {
  const sound = new Audio(address(verb.textContent, base));
  leg.screen.event('Sound', verb.textContent.trim());
  try {
    for (let times = loops(verb); times > 0; times--) {
      // A sound that cannot be played is passed over.
      await unless(leg.signal, new Promise(done => {
        sound.onended = sound.onerror = done;
        sound.play().catch(done);
      }));
    }
  } finally {
    sound.pause();
  }
}

async function pause(verb, leg) {
  leg.screen.state('StatePausing');
  await sleep(Number(verb.getAttribute('length') ?? 1), leg.signal);
}

// 0 is "until the call ends": what a person can bear to test is enough.
const loops = verb => Number(verb.getAttribute('loop') ?? 1) || 100;
