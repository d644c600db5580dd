// Asks before a form is left in which something was typed; sending it is no leaving.
export function askBeforeLeaving() {
  for (const form of document.querySelectorAll("form[data-ask]")) {
    const state = () => JSON.stringify([...new FormData(form)].map(([name, value]) => [name, value.name ?? value]));
    const before = state();
    let sent = false;
    form.addEventListener("submit", () => (sent = true));
    form.addEventListener("click", (event) => {
      // "Do nothing" says itself that what was typed is not kept.
      if (event.target.closest?.("[data-leave]")) sent = true;
    });
    addEventListener("pageshow", () => (sent = false));
    addEventListener("beforeunload", (event) => {
      if (!sent && state() !== before) event.preventDefault();
    });
  }
}
