import { newId } from './ids.js';
import { carryOut } from './verbs.js';
import { unless } from './waiting.js';
import { Failure, ask, post } from './webhooks.js';

// One end of a call: what the line is told of it, what it hears, and whom the line hears.
export class Leg {
  // screen: where its words are written; ear: what is heard of it; voice: how it is spoken to; rescue: whom to ask when an
  // answer cannot be used.
  constructor(parts) {
    Object.assign(this, { sid: newId('CA'), status: 'ringing', extra: () => ({}), told: { number: 0 } }, parts);
  }

  fields(more) {
    return {
      CallSid: this.sid,
      AccountSid: this.account,
      ApiVersion: '2010-04-01',
      Direction: this.parent ? 'outbound-dial' : 'inbound',
      CallStatus: this.status,
      From: this.from,
      To: this.to,
      Caller: this.from,
      Called: this.to,
      ...this.parent && { ParentCallSid: this.parent.sid },
      ...this.extra(),
      ...more,
    };
  }

  // Somebody called while this call goes on; whoever hangs up ends theirs.
  child(parts) {
    return new Leg({ parent: this, account: this.account, from: this.from, voice: this.voice, ...parts });
  }

  // The same end of the call, for something that may be over before the call is.
  within(signal, extra = this.extra) {
    return Object.assign(Object.create(this), { signal: AbortSignal.any([this.signal, signal]), extra });
  }

  // Goes from document to document until one ends the call, or comes to its own end; says which.
  async follow(url, more) {
    for (let next = { url, more }; ;) {
      const document = await this.document(next.url, next.more);
      next = await this.play(document.verbs, document.url);
      if (!next.url) {
        return next;
      }
    }
  }

  async play(verbs, base) {
    for (const verb of verbs) {
      this.signal.throwIfAborted();
      const next = await carryOut(verb, this, base);
      if (next) {
        return next;
      }
    }
    return { over: 'end' };
  }

  async document(url, more) {
    try {
      const document = await unless(this.signal, ask(url, this.fields(more)));
      // Whatever comes first answers the call.
      this.status = this.status === 'ringing' ? 'in-progress' : this.status;
      return document;
    } catch (failure) {
      if (!(failure instanceof Failure) || !this.rescue || url.pathname === this.rescue.pathname) {
        throw failure;
      }
      this.screen.event('Failed', failure.code);
      return this.document(this.rescue, { ErrorCode: failure.code, ErrorUrl: url.href });
    }
  }

  // News that nobody waits for; the call goes on whatever becomes of them.
  tell(url, status, more) {
    const fields = this.fields({
      CallStatus: status,
      Timestamp: new Date().toUTCString(),
      CallbackSource: 'call-progress-events',
      SequenceNumber: this.told.number++,
      ...more,
    });
    post(url, fields).catch(console.warn);
  }
}
