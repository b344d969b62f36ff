// Sends the filter row by itself when a choice changes; typing is sent with Enter.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form.filters");
  if (form && event.target.matches("select, input[type='date'], input[type='checkbox']")) form.requestSubmit();
});
