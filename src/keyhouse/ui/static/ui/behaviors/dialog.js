// Opens the page of a dialog over the page that is open; its form stays in the dialog until the deed is done.
const HEADERS = { "X-Keyhouse-Dialog": "1", Accept: "text/html" };

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-dialog]");
  if (link && isPlain(event)) {
    event.preventDefault();
    link.closest("[popover]")?.hidePopover();
    open(link.href, document.activeElement);
    return;
  }
  if (event.target.closest("dialog.modal [data-close]") || event.target.matches("dialog.modal")) {
    event.preventDefault();
    document.querySelector("dialog.modal")?.close();
  }
});

document.addEventListener("submit", async (event) => {
  const form = event.target;
  const modal = form.closest("dialog.modal");
  if (!modal || event.defaultPrevented || form.dataset.plain !== undefined) return;
  event.preventDefault();
  const body = new FormData(form, event.submitter);
  const get = form.method === "get";
  const address = new URL(event.submitter?.getAttribute("formaction") || form.getAttribute("action") || modal.dataset.address, modal.dataset.address);
  if (get) address.search = new URLSearchParams(body);
  modal.setAttribute("aria-busy", "true");
  await load(modal, address.href, get ? {} : { method: "POST", body });
  modal.removeAttribute("aria-busy");
});

function isPlain(event) {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

async function open(address, opener) {
  document.querySelector("dialog.modal")?.remove();
  const modal = document.createElement("dialog");
  modal.className = "modal";
  modal.addEventListener("close", () => {
    modal.remove();
    opener?.focus?.();
    if (modal.dataset.changed) location.reload();
  });
  document.body.append(modal);
  if (await load(modal, address, {})) modal.showModal();
  focusFirst(modal);
}

async function load(modal, address, options) {
  let answer;
  try {
    answer = await fetch(address, { ...options, headers: HEADERS, credentials: "same-origin" });
  } catch {
    location.assign(address);
    return false;
  }
  const go = answer.headers.get("X-Keyhouse-Go");
  const text = go ? "" : await answer.text();
  if (go || !text.includes("data-dialog-alone")) {
    leave(go || answer.url);
    return false;
  }
  modal.dataset.address = answer.url;
  if (options.method === "POST" && answer.redirected) modal.dataset.changed = "yes";
  const page = new DOMParser().parseFromString(text, "text/html");
  modal.replaceChildren(...page.body.children);
  modal.setAttribute("aria-labelledby", "dialog-title");
  if (modal.open) focusFirst(modal);
  return true;
}

function leave(address) {
  const target = new URL(address, location.href);
  if (target.pathname === location.pathname && target.search === location.search) location.reload();
  else location.assign(target.href);
}

function focusFirst(modal) {
  const refused = modal.querySelector("[data-summary], [aria-invalid='true']");
  const first = modal.querySelector("[autofocus], .dialog-body :is(input:not([type='hidden']), select, textarea)");
  (refused || first || modal.querySelector("h1"))?.focus();
}
