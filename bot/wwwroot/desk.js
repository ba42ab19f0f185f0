// Passkeys: the browser is asked for one, and what it gives is sent as any form is.
const speaks = window.PublicKeyCredential?.parseCreationOptionsFromJSON !== undefined;

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.hidden = !speaks;
  form.addEventListener("submit", async event => {
    event.preventDefault();
    const [button, fault] = [form.querySelector("button"), form.querySelector(".error")];
    button.disabled = true;
    fault.hidden = true;
    try {
      const answer = await fetch(form.dataset.options, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      if (!answer.ok) {
        throw new Error(`${answer.status}`);
      }

      const options = await answer.json();
      const credential = form.dataset.passkey === "create"
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      form.elements.credential.value = JSON.stringify(credential);
      form.submit();
    } catch {
      // The person gave up, or has none for this site: both are theirs to try again.
      fault.hidden = false;
      button.disabled = false;
    }
  });
}
