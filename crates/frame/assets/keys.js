// Passkeys: what the site asks goes to the browser, and what the device answers goes into the form.
// Where there is none of this, the form stays hidden and the password is there.
"use strict";
{
  const bytes = text => {
    const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(plain, letter => letter.charCodeAt(0));
  };
  const text = buffer => {
    const plain = Array.from(new Uint8Array(buffer), byte => String.fromCharCode(byte)).join("");
    return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  };
  const ids = list => list?.map(one => ({ ...one, id: bytes(one.id) }));

  const ask = (kind, { publicKey }) => {
    const options = { ...publicKey, challenge: bytes(publicKey.challenge) };
    if (kind === "get") {
      options.allowCredentials = ids(publicKey.allowCredentials);
      return navigator.credentials.get({ publicKey: options });
    }
    options.user = { ...publicKey.user, id: bytes(publicKey.user.id) };
    options.excludeCredentials = ids(publicKey.excludeCredentials);
    return navigator.credentials.create({ publicKey: options });
  };

  const answered = ({ id, rawId, type, response, getClientExtensionResults }, key) => {
    const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
    const given = parts.filter(part => response[part]).map(part => [part, text(response[part])]);
    const extensions = getClientExtensionResults.call(key);
    return JSON.stringify({ id, rawId: text(rawId), type, response: Object.fromEntries(given), extensions });
  };

  const submit = async event => {
    event.preventDefault();
    const form = event.target, { key: kind, begin, with: other } = form.dataset;
    const notice = form.querySelector("[role=alert]"), button = form.querySelector("button");
    notice.hidden = button.disabled = true;
    try {
      const asked = await fetch(begin, { method: "POST", headers: { "x-live": "1" } });
      // Too often, or signed out meanwhile: the form itself is answered with a sentence.
      if (asked.ok) {
        const { ceremony, options } = await asked.json();
        const key = await ask(kind, options);
        form.elements.ceremony.value = ceremony;
        form.elements.answer.value = answered(key, key);
      }
      if (other) form.elements.email.value = document.querySelector(other).value;
      form.submit();
    } catch {
      notice.hidden = button.disabled = false;
    }
  };

  if (window.PublicKeyCredential && isSecureContext) {
    for (const form of document.querySelectorAll("form[data-key]")) {
      form.hidden = false;
      form.addEventListener("submit", submit);
    }
  }
}
