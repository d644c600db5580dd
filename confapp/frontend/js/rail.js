// The contents rail: folded on a narrow screen, and showing on a wide one where the reader is.
export function foldContents() {
  const rail = document.querySelector(".rail > details");
  if (!rail) return;
  const wide = matchMedia("(min-width: 64rem)");
  const fit = () => (rail.open = wide.matches);
  fit();
  wide.addEventListener("change", fit);
}

export function followContents() {
  const links = new Map();
  for (const link of document.querySelectorAll(".contents a[href^='#']")) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target) links.set(target, link);
  }
  if (!links.size) return;
  const targets = [...links.keys()];
  let current = null;

  const mark = () => {
    const line = innerHeight * 0.25;
    // The last part whose beginning has passed the upper quarter of the window is the one being read.
    // At the foot of the page that is the last one, which may be too short to get there.
    const atFoot = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const begun = targets.filter((target) => target.getBoundingClientRect().top <= (atFoot ? innerHeight : line));
    const passed = begun.at(-1) ?? targets[0];
    if (passed === current) return;
    if (current) links.get(current).removeAttribute("aria-current");
    current = passed;
    const link = links.get(current);
    link.setAttribute("aria-current", "location");
    keepInView(link);
  };

  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  mark();
}

// Scrolls the rail alone: scrollIntoView would move the page under the reader.
function keepInView(link) {
  const rail = link.closest("details");
  const box = rail.getBoundingClientRect();
  const spot = link.getBoundingClientRect();
  if (spot.top < box.top || spot.bottom > box.bottom) rail.scrollTop += spot.top - box.top - box.height / 2;
}
