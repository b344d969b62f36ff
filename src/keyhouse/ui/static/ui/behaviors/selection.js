// Counts the chosen rows, and chooses all that are shown with the box in the head.
document.addEventListener("change", (event) => {
  const scope = event.target.closest("[data-selection]");
  if (!scope || event.target.type !== "checkbox") return;
  const boxes = [...scope.querySelectorAll("td input[type='checkbox']")];
  const all = scope.querySelector("thead input[type='checkbox']");
  if (event.target === all) boxes.forEach((box) => { box.checked = all.checked; });
  const chosen = boxes.filter((box) => box.checked).length;
  if (all) {
    all.checked = chosen === boxes.length && chosen > 0;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
  }
  const bar = scope.querySelector(".selection-bar");
  bar?.classList.toggle("is-open", chosen > 0);
  const count = bar?.querySelector("[data-count]");
  if (count) count.textContent = String(chosen);
});
