// What every page has; each page works without it.

const summary = document.querySelector(".error-summary");
if (summary) summary.focus();
