// Shows the menu of a row beside it: its lines are fetched when they are wanted; without scripts it is a page.
import { place, places } from "./menu.js";

for (const link of document.querySelectorAll("a[data-row-menu]")) link.setAttribute("role", "button");

document.addEventListener("keydown", (event) => {
  if (event.key !== " " || !event.target.matches("a[data-row-menu]")) return;
  event.preventDefault();
  event.target.click();
});

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-row-menu]");
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  const list = link.nextElementSibling?.matches(".menu-list") ? link.nextElementSibling : await fetched(link);
  if (!list) return;
  link.setAttribute("aria-expanded", "true");
  list.showPopover({ source: link });
  if (!places) place(list, link);
  list.querySelector(".menu-line")?.focus({ preventScroll: true });
});

async function fetched(link) {
  const answer = await fetch(link.href, { headers: { "X-Keyhouse-Dialog": "1" }, credentials: "same-origin" }).catch(() => null);
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  const lines = page?.querySelector("[data-row-lines]");
  if (!lines) {
    location.assign(link.href);
    return null;
  }
  const list = document.createElement("div");
  list.className = "menu-list";
  list.popover = "auto";
  list.replaceChildren(...lines.childNodes);
  list.addEventListener("toggle", (event) => {
    if (event.newState === "closed") link.setAttribute("aria-expanded", "false");
  });
  link.after(list);
  return list;
}
