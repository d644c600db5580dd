// Passkeys: adding one to the account, and signing in with one. Without this, or without a device for it, the buttons
// stay hidden and the other ways of signing in remain.
const isName = (host) => !/^[\d.]+$|:/.test(host);

async function post(address, token, body) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    body: JSON.stringify(body),
  });
  const said = await answer.json().catch(() => ({}));
  return { ok: answer.ok, status: answer.status, said };
}

function offer(box, ask) {
  const [button, line] = [box.querySelector("button"), box.querySelector(".error")];
  const tell = (text) => {
    line.textContent = text;
    line.hidden = !text;
  };
  box.hidden = false;
  button.addEventListener("click", async () => {
    tell("");
    button.disabled = true;
    try {
      const asked = await post(box.dataset.options, box.dataset.token, {});
      if (asked.status === 403 && box.dataset.confirm) {
        location.assign(box.dataset.confirm);
        return;
      }
      if (!asked.ok) throw new Error(asked.said.message);
      const given = await ask(asked.said);
      const { ok, said } = await post(box.dataset.finish, box.dataset.token, {
        answer: given.toJSON(),
        next: box.dataset.next,
      });
      if (ok) location.assign(said.next);
      else tell(said.message || box.dataset.failed);
    } catch {
      tell(box.dataset.failed);
    } finally {
      button.disabled = false;
    }
  });
}

const keys = window.PublicKeyCredential;
if (keys?.parseCreationOptionsFromJSON && isName(location.hostname)) {
  for (const box of document.querySelectorAll("[data-passkey-add]")) {
    offer(box, (said) =>
      navigator.credentials.create({ publicKey: keys.parseCreationOptionsFromJSON(said) }),
    );
  }
  for (const box of document.querySelectorAll("[data-passkey-use]")) {
    offer(box, (said) => navigator.credentials.get({ publicKey: keys.parseRequestOptionsFromJSON(said) }));
  }
}
