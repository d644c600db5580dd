// Runs before the page is painted: a reader's stored choice of light or dark, else the system's stays.
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage can be switched off; then the system's preference is all there is.
}
