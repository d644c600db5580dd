import { keep, recall } from "../store.js";

// Single keys lead about the desk; Ctrl+Enter sends a form. WCAG 2.1.4 wants a way to switch single keys off.
export function shortcuts() {
  const list = document.querySelector("[data-shortcuts]");
  const button = document.querySelector("[data-shortcut-toggle]");
  let on = recall("shortcut") !== "off";
  if (list) list.hidden = false;
  if (button) {
    button.hidden = false;
    const show = () => button.setAttribute("aria-pressed", String(on));
    show();
    button.addEventListener("click", () => {
      on = !on;
      keep("shortcut", on ? "on" : "off");
      show();
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.target.closest?.("form[data-ask]")?.requestSubmit();
      return;
    }
    if (!on || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    if (lead(event.key, list)) event.preventDefault();
  });
}

function lead(key, list) {
  if (key === "/") return focus("[data-search-field]");
  if (key === "f") return focus("[data-list-search]");
  if (key === "?" && list) {
    list.open = true;
    list.querySelector("summary").focus();
    return true;
  }
  const link = key.length === 1 && /[a-z]/.test(key) && document.querySelector(`[data-key="${key}"]`);
  link?.click?.();
  return Boolean(link);
}

function focus(selector) {
  const field = document.querySelector(selector);
  field?.focus();
  field?.select();
  return Boolean(field);
}
