// Opens the official Web Chat in the frame that the page brings (#chat). Nothing of it is loaded before somebody asks for it.
// Every word shown or sent comes from that frame.

const frame = document.getElementById('chat');
const landing = document.getElementById('landing'); // none where the page is nothing but the chat
const part = selector => frame.querySelector(selector);
const options = frame.dataset;
const hash = '#chat';
const { nonce } = document.querySelector('script[nonce]');

let loading; // Web Chat's script, once asked for
let connecting = false;
let direct; // the connection, from its first attempt on
let store; // Web Chat's, while it is connected
let pending; // what is to be said as soon as it is connected
let change; // the answer to change once the code before it has been answered

// --- Opening and closing. The address says which it is, so that "back" closes the chat and a reload keeps it.

const actions = {
  person: () => say(options.person),
  new: () => {
    memory.clear();
    disconnect();
    part('[data-afresh]').hidden = true;
    part('.progress').hidden = true;
    connect();
  },
  retry: () => connect(),
  close: () => {
    history.pushState(null, '', location.pathname + location.search);
    show();
    landing.querySelector('a[data-chat]').focus();
  },
};

document.addEventListener('click', event => {
  const link = event.target.closest('a[data-chat]');
  const button = event.target.closest('#chat [data-do]');
  if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
    event.preventDefault();
    history.pushState(null, '', hash);
    pending = link.dataset.chat || undefined;
    show();
  } else if (button) {
    actions[button.dataset.do]();
  }
});
addEventListener('popstate', show);

function show() {
  const chatting = !landing || location.hash === hash;
  const opens = chatting && frame.hidden;
  frame.hidden = !chatting;
  landing?.toggleAttribute('hidden', chatting);
  document.body.classList.toggle('chatting', chatting);
  if (opens) {
    // In another site's frame the visitor is still reading that site.
    landing && part('h1').focus();
    connect();
  }
}

// --- The conversation survives a reload of its tab, and nothing else: sessionStorage, as the data notice says.

// A frame on another site may be refused it.
const stored = use => { try { return use(sessionStorage); } catch { return null; } };
const memory = {
  key: 'conversation',
  get: () => stored(tab => JSON.parse(tab.getItem(memory.key))),
  set: pass => stored(tab => tab.setItem(memory.key, JSON.stringify(pass))),
  clear: () => stored(tab => tab.removeItem(memory.key)),
};

async function token(kept) {
  const response = await fetch('/chat/token', kept && { method: 'POST', headers: { Authorization: `Bearer ${kept.token}` } });
  if (!response.ok) {
    throw Object.assign(new Error(`no token: ${response.status}`), { refused: response.status === 401 || response.status === 403 });
  }
  const { token, conversationId, userId } = await response.json();
  return { token, conversationId, userId };
}

async function ticket() {
  const kept = memory.get();
  if (kept) {
    try {
      return { ...await token(kept), resumed: true };
    } catch (error) {
      if (!error.refused) {
        throw error;
      }
      memory.clear();
      part('[data-afresh]').hidden = false;
    }
  }
  return token();
}

// A token lives half an hour. Web Chat renews its own; this one is for the next reload.
setInterval(async () => {
  const kept = memory.get();
  if (kept && store) {
    memory.set(await token(kept).catch(() => kept));
  }
}, 10 * 60 * 1000);

// --- Web Chat

// Web Chat 4.18.1 hands its nonce to all of its styles but those of the scrolling panel, which the page's policy then refuses.
const create = document.createElement.bind(document);
document.createElement = (name, ...rest) => Object.assign(create(name, ...rest), name === 'style' && { nonce });

function load() {
  return loading ??= new Promise((done, failed) => {
    const script = Object.assign(create('script'), { src: options.webchat, nonce });
    script.onload = () => done(window.WebChat);
    script.onerror = () => {
      loading = undefined;
      script.remove();
      failed(new Error('the chat did not load'));
    };
    document.head.append(script);
  });
}

async function connect() {
  if (direct || connecting) {
    flush();
    return;
  }
  connecting = true;
  part('.failed').hidden = true;
  part('.wait').hidden = false;
  try {
    render(...await Promise.all([load(), ticket()]));
  } catch (error) {
    console.warn(error);
    fail(false);
  } finally {
    connecting = false;
  }
}

