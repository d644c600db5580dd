import { keep, recall } from "./store.js";

// "/" leads to the search field. WCAG 2.1.4 wants a way to switch such a key off: the button in the foot.
export function searchShortcut() {
  const field = document.querySelector("[data-search-field]");
  const button = document.querySelector("[data-shortcut-toggle]");
  if (!field) return;
  let on = recall("shortcut") !== "off";
  const show = () => {
    if (on) field.setAttribute("aria-keyshortcuts", "/");
    else field.removeAttribute("aria-keyshortcuts");
    button?.setAttribute("aria-pressed", String(on));
  };
  show();
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => {
      on = !on;
      keep("shortcut", on ? "on" : "off");
      show();
    });
  }
  document.addEventListener("keydown", (event) => {
    if (!on || event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}
