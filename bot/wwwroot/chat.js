// Opens the official Web Chat in the frame that the page brings (#chat). Nothing of it is loaded before somebody asks for it.
// Every word shown or sent comes from that frame.

const frame = document.getElementById('chat');
const landing = document.getElementById('landing');
const part = selector => frame.querySelector(selector);
const options = frame.dataset;
const hash = '#chat';
const { nonce } = document.querySelector('script[nonce]');

let direct; // the connection, while there is one
let opening;

// --- Opening and closing. The address says which it is, so that "back" closes the chat and a reload keeps it.

document.addEventListener('click', event => {
  const link = event.target.closest('a[data-chat]');
  if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
    event.preventDefault();
    open(link.dataset.chat);
  }
  const button = event.target.closest('#chat [data-do]');
  if (button) {
    actions[button.dataset.do]();
  }
});
addEventListener('popstate', show);

const actions = {
  person: () => say(options.person),
  new: () => restart(),
  retry: () => connect(),
  close: () => {
    history.pushState(null, '', location.pathname + location.search);
    show();
    landing.querySelector('a[data-chat]').focus();
  },
};

async function open(text) {
  if (location.hash !== hash) {
    history.pushState(null, '', hash);
  }
  show();
  part('h1').focus();
  await connect(text || undefined);
}

function show() {
  const chatting = location.hash === hash;
  frame.hidden = !chatting;
  landing.hidden = chatting;
  document.body.classList.toggle('chatting', chatting);
  if (chatting) {
    connect();
  }
}

// --- The conversation survives a reload of its tab, and nothing else: sessionStorage, as the data notice says.

const memory = {
  key: 'conversation',
  get: () => JSON.parse(sessionStorage.getItem(memory.key)),
  set: ({ conversationId, token, userId }) => sessionStorage.setItem(memory.key, JSON.stringify({ conversationId, token, userId })),
  clear: () => sessionStorage.removeItem(memory.key),
};

async function json(url, init) {
  const response = await fetch(url, init);
  if (!response.ok) {
    throw Object.assign(new Error(`${url}: ${response.status}`), { status: response.status });
  }
  return response.json();
}

async function ticket() {
  const kept = memory.get();
  if (kept) {
    try {
      return { ...kept, ...await refresh(kept), resumed: true };
    } catch (error) {
      if (!(error.status >= 400 && error.status < 500)) {
        throw error;
      }
      memory.clear();
      part('[data-afresh]').hidden = false;
    }
  }
  return json('/chat/token');
}

const refresh = ({ token }) => json('/chat/token', { method: 'POST', headers: { Authorization: `Bearer ${token}` } });

// A token lives half an hour. Web Chat renews its own; this one is for the next reload.
setInterval(async () => {
  const kept = memory.get();
  if (kept && direct) {
    memory.set({ ...kept, ...await refresh(kept).catch(() => ({})) });
  }
}, 10 * 60 * 1000);

// --- Web Chat

function load() {
  return opening ??= new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = options.webchat;
    script.nonce = nonce;
    script.onload = () => done(window.WebChat);
    script.onerror = () => {
      opening = undefined;
      script.remove();
      failed(new Error('the chat did not load'));
    };
    document.head.append(script);
  });
}

// Web Chat 4.18.1 hands its nonce to all of its styles but those of the scrolling panel, which the page's policy then refuses.
const create = document.createElement.bind(document);
document.createElement = (name, ...rest) => Object.assign(create(name, ...rest), name === 'style' && { nonce });

let connecting = false;
let store;

async function connect(text) {
  if (direct) {
    return text && say(text);
  }
  if (connecting) {
    return;
  }
  connecting = true;
  part('.failed').hidden = true;
  part('.wait').hidden = false;
  try {
    const [webChat, pass] = await Promise.all([load(), ticket()]);
    memory.set(pass);
    render(webChat, pass, text);
  } catch (error) {
    console.error(error);
    fail();
  } finally {
    connecting = false;
  }
}

function render(webChat, { token, conversationId, userId, resumed }, text) {
  direct = webChat.createDirectLine({
    token,
    domain: `${location.origin}/v3/directline`,
    // The transcript from its beginning: a reloaded page has nothing left of it.
    ...resumed && { conversationId, watermark: '0' },
  });
  direct.connectionStatus$.subscribe(status => {
    if (status === 2) {
      part('.failed').hidden = true;
    } else if (status === 4 || status === 5) {
      fail();
    }
  });
  store = webChat.createStore({}, ({ dispatch }) => next => action => {
    if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') {
      part('.wait').hidden = true;
      if (text) {
        dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text } });
      }
    } else if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY') {
      showProgress(action.payload.activity);
    }
    return next(action);
  });
  webChat.renderWebChat({
    directLine: direct,
    store,
    userID: userId,
    locale: options.locale,
    nonce,
    styleOptions: style(),
    overrideLocalizedStrings: strings => ({ ...strings, TEXT_INPUT_PLACEHOLDER: options.placeholder }),
  }, part('.transcript'));
}

function say(text) {
  store?.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text } });
}

function restart() {
  memory.clear();
  disconnect();
  part('[data-afresh]').hidden = true;
  part('.progress').hidden = true;
  connect();
}

function disconnect() {
  direct?.end();
  direct = undefined;
  store = undefined;
}

function fail() {
  const began = Boolean(direct);
  disconnect();
  part('.wait').hidden = true;
  part('[data-never]').hidden = began;
  part('[data-lost]').hidden = !began;
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
  const colour = name => page.getPropertyValue(name).trim();
  return {
    primaryFont: colour('--font'),
    fontSizeSmall: '87.5%',
    accent: colour('--brand'),
    subtle: colour('--soft'),
    backgroundColor: 'white',
    bubbleBackground: colour('--tint'),
    bubbleBorderWidth: 0,
    bubbleBorderRadius: 14,
    bubbleTextColor: colour('--ink'),
    bubbleMaxWidth: 620,
    bubbleFromUserBackground: colour('--brand'),
    bubbleFromUserBorderWidth: 0,
    bubbleFromUserBorderRadius: 14,
    bubbleFromUserTextColor: 'white',
    markdownExternalLinkIconImage: 'none',
    emojiSet: false,
    groupTimestamp: 5 * 60 * 1000,
    hideUploadButton: true,
    sendBoxButtonColor: colour('--brand'),
    sendBoxHeight: 56,
    sendBoxTextColor: colour('--ink'),
    sendBoxPlaceholderColor: colour('--soft'),
    // Nine answers to choose from must leave room for the question, on a phone as well.
    suggestedActionLayout: 'flow',
    suggestedActionsFlowMaxHeight: '38vh',
    suggestedActionBackgroundColor: 'white',
    suggestedActionBorderColor: colour('--brand'),
    suggestedActionBorderRadius: 8,
    suggestedActionBorderWidth: 2,
    suggestedActionTextColor: colour('--brand'),
    suggestedActionHeight: 44,
    timestampColor: colour('--soft'),
  };
}

// --- On arrival: a link may bring a question or the code of a diagnosis; it is said once, and leaves the address.

const query = new URLSearchParams(location.search);
const asked = (query.get('reprendre') ?? query.get('q') ?? '').trim().slice(0, 500);
if (asked) {
  query.delete('reprendre');
  query.delete('q');
  history.replaceState(null, '', `${location.pathname}${query.size ? `?${query}` : ''}${hash}`);
  open(asked);
} else {
  show();
}
