// Drives the official Direct Line client against a server and writes down what the client saw, as JSON on stdout.
// node directline.cjs '{"site": "http://…", "webSocket": true, "chat": {…the answer of /chat/token…}, "expiredToken": "…"}'
const sockets = [];

globalThis.XMLHttpRequest = require('xhr2');
globalThis.WebSocket = class extends require('ws').WebSocket {
  constructor(...args) {
    super(...args);
    sockets.push(this);
  }
};

const { DirectLine } = require('botframework-directlinejs');
const { site, webSocket, chat, expiredToken } = JSON.parse(process.argv[2]);

/** A client, with everything that it is told. */
function connect(options) {
  // With random at 0, the client waits for 3 s before it reconnects, its shortest.
  const client = new DirectLine({ domain: `${site}/v3/directline`, webSocket, pollingInterval: 200, random: () => 0, ...options });
  const seen = { activities: [], statuses: [] };
  client.connectionStatus$.subscribe(status => seen.statuses.push(status));
  client.activity$.subscribe(activity => seen.activities.push(activity), () => {});
  return { client, seen };
}

const first = observable => new Promise((resolve, reject) => observable.take(1).subscribe(resolve, reject));

async function until(what, found) {
  for (const deadline = Date.now() + 20000; Date.now() < deadline; await new Promise(done => setTimeout(done, 20))) {
    const result = found();
    if (result) {
      return result;
    }
  }
  throw new Error(`Waited in vain for ${what}`);
}

const echoOf = (seen, clientActivityID) =>
  until(`the echo of ${clientActivityID}`, () => seen.activities.find(a => a.channelData?.clientActivityID === clientActivityID));

// An answer may come in several activities, and a poll may show the first of them alone.
const answersTo = (seen, id) => {
  let known = 0;
  let since = Date.now();
  return until(`the answers to ${id}`, () => {
    const answers = seen.activities.filter(a => a.replyToId === id);
    if (answers.length !== known) {
      [known, since] = [answers.length, Date.now()];
    }
    return known > 0 && Date.now() - since > 1000 && answers;
  });
};

/** What Web Chat posts for a text, and for a suggested action of the type messageBack. */
const message = (from, clientActivityID, text, more = {}) =>
  ({ type: 'message', text, from: { id: from, role: 'user' }, locale: 'fr-FR', textFormat: 'plain', channelData: { clientActivityID }, ...more });

const chosen = (from, clientActivityID, { text, value, displayText }) =>
  message(from, clientActivityID, text, { value, channelData: { clientActivityID, messageBack: { displayText } } });

async function run() {
  const me = chat.userId;
  const { client, seen } = connect({ token: chat.token, conversationStartProperties: { locale: 'fr-FR' } });
  const welcome = await until('the welcome', () => seen.activities.find(a => a.suggestedActions));

  const saidId = await first(client.postActivity(message('somebody-else', 'c-1', 'Bonjour')));
  const echo = await echoOf(seen, 'c-1');
  const answers = await answersTo(seen, saidId);
  const again = await first(client.postActivity(message(me, 'c-1', 'Bonjour')));

  const chosenId = await first(client.postActivity(chosen(me, 'c-2', welcome.suggestedActions.actions.at(-1))));
  const chosenEcho = await echoOf(seen, 'c-2');
  const chosenAnswers = await answersTo(seen, chosenId);
  const typing = await first(client.postActivity({ type: 'typing', from: { id: me } }));

  // A connection that breaks: the client comes back by itself, and is told what it missed.
  let reconnected = false;
  let missed;
  if (webSocket) {
    sockets.at(-1).terminate();
    await first(client.postActivity(message(me, 'c-3', 'Pendant la coupure')));
    missed = await echoOf(seen, 'c-3');
    reconnected = sockets.length > 1;
  }

  const token = await first(client.refreshToken());
  const sessionId = await first(client.getSessionId());
  const refreshed = await (await fetch(`${site}/v3/directline/conversations/${chat.conversationId}`, { headers: { authorization: `Bearer ${token}` } })).json();

  // Another page of the same person takes over where this one had got to.
  client.end();
  const next = connect({ token, conversationId: chat.conversationId, watermark: client.watermark });
  const laterId = await first(next.client.postActivity(message(me, 'c-4', 'Me revoilà')));
  await answersTo(next.seen, laterId);

  // The token runs out: the message is not lost but to be sent again, and a new token repairs everything.
  next.client.token = expiredToken;
  const withExpired = await first(next.client.postActivity(message(me, 'c-5', 'Trop tard')));
  const statusWhenExpired = next.client.connectionStatus$.getValue();
  next.client.reconnect({ token, streamUrl: refreshed.streamUrl });
  const sentAgain = await first(next.client.postActivity(message(me, 'c-5', 'Trop tard')));
  await echoOf(next.seen, 'c-5');
  next.client.end();

  return {
    welcome, saidId, echo, answers, again, chosenEcho, chosenAnswers, typing, reconnected, missed, sessionId, refreshed, laterId,
    withExpired, statusWhenExpired, sentAgain, statuses: seen.statuses, openedSockets: sockets.length,
    seen: seen.activities.map(a => a.id), seenLater: next.seen.activities.map(a => a.id),
  };
}

run().then(
  result => process.stdout.write(JSON.stringify(result), () => process.exit(0)),
  error => {
    console.error(error);
    process.exit(1);
  });
