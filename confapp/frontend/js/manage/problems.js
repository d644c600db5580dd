// What is wrong is read first: the summary takes the focus when the page comes with one.
export function showProblems() {
  document.querySelector("[data-problems]")?.focus();
}
