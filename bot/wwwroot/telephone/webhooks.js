// Asks the line as its provider does. A page cannot sign, so its own server does that and passes the request on.

const [unusable, unreachable, tooSlow, notXml] = [12100, 11200, 11205, 12300];

// An answer that the call cannot go on with, with the number that the provider gives it.
export class Failure extends Error {
  constructor(code) {
    super(`the line failed: ${code}`);
    this.code = code;
  }
}

export const address = (relative, base = `${location.origin}/telephony/voice`) => new URL(relative.trim(), base);

// The line's own addresses, whatever public name they are written with.
const target = url => url.pathname.slice(url.pathname.lastIndexOf('/telephony/')) + url.search;

export async function post(url, fields) {
  const form = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
  const response = await fetch('/telephone/webhook', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ target: target(url), form }),
    // That the caller hung up is told even when it closed the page.
    keepalive: true,
  });
  if (!response.ok) {
    throw new Failure(unreachable);
  }
  return response.json();
}

// The verbs of the document that answers, and where it came from: what is relative in it is relative to that.
export async function ask(url, fields) {
  const { status, contentType, body } = await post(url, fields).catch(error => { throw error instanceof Failure ? error : new Failure(unreachable); });
  if (status >= 300) {
    throw new Failure(status === 504 ? tooSlow : unreachable);
  }
  if (contentType !== 'text/xml' && contentType !== 'application/xml') {
    throw new Failure(notXml);
  }
  const xml = new DOMParser().parseFromString(body, 'text/xml');
  if (xml.documentElement.tagName !== 'Response' || xml.querySelector('parsererror')) {
    throw new Failure(unusable);
  }
  return { verbs: xml.documentElement.children, url };
}
