"use strict";
const blocks = [...document.querySelectorAll(".block")];
const boxes = [...document.querySelectorAll("input[name=label]")];
const search = document.querySelector("input[type=search]");
const count = document.querySelector("#count");
const shown = () => blocks.filter((block) => !block.hidden);

function filter() {
  const labels = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  const words = search.value.trim().toLowerCase();
  for (const block of blocks) {
    const text = words && block.firstElementChild.textContent.toLowerCase();
    block.hidden = !labels.has(block.dataset.label) || Boolean(words && !text.includes(words));
  }
  count.textContent = `${shown().length} of ${blocks.length} blocks shown`;
  choose(shown()[0]);
}

// One tab stop for the list; the arrow keys go on from there.
let stop;
function choose(block) {
  stop?.firstElementChild.setAttribute("tabindex", "-1");
  stop = block;
  stop?.firstElementChild.setAttribute("tabindex", "0");
}

function go(event) {
  const all = shown();
  const at = all.indexOf(event.target.closest(".block"));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined || !all[to]) return;
  event.preventDefault();
  choose(all[to]);
  all[to].firstElementChild.focus();
}

for (const box of boxes) box.addEventListener("change", filter);
search.addEventListener("input", filter);
for (const button of document.querySelectorAll("button[data-side]")) {
  button.addEventListener("click", () => {
    for (const box of boxes) box.checked = button.dataset.side === "all" || box.dataset.side === button.dataset.side;
    filter();
  });
}
const list = document.querySelector(".blocks");
list.addEventListener("keydown", go);
list.addEventListener("focusin", (event) => choose(event.target.closest(".block")));
document.addEventListener("keydown", (event) => list.classList.toggle("dismissed", event.key === "Escape"));
list.addEventListener("pointerover", () => list.classList.remove("dismissed"));
for (const block of blocks) block.firstElementChild.setAttribute("tabindex", "-1");
filter();
