// Sends a form that only carries the browser on to another site; its button does the same without scripts.
document.querySelectorAll("form[data-send-at-once]").forEach((form) => { form.requestSubmit(); });
