// Copies the value beside a button, and says so on the button for a moment.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copy]");
  if (!button) return;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch {
    copyBySelection(button.dataset.copy, button);
  }
  const words = button.querySelector("[data-copy-words]");
  const before = words?.textContent;
  button.dataset.copied = "yes";
  if (words) words.textContent = button.dataset.copiedWords;
  setTimeout(() => {
    delete button.dataset.copied;
    if (words) words.textContent = before;
  }, 1800);
});

function copyBySelection(text, button) {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "visually-hidden";
  button.after(area);
  area.select();
  document.execCommand("copy");
  area.remove();
  button.focus();
}
