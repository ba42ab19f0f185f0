import { newId } from './ids.js';
import { Silence, unless } from './waiting.js';
import { address } from './webhooks.js';

// Takes a message. Nothing is recorded here: what is dictated is written down, and the line is told of a recording all the same.
export async function record(verb, leg, base) {
  const attribute = (name, otherwise) => verb.getAttribute(name) ?? otherwise;
  const sid = newId('RE');
  const began = new Date();
  const recording = () => ({
    RecordingSid: sid,
    RecordingUrl: `${location.origin}/telephone/${sid}`,
    RecordingDuration: Math.round((Date.now() - began) / 1000),
  });
  const action = address(attribute('action', base.href), base);
  const dictation = new Dictation(attribute('finishOnKey', '1234567890*#'), Number(attribute('timeout', 5)) || Infinity, Number(attribute('maxLength', 3600)), leg.screen);
  leg.screen.event('Recording');
  leg.screen.state('StateRecording');
  leg.ear.open(dictation);
  try {
    const end = await unless(leg.signal, dictation.ended);
    leg.screen.event('Recorded', recording().RecordingDuration);
    leg.screen.state('StateThinking');
    return { url: action, more: { ...recording(), ...end } };
  } catch (stopped) {
    leg.tell(action, 'completed', { ...recording(), Digits: 'hangup' });
    throw stopped;
  } finally {
    dictation.close();
    leg.ear.close(dictation);
    if (verb.hasAttribute('recordingStatusCallback')) {
      leg.tell(address(verb.getAttribute('recordingStatusCallback'), base), leg.status, {
        ...recording(), RecordingStatus: 'completed', RecordingStartTime: began.toUTCString(),
      });
    }
  }
}

class Dictation {
  #finish;
  #screen;
  #silence;
  #limit;
  #done;

  constructor(finish, patience, longest, screen) {
    this.#finish = finish;
    this.#screen = screen;
    this.ended = new Promise(done => { this.#done = done; });
    this.#silence = new Silence(Math.min(patience, longest), () => this.#done());
    this.#silence.measure();
    this.#limit = setTimeout(() => this.#done(), longest * 1000);
  }

  key(key) {
    if (!this.#finish.includes(key)) {
      return false;
    }
    this.#done({ Digits: key });
    return true;
  }

  // One sentence is the whole message: nobody types against the clock.
  words(text) {
    this.#screen.heard({ SpeechResult: text });
    this.#done();
    return true;
  }

  speaking(on) {
    this.#silence.speaking(on);
  }

  close() {
    this.#silence.end();
    clearTimeout(this.#limit);
  }
}
