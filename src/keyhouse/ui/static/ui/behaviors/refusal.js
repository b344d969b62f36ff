// Gives the focus to the summary of a refused form.
document.querySelector("[data-summary]")?.focus();
