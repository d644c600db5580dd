// The parts of the desk: folded on a narrow screen, open on a wide one; menus close by Escape or a press elsewhere.
export function foldParts() {
  const parts = document.querySelector("[data-fold]");
  const wide = matchMedia("(min-width: 62rem)");
  const fit = () => parts && (parts.open = wide.matches);
  fit();
  wide.addEventListener("change", fit);

  const menus = () => document.querySelectorAll(".who[open], .more[open]");
  document.addEventListener("click", (event) => {
    for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of menus()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}
