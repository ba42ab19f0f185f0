import { newId } from './ids.js';
import { secondsSince } from './dial.js';
import { unless } from './waiting.js';
import { address } from './webhooks.js';

const [cannotConnect, closedByServer] = [64102, 64105];

// ConversationRelay: words travel by socket instead of documents, until the line ends the session or the socket closes. The
// page's own server opens it, since it has to be signed as well.
export async function connect(verb, leg, base) {
  const relay = verb.querySelector('ConversationRelay');
  const began = Date.now();
  const session = new Session(relay, leg);
  const ended = result => ({ SessionId: session.id, SessionDuration: secondsSince(began), ...result });
  const action = verb.hasAttribute('action') && address(verb.getAttribute('action'), base);
  let result;
  try {
    result = await unless(leg.signal, session.ended);
  } catch (stopped) {
    if (action) {
      leg.tell(action, 'completed', ended({ SessionStatus: 'completed' }));
    }
    throw stopped;
  } finally {
    session.close();
  }
  if (result.ErrorCode) {
    leg.screen.event('RelayClosed', result.ErrorCode);
  }
  leg.screen.state('StateThinking');
  return action ? { url: action, more: ended(result) } : undefined;
}

class Session {
  id = newId('VX');
  language;

  #leg;
  #socket;
  #done;
  #waiting = []; // to be said
  #saying; // what is being said, while something is
  #played = '';

  constructor(relay, leg) {
    this.#leg = leg;
    this.language = relay.getAttribute('language');
    this.ended = new Promise(done => { this.#done = done; });
    let open = false;
    this.#socket = new WebSocket(`${location.origin.replace('http', 'ws')}/telephone/relay`);
    this.#socket.onopen = () => {
      open = true;
      leg.screen.event('RelayOpen');
      leg.ear.open(this);
      this.#send('setup', this.#setup(relay));
      this.#say(relay.getAttribute('welcomeGreeting'), this.language, relay.getAttribute('welcomeGreetingInterruptible') !== 'none');
    };
    this.#socket.onmessage = ({ data }) => this.#receive(JSON.parse(data));
    this.#socket.onclose = () => this.#done({ SessionStatus: 'failed', ErrorCode: open ? closedByServer : cannotConnect });
  }

  key(key) {
    this.#interrupt();
    this.#leg.screen.heard({ Digits: key });
    this.#send('dtmf', { digit: key });
    return true;
  }

  words(text) {
    this.#interrupt();
    this.#leg.screen.heard({ SpeechResult: text });
    this.#send('prompt', { voicePrompt: text, lang: this.language, last: true });
    return true;
  }

  speaking(on) {
    if (on) {
      this.#interrupt();
    }
    this.#tell('clientSpeaking', on ? 'on' : 'off');
  }

  close() {
    this.#leg.ear.close(this);
    this.#waiting = [];
    this.#saying?.cut.abort();
    this.#socket.close();
  }

  #setup(relay) {
    const { sid, account, from, to, status } = this.#leg;
    const parameters = [...relay.querySelectorAll('Parameter')].map(parameter => [parameter.getAttribute('name'), parameter.getAttribute('value')]);
    return {
      sessionId: this.id,
      accountSid: account,
      callSid: sid,
      from,
      to,
      callType: 'PSTN',
      direction: 'inbound',
      callStatus: status.toUpperCase(),
      customParameters: Object.fromEntries(parameters),
    };
  }

  #receive(message) {
    switch (message.type) {
      case 'text':
        this.#say(message.token, message.lang ?? this.language, message.interruptible !== false);
        break;
      case 'play':
        this.#leg.screen.event('Sound', message.source);
        break;
      case 'language':
        this.language = message.transcriptionLanguage ?? this.language;
        break;
      case 'end':
        this.#done({ SessionStatus: 'ended', HandoffData: message.handoffData ?? '' });
        break;
      default:
        this.#leg.screen.event('UnknownVerb', message.type);
    }
  }

  async #say(text, language, interruptible) {
    if (!text?.trim()) {
      return;
    }
    this.#waiting.push({ text, language, interruptible });
    if (this.#saying) {
      return;
    }
    this.#played = '';
    this.#tell('agentSpeaking', 'on');
    while (this.#waiting.length) {
      await this.#pronounce(this.#waiting.shift());
    }
    this.#saying = undefined;
    this.#tell('agentSpeaking', 'off');
    if (this.#leg.ear.isOpen) {
      this.#leg.screen.state('StateListening');
    }
  }

  async #pronounce({ text, language, interruptible }) {
    const { screen, voice, signal } = this.#leg;
    const cut = new AbortController();
    this.#saying = { cut, interruptible, began: Date.now() };
    screen.state(interruptible ? 'StateSpeakingOpen' : 'StateSpeaking');
    const line = screen.said(text, language);
    try {
      await voice.say([{ text, language }], AbortSignal.any([signal, cut.signal]));
      this.#played += text;
      this.#tell('tokensPlayed', this.#played);
    } catch {
      // Cut short by the caller, or the call is over: there is nothing else to say either way.
      line.interrupted();
    }
  }

  #interrupt() {
    if (this.#saying?.interruptible && !this.#saying.cut.signal.aborted) {
      this.#waiting = [];
      this.#saying.cut.abort();
      this.#send('interrupt', { utteranceUntilInterrupt: this.#played, durationUntilInterruptMs: Date.now() - this.#saying.began });
    }
  }

  #tell(name, value) {
    this.#send('info', { name, value });
  }

  #send(type, message) {
    if (this.#socket.readyState === WebSocket.OPEN) {
      this.#socket.send(JSON.stringify({ type, ...message }));
    }
  }
}