function render(webChat, { resumed, ...pass }) {
  const line = direct = webChat.createDirectLine({
    token: pass.token,
    domain: `${location.origin}/v3/directline`,
    // The language of the first words.
    conversationStartProperties: { locale: options.locale },
    // The transcript from its beginning: a reloaded page has nothing left of it.
    ...resumed && { conversationId: pass.conversationId, watermark: '0' },
  });
  const room = webChat.createStore({}, () => next => action => {
    if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') {
      part('.wait').hidden = true;
      memory.set(pass);
      store = room;
      // Only after Web Chat itself has taken note.
      setTimeout(flush);
    } else if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY') {
      showProgress(action.payload.activity);
      follow(action.payload.activity);
    }
    return next(action);
  });
  line.connectionStatus$.subscribe(status => {
    if (line === direct) {
      watch(status);
    }
  });
  webChat.renderWebChat({
    directLine: line,
    store: room,
    userID: pass.userId,
    locale: options.locale,
    nonce,
    // Shown to whoever leads the conversation, kept nowhere.
    sendTypingIndicator: true,
    styleOptions: style(),
    overrideLocalizedStrings: strings => ({ ...strings, TEXT_INPUT_PLACEHOLDER: options.placeholder }),
  }, part('.transcript'));
}

const [expired, failed, ended] = [3, 4, 5];

function watch(status) {
  const wasOnline = Boolean(store);
  if (status === expired && wasOnline) {
    // The phone slept longer than the token lives.
    disconnect();
    connect();
  } else if (status === ended) {
    memory.clear();
    part('[data-afresh]').hidden = false;
    disconnect();
    connect();
  } else if (status === expired || status === failed) {
    fail(wasOnline);
  }
}

function say(text) {
  pending = text;
  connect();
}

function flush() {
  if (store && pending) {
    store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text: pending } });
    pending = undefined;
  }
}

// The code first, then the choice that its diagnosis understands: "change this answer", as if its button had been pressed.
function follow({ from, text }) {
  if (from.role === 'user') {
    if (change) {
      change.ready = text === change.code;
    }
  } else if (change?.ready) {
    const value = { choice: `diagnosis:change:${change.question}` };
    change = undefined;
    setTimeout(() => store?.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE_BACK', payload: { displayText: options.change, text: options.change, value } }));
  }
}

function disconnect() {
  const line = direct;
  direct = store = undefined;
  line?.end();
}

function fail(wasOnline) {
  disconnect();
  part('.wait').hidden = true;
  part('[data-never]').hidden = wasOnline;
  part('[data-lost]').hidden = !wasOnline;
  part('.failed').hidden = false;
}

function showProgress({ type, from, channelData }) {
  if (type !== 'message' || from.role !== 'bot') {
    return;
  }
  const progress = channelData?.progress;
  part('.progress').hidden = !progress;
  if (progress) {
    const words = part('.progress span');
    words.textContent = words.dataset.format.replace('{0}', progress.step).replace('{1}', progress.of);
    Object.assign(part('progress'), { max: progress.of, value: progress.step });
  }
}

// The site's own colours and type: see site.css.
function style() {
  const page = getComputedStyle(document.documentElement);
  const own = name => page.getPropertyValue(name).trim();
  return {
    primaryFont: own('--font'),
    fontSizeSmall: '87.5%',
    accent: own('--brand'),
    subtle: own('--soft'),
    bubbleBackground: own('--tint'),
    bubbleBorderWidth: 0,
    bubbleBorderRadius: 14,
    bubbleTextColor: own('--ink'),
    bubbleMaxWidth: 620,
    bubbleFromUserBackground: own('--brand'),
    bubbleFromUserBorderWidth: 0,
    bubbleFromUserBorderRadius: 14,
    bubbleFromUserTextColor: 'white',
    emojiSet: false,
    groupTimestamp: 5 * 60 * 1000,
    timestampColor: own('--soft'),
    hideUploadButton: true,
    sendBoxButtonColor: own('--brand'),
    sendBoxHeight: 56,
    sendBoxTextColor: own('--ink'),
    sendBoxPlaceholderColor: own('--soft'),
    // Nine answers to choose from must leave room for the question, on a phone as well.
    suggestedActionLayout: 'flow',
    suggestedActionsFlowMaxHeight: '38vh',
    suggestedActionBackgroundColor: 'white',
    suggestedActionBorderColor: own('--brand'),
    suggestedActionBorderRadius: 8,
    suggestedActionBorderWidth: 2,
    suggestedActionTextColor: own('--brand'),
    suggestedActionHeight: 44,
  };
}

// --- On arrival: a link may bring a question, or the code of a diagnosis and the answer to change in it; it is said once, and
// leaves the address.

const query = new URLSearchParams(location.search);
const asked = (query.get('reprendre') ?? query.get('q') ?? '').trim().slice(0, 500);
if (asked) {
  change = query.has('reprendre') && query.has('question') ? { code: asked, question: query.get('question') } : undefined;
  for (const name of ['reprendre', 'question', 'q']) {
    query.delete(name);
  }
  history.replaceState(null, '', `${location.pathname}${query.size ? `?${query}` : ''}${hash}`);
  pending = asked;
}
show();
