// Refreshes today's counts. The page is complete without it.
const figures = document.querySelector("[data-live]");
if (figures) {
  setInterval(async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(figures.dataset.live, { headers: { accept: "application/json" } });
      if (!answer.ok) return;
      const { counts } = await answer.json();
      for (const item of figures.querySelectorAll("[data-count]")) {
        item.textContent = counts[item.dataset.count] ?? item.textContent;
      }
    } catch {
      // The next round tries again.
    }
  }, 10000);
}
