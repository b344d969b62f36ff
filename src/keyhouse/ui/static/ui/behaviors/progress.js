// Asks for the page of a piece of long work again, once a second, and shows what changed, until the work has ended.
const PAUSE = 1000;
const LONGEST = 10000;

async function refresh(pause) {
  let next = pause;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" }, credentials: "same-origin" });
    if (!answer.ok || answer.redirected) return location.reload();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const [now, then] = [document, page].map((where) => where.querySelector("[data-work]"));
    if (!now || !then) return location.reload();
    const hasEnded = then.querySelector("[data-progress='ended']") !== null;
    if (hasEnded) return location.reload();
    const [bar, newer] = [now, then].map((where) => where.querySelector("[data-progress]"));
    bar.replaceChildren(...newer.childNodes);
    next = PAUSE;
  } catch {
    next = Math.min(pause * 2, LONGEST);
  }
  return later(next);
}

function later(pause) {
  setTimeout(() => (document.hidden ? later(pause) : refresh(pause)), pause);
}

if (document.querySelector("[data-work] [data-progress='under-way']")) later(PAUSE);
