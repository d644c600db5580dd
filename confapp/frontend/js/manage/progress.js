// Something that takes its time says so, and is not begun twice.
export function progress() {
  for (const note of document.querySelectorAll("[data-progress]")) {
    const form = note.closest("main").querySelector("form.desk-form");
    form?.addEventListener("submit", () => {
      note.hidden = false;
      for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
      form.addEventListener("submit", (event) => event.preventDefault());
    });
  }
}
