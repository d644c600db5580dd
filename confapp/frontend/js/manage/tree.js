// Items of a tree are dragged to their places: the upper part of a row is before it, the lower part under it.
// Alt and an arrow key press the button of that step. The buttons and the page behind "Move" do the same without any of this.
import { keep, recall } from "../store.js";

const KEYS = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "outdent", ArrowRight: "indent" };
const UPPER = 0.5;

export function trees() {
  if (location.hash === "#add") document.getElementById("add")?.focus();
  const tree = document.querySelector("[data-tree]");
  const form = document.querySelector("[data-tree-form]");
  if (!tree || !form) return;
  document.querySelectorAll("[data-tree-help]").forEach((help) => (help.hidden = false));
  for (const item of tree.querySelectorAll("[data-tree-item]")) item.draggable = true;
  let dragged = null;
  tree.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("[data-tree-item]");
    if (!dragged) return;
    event.stopPropagation();
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.treeItem);
    dragged.classList.add("is-dragged");
  });
  tree.addEventListener("dragend", () => {
    dragged?.classList.remove("is-dragged");
    dragged = null;
    unmark(tree);
  });
  tree.addEventListener("dragover", (event) => {
    const place = placeAt(event, dragged);
    unmark(tree);
    if (!place) return;
    event.preventDefault();
    place.row.classList.add(place.under ? "drop-under" : "drop-before");
  });
  tree.addEventListener("drop", (event) => {
    const place = placeAt(event, dragged);
    if (!place) return;
    event.preventDefault();
    form.action = dragged.dataset.move;
    form.elements.place.value = `${place.under ? "under" : "before"}-${place.key}`;
    form.submit();
  });
  tree.addEventListener("keydown", (event) => {
    const step = event.altKey && KEYS[turned(event.key)];
    const item = event.target.closest("[data-tree-item]");
    if (!step || !item) return;
    event.preventDefault();
    item.querySelector(`:scope > .tree-row button[value="${step}"]`)?.click();
  });
  tree.addEventListener("submit", (event) => keep("tree-step", event.submitter?.value ?? ""));
  // The browser takes the focus away once more when it goes to the place that the address names.
  const later = () => setTimeout(focusMoved, 0, tree);
  if (document.readyState === "complete") later();
  else addEventListener("load", later, { once: true });
}

// In a text that runs from right to left, the arrows point the other way.
function turned(key) {
  if (document.documentElement.dir !== "rtl") return key;
  return { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" }[key] ?? key;
}

function placeAt(event, dragged) {
  const row = event.target.closest?.(".tree-row");
  const item = row?.closest("[data-tree-item]");
  if (!dragged || !item || dragged.contains(item)) return null;
  const box = row.getBoundingClientRect();
  return { row, key: item.dataset.treeItem, under: event.clientY - box.top > box.height * UPPER };
}

function unmark(tree) {
  tree.querySelectorAll(".drop-under, .drop-before").forEach((row) => row.classList.remove("drop-under", "drop-before"));
}

// After a step the page is a new one: what was moved is where the reader goes on, if possible with the same step.
function focusMoved(tree) {
  const moved = location.hash.startsWith("#item-") && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!moved || !tree.contains(moved)) return;
  const buttons = [...moved.querySelectorAll(":scope > .tree-row button:not([disabled])")];
  const step = recall("tree-step");
  (buttons.find((button) => button.value === step) ?? buttons[0] ?? moved.querySelector("a"))?.focus();
}
