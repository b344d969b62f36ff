// Sends the form of a sign-in on its way; without scripts the button does the same.
document.querySelector("[data-post]").submit();
