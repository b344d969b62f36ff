// Sends a form once: the pressed button shows that it works, and a second press does nothing.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent && Date.now() - Number(form.dataset.sent) < 4000) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  if (form.method !== "post" || form.closest("dialog.modal")) return;
  form.dataset.sent = String(Date.now());
  event.submitter?.setAttribute("aria-busy", "true");
}, true);

addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => { delete form.dataset.sent; });
  document.querySelectorAll("[aria-busy]").forEach((busy) => { busy.removeAttribute("aria-busy"); });
});
