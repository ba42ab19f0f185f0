import { secondsSince, talk } from './dial.js';
import { newId } from './ids.js';
import { sleep } from './waiting.js';
import { address } from './webhooks.js';

const aDay = 24 * 60 * 60;

// Keeps the caller waiting: the document of the wait is asked for and played over and over, until the caller leaves, or the
// expert takes the call.
export async function enqueue(verb, leg, base) {
  const name = verb.textContent.trim();
  const began = Date.now();
  const sid = newId('QU');
  const taken = new AbortController();
  const standing = () => ({
    QueueSid: sid, QueuePosition: 1, CurrentQueueSize: 1, MaxQueueSize: 1000, QueueTime: secondsSince(began), AvgQueueTime: secondsSince(began),
  });
  const action = verb.hasAttribute('action') && address(verb.getAttribute('action'), base);
  const left = result => ({ QueueResult: result, QueueSid: sid, QueueTime: secondsSince(began) });

  leg.screen.event('Queued', name);
  leg.screen.state('StateWaiting', name);
  leg.expert.rings(leg.from, 'take').then(() => taken.abort());
  let result = 'hangup';
  try {
    const end = await wait(verb, leg.within(taken.signal, standing), base, taken.signal);
    if (end.over === 'taken') {
      result = 'bridged';
      const hungUp = new AbortController();
      leg.expert.offers('leave').then(() => hungUp.abort());
      await talk(verb, leg, hungUp);
    } else if (end.over === 'leave') {
      result = 'leave';
      leg.screen.event('QueueLeft');
    } else {
      return end;
    }
  } catch (stopped) {
    if (action) {
      leg.tell(action, 'completed', left(result));
    }
    throw stopped;
  } finally {
    leg.expert.away();
  }
  leg.screen.state('StateThinking');
  return action ? { url: action, more: left(result) } : undefined;
}

async function wait(verb, leg, base, taken) {
  try {
    for (;;) {
      const url = verb.getAttribute('waitUrl');
      // The time waited, in whole seconds, tells one round from the next: it has to change. Without an address there is silence.
      const enough = sleep(url ? 1.05 : aDay, leg.signal);
      enough.catch(() => {});
      const end = url ? await leg.follow(address(url, base)) : { over: 'end' };
      if (end.over !== 'end') {
        return end;
      }
      await enough;
    }
  } catch (stopped) {
    if (!taken.aborted) {
      throw stopped;
    }
    return { over: 'taken' };
  }
}
