// Copying: the text of a citation by its button, the address of a paragraph by its number.
const line = () => document.querySelector("[data-status]");

async function copy(text) {
  const status = line();
  try {
    await navigator.clipboard.writeText(text);
    say(status, status?.dataset.copied);
  } catch {
    say(status, status?.dataset.failed);
  }
}

function say(status, message) {
  if (!status || !message) return;
  status.textContent = message;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => (status.textContent = ""), 4000);
}

// Without a clipboard (plain http) the buttons stay hidden.
export function copyButtons() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const source = document.getElementById(button.dataset.copy);
      if (source) copy(source.textContent);
    });
  }
}

// The link still leads to its paragraph.
export function copyPermalinks() {
  if (!navigator.clipboard) return;
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.para-number");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) copy(link.href);
  });
}
