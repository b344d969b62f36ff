// Writes times in the time zone of the viewer; UTC stands in the tooltip.
const language = document.documentElement.lang || "en";
const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric" });
const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

function write(moment) {
  const parts = Object.fromEntries(day.formatToParts(moment).map((part) => [part.type, part.value]));
  return `${parts.day} ${parts.month} ${parts.year}, ${clock.format(moment)}`;
}

for (const time of document.querySelectorAll("time[data-moment]")) {
  const moment = new Date(time.dateTime);
  if (Number.isNaN(moment.valueOf())) continue;
  const utc = time.title;
  if (time.dataset.moment === "exact") {
    time.textContent = write(moment);
    time.title = utc;
  } else {
    time.title = `${write(moment)} (${utc})`;
  }
}
