// Signs requests with the official package: reads [{token, url, parameters | body}], writes the signatures.
const { getExpectedTwilioSignature, getExpectedBodyHash } = require("twilio/lib/webhooks/webhooks.js");

const requests = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(requests.map(({ token, url, parameters, body }) => {
  const address = body == null ? url : `${url}${url.includes("?") ? "&" : "?"}bodySHA256=${getExpectedBodyHash(body)}`;
  return { url: address, signature: getExpectedTwilioSignature(token, address, body == null ? parameters : {}) };
})));
