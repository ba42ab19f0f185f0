// What the desk's pages need of the browser itself: what is being written is kept by the tab, whoever is elsewhere is called, and a
// lost connection is taken up again.

const stored = (store, use) => { try { return use(window[store]); } catch { return null; } };
const keep = (store, key, value) => stored(store, place => value === null ? place.removeItem(key) : place.setItem(key, value));
const kept = (store, key) => stored(store, place => place.getItem(key));

// --- Being called: asked for by a button, never unasked.

const title = document.title;
let audio;

function alerts() {
  return kept('localStorage', 'desk.alerts') === 'on';
}

async function ring() {
  audio ??= new AudioContext();
  await audio.resume();
  for (const [at, pitch] of [[0, 660], [.18, 880]]) {
    const [tone, volume] = [audio.createOscillator(), audio.createGain()];
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(.15, audio.currentTime + at);
    volume.gain.exponentialRampToValueAtTime(.001, audio.currentTime + at + .35);
    tone.connect(volume).connect(audio.destination);
    tone.start(audio.currentTime + at);
    tone.stop(audio.currentTime + at + .4);
  }
}

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-alerts]');
  if (button) {
    keep('localStorage', 'desk.alerts', 'on');
    button.hidden = true;
    ring();
    await window.Notification?.requestPermission();
  }
});

// --- The box in which a reply is written. Its words and the id of the message under way are the tab's own: whatever becomes of the
// connection, nothing is lost, and nothing is said twice.

const typingEvery = 3000;
const longestWait = 20000;

function reply(form, page, reference) {
  const [box, button] = [form.elements.text, form.querySelector('[type=submit]')];
  const [draft, attempt] = [`desk.draft.${reference}`, `desk.attempt.${reference}`];
  let [sending, typedAt] = [false, 0];

  box.value ||= kept('sessionStorage', draft) ?? '';
  box.addEventListener('input', () => {
    keep('sessionStorage', draft, box.value);
    if (Date.now() - typedAt > typingEvery) {
      typedAt = Date.now();
      page.invokeMethodAsync('TypingAsync').catch(() => {});
    }
  });
  box.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const text = box.value;
    if (sending || !text.trim()) {
      return;
    }
    sending = true;
    button.setAttribute('aria-disabled', 'true');
    try {
      // The same words tried again are the same message.
      const last = JSON.parse(kept('sessionStorage', attempt));
      const id = last?.text === text ? last.id : crypto.randomUUID();
      keep('sessionStorage', attempt, JSON.stringify({ id, text }));
      const wait = new Promise((_, late) => setTimeout(() => late(new Error('no answer')), longestWait));
      if (await Promise.race([page.invokeMethodAsync('SendAsync', id, text), wait])) {
        keep('sessionStorage', attempt, null);
        if (box.value === text) {
          box.value = '';
          keep('sessionStorage', draft, null);
        }
      }
    } catch {
      // The words stay where they are, for the next try.
    } finally {
      sending = false;
      button.removeAttribute('aria-disabled');
    }
  });
}

window.desk = {
  begin() {
    for (const button of document.querySelectorAll('[data-alerts]')) {
      button.hidden = alerts();
    }
    return kept('localStorage', 'desk.available') !== 'no';
  },
  keepAvailable: available => keep('localStorage', 'desk.available', available ? null : 'no'),
  count(waiting) {
    document.title = waiting > 0 ? `(${waiting}) ${title}` : title;
  },
  call(words, reference, address) {
    if (!alerts()) {
      return;
    }
    ring();
    if (window.Notification?.permission === 'granted') {
      const note = new Notification(words, { body: reference, tag: reference });
      note.onclick = () => { focus(); location.href = address; };
    }
  },
  reply,
  insert(form, words) {
    const box = form.elements.text;
    const before = box.value.slice(0, box.selectionStart);
    box.setRangeText((before && !before.endsWith('\n') ? '\n' : '') + words, box.selectionStart, box.selectionEnd, 'end');
    box.dispatchEvent(new Event('input'));
    box.focus();
  },
  // The latest words are in sight, unless somebody is reading further up.
  follow(box) {
    const down = () => { box.scrollTop = box.scrollHeight; };
    let atEnd = true;
    box.addEventListener('scroll', () => { atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 40; });
    new MutationObserver(() => atEnd && down()).observe(box, { childList: true, subtree: true });
    down();
  },
};

// --- A circuit that is gone for good is begun anew; what was being written is still there.

const patience = 5000;
const lost = document.getElementById('components-reconnect-modal');
lost?.addEventListener('components-reconnect-state-changed', async ({ detail: { state } }) => {
  if (state === 'rejected' || state === 'resume-failed') {
    location.reload();
  } else if (state === 'failed') {
    await new Promise(done => setTimeout(done, patience));
    try {
      if (!await Blazor.reconnect()) {
        location.reload();
      }
    } catch {
      // Still no server: reconnecting has said so itself, which begins this anew.
    }
  }
});
