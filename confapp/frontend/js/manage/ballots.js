// A roll call by keys: y, n, a and - mark a delegation and lead to the next one; totals follow beside those announced.
export function ballots() {
  const grid = document.querySelector("[data-ballots]");
  if (!grid) return;
  const rows = [...grid.tBodies[0].rows];
  const count = () => showTotals(grid);
  grid.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = event.target.closest("tbody tr");
    const mark = row?.querySelector(`[data-mark="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!mark) return;
    event.preventDefault();
    mark.checked = true;
    mark.dispatchEvent(new Event("change", { bubbles: true }));
    firstOf(rows[rows.indexOf(row) + 1] ?? row)?.focus();
  });
  grid.addEventListener("change", count);
  for (const name of ["yes", "no", "abstain", "absent"]) {
    document.getElementById(name)?.addEventListener("input", count);
  }
  grid.querySelector("[data-totals]").hidden = false;
  count();
}

function firstOf(row) {
  return row.querySelector("input:checked") ?? row.querySelector("input");
}

function showTotals(grid) {
  const foot = grid.querySelector("[data-totals]");
  let told = false;
  let differs = false;
  let counted = 0;
  for (const cell of foot.querySelectorAll("[data-total]")) {
    const total = grid.querySelectorAll(`tbody input[value="${cell.dataset.total}"]:checked`).length;
    const announced = document.getElementById(cell.dataset.total)?.value.trim() ?? "";
    counted += total;
    cell.textContent = announced === "" ? String(total) : `${total} / ${announced}`;
    told ||= announced !== "";
    differs ||= announced !== "" && Number(announced) !== total;
  }
  const line = document.querySelector("[data-agreement]");
  line.textContent = told && counted ? foot.dataset[differs ? "differ" : "agree"] : "";
}
