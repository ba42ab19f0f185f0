// Builds the documents it is given again with the official package, and checks each element and attribute against its typings.
// Reads [[name, {attribute: value}, [children]]], where a child is an element or a text; writes [{document, problems}].
const { readFileSync } = require("node:fs");
const { twiml } = require("twilio");

const root = require.resolve("twilio").replace(/[^/]*$/, "");
const typings = ["VoiceResponse", "MessagingResponse"].map(name => readFileSync(`${root}twiml/${name}.d.ts`, "utf8").replace(/\/\*[\s\S]*?\*\//g, ""));

// The literals of `type X = "a" | "b";`, and the attributes of each `interface YAttributes { name?: Type; }`.
const unions = new Map();
const interfaces = new Map();
for (const text of typings) {
  for (const [, name, body] of text.matchAll(/type (\w+) = ([^;]*);/g)) {
    unions.set(name, [...body.matchAll(/"([^"]*)"/g)].map(literal => literal[1]));
  }
  for (const [, name, body] of text.matchAll(/interface (\w+)Attributes \{([^}]*)\}/g)) {
    const known = interfaces.get(name) ?? new Map();
    for (const [, attribute, type] of body.matchAll(/"?([\w:-]+)"?\?: ([^;]*);/g)) {
      known.set(attribute, type);
    }
    interfaces.set(name, known);
  }
}

const ssml = { "break": "SsmlBreak", "say-as": "SsmlSayAs", lang: "SsmlLang", sub: "SsmlSub" };

function check(name, attributes, problems) {
  const known = interfaces.get(ssml[name] ?? name) ?? new Map();
  for (const [attribute, value] of Object.entries(attributes)) {
    const type = known.get(attribute);
    if (type === undefined) {
      problems.push(`${name}: no attribute ${attribute}`);
      continue;
    }
    const literals = unions.get(type.replace("[]", "").replace(/.*\./, ""));
    if (literals?.length) {
      for (const word of type.endsWith("[]") ? value.split(" ") : [value]) {
        if (!literals.includes(word)) problems.push(`${name}: ${attribute} cannot be ${word}`);
      }
    } else if (type === "number" && !/^\d+$/.test(value)) {
      problems.push(`${name}: ${attribute} is no number: ${value}`);
    } else if (type === "boolean" && !/^(true|false)$/.test(value)) {
      problems.push(`${name}: ${attribute} is neither true nor false: ${value}`);
    }
  }
}

function add(parent, [name, attributes, children], problems) {
  check(name, attributes, problems);
  const method = name === "say-as" ? "sayAs" : name[0].toLowerCase() + name.slice(1);
  if (typeof parent[method] !== "function") {
    problems.push(`${name} may not stand here`);
    return;
  }
  // Elements that can hold text take it as their second argument.
  const text = typeof children[0] === "string" ? children[0] : name === "Say" ? "" : null;
  const element = text === null ? parent[method](attributes) : parent[method](attributes, text);
  for (const child of typeof children[0] === "string" ? children.slice(1) : children) {
    if (typeof child === "string") element.addText(child);
    else add(element, child, problems);
  }
}

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(([, , children]) => {
  const messages = children.some(([name]) => name === "Message");
  const response = messages ? new twiml.MessagingResponse() : new twiml.VoiceResponse();
  const problems = [];
  for (const child of children) add(response, child, problems);
  return { document: response.toString(), problems };
})));
