// Places a menu beside its button where the browser cannot, and lets the arrow keys walk through it.
export const places = CSS.supports("position-area: block-end");

document.addEventListener("toggle", (event) => {
  const list = event.target;
  if (!list.matches?.(".menu-list")) return;
  const button = document.querySelector(`[popovertarget="${list.id}"]`);
  button?.setAttribute("aria-expanded", String(event.newState === "open"));
  if (event.newState !== "open") return;
  if (!places && button) place(list, button);
  list.querySelector(".menu-line")?.focus({ preventScroll: true });
}, true);

document.addEventListener("keydown", (event) => {
  const list = event.target.closest?.(".menu-list");
  if (!list || !["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key)) return;
  event.preventDefault();
  const lines = [...list.querySelectorAll(".menu-line")];
  const at = lines.indexOf(document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 + lines.length, Home: 0, End: lines.length - 1 }[event.key];
  lines[next % lines.length].focus();
});

export function place(list, button) {
  const box = button.getBoundingClientRect();
  const start = list.classList.contains("is-start");
  const left = start ? box.left : box.right - list.offsetWidth;
  const below = box.bottom + list.offsetHeight < innerHeight - 8;
  list.style.left = `${Math.max(8, Math.min(left, innerWidth - list.offsetWidth - 8))}px`;
  list.style.top = `${below ? box.bottom : Math.max(8, box.top - list.offsetHeight - 8)}px`;
}
