// The button that prints the page; browsers print without it too.

const button = document.querySelector("[data-print]");
button.hidden = false;
button.addEventListener("click", () => print());
