// How Markdown looks, beside the field it is typed in; without this module a button shows it.
const WAIT = 300;

export function previews() {
  for (const field of document.querySelectorAll("[data-preview-of]")) {
    const box = field.form.querySelector("[data-preview]");
    const shown = box.querySelector("[data-preview-text]");
    const token = field.form.elements.csrf_token.value;
    let timer;
    let asked = 0;
    const show = async () => {
      const mine = ++asked;
      const body = new URLSearchParams({ text: field.value, csrf_token: token });
      try {
        const answer = await fetch(field.dataset.previewOf, { method: "POST", body });
        if (answer.ok && mine === asked) shown.innerHTML = await answer.text();
      } catch {
        box.querySelector("[data-preview-button]").hidden = false; // It asks in the form's own way.
      }
    };
    box.querySelector("[data-preview-button]").hidden = true;
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(show, WAIT);
    });
    if (field.value) show();
  }
}
