// From the controls to the drawing. `current` are the indices of the records that are found, in order.
let current = [];

function draw() {
  current = found();
  drawTable(current);
  drawMap(current);
  drawTimeline(current); // as high as the map
  const set = Object.keys(START).filter((key) => state[key] !== START[key]);
  $("active").textContent = set.length ? `(${set.length})` : "";
  $("chosen").textContent = set.length ? `${ui("filters")}: ${set.map(chosen).join(", ")}` : "";
  $("place").hidden = !state.place;
  $("place").textContent = state.place ? ui("place_only", { place: state.place }) : "";
  $("least").textContent = state.least ? `≥ ${state.least.toFixed(2)}` : "";
}

// A filter in words, for the head of what is printed.
function chosen(name) {
  const control = $("filters").elements.namedItem(name);
  const value = control?.selectedOptions ? control.selectedOptions[0].textContent : String(state[name]);
  return `${ui({ least: "confidence" }[name] ?? name)} ${name === "least" ? "≥ " : ""}${value}`;
}

function restart() {
  state.page = 0;
  draw();
}

const soon = later(restart, 120);

function speak() {
  translate();
  menus();
  heads();
  drawViews();
  drawNotes();
  const kinds = { trips: RECORDS.filter((record) => record.kind === "trip").length, articles: DATA.articles.length, failures: DATA.failures.length };
  $("summary").textContent = ui("summary", { ...kinds, mous: RECORDS.length - kinds.trips }) + (DATA.date ? ` · ${DATA.date}` : "");
  $("foot").textContent = ui("foot");
  draw();
  if (opened >= 0) drawRecord();
}

function take(event) {
  const { name, value } = event.target;
  if (!(name in START)) return;
  state[name] = name === "least" ? Number(value) : value;
  soon(); // who types gets one drawing, not one for each letter
}

// A filter set from a chart shows in its own control too; the same click again takes it back.
function only(name, value) {
  state[name] = state[name] === value ? "" : value;
  const control = $("filters").elements.namedItem(name);
  if (control && "value" in control && name !== "place") control.value = state[name];
  restart();
}

function days([from, to]) {
  [state.from, state.to] = [from, to];
  Object.assign($("filters").elements.from, { value: from });
  Object.assign($("filters").elements.to, { value: to });
  restart();
}

const ACTS = [
  ["[data-lang]", (element) => { lang = element.dataset.lang; speak(); }],
  ["[data-sort]", (element) => { sortBy(element.dataset.sort); heads(); restart(); document.querySelector(`[data-sort="${state.sort}"]`).focus(); }],
  ["[data-step]", (element) => step(Number(element.dataset.step))],
  ["[data-close]", () => $("record").close()],
  [".value, .ev", (element, event) => { event.preventDefault(); follow(element); }],
  ["[data-view]", (element) => look(VIEWS[element.dataset.view])],
  ["[data-zoom]", (element) => zoom(element.dataset.zoom === "in" ? 0.5 : 2)],
  ["#countries [data-country]", (element) => { const code = element.dataset.country; only("country", code); document.querySelector(`#countries [data-country="${code}"]`)?.focus(); }],
  [".world [data-country]", (element) => only("country", element.dataset.country)],
  [".world [data-spot='']", (element) => zoom(0.4, [element.cx.baseVal.value, element.cy.baseVal.value])],
  [".world [data-spot]", (element) => only("place", element.dataset.spot)],
  ["[data-bin]", (element) => days(binDays(element.dataset.bin))],
  ["#place", () => { only("place", state.place); $("filters").elements.text.focus(); }],
  ["#back", () => turnPage(-1)],
  ["#on", () => turnPage(1)],
  ["#turn", () => { state.down = !state.down; heads(); restart(); }],
  ["a", () => {}],
  ["button[data-record], .mark", (element) => openRecord(Number(element.dataset.record))],
  ["[data-record]", (element) => String(getSelection()) || openRecord(Number(element.dataset.record))], // words of a row can be copied
];

document.addEventListener("click", (event) => {
  const dialog = event.target === $("record");
  if (dialog) return $("record").close();
  for (const [selector, act] of ACTS) {
    const element = event.target.closest(selector);
    if (element) return void act(element, event);
  }
});

$("filters").addEventListener("input", take);
$("filters").addEventListener("submit", (event) => event.preventDefault());
$("filters").addEventListener("reset", () => { Object.assign(state, START); setTimeout(restart); });
$("sort").addEventListener("change", () => { if ($("sort").value !== state.sort) sortBy($("sort").value); heads(); restart(); });
$("map").addEventListener("pointerdown", dragMap);
$("record").addEventListener("close", closed);
$("record").addEventListener("keydown", (event) => {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (by && !event.altKey && !event.ctrlKey && !event.metaKey) step(by);
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape" && opened >= 0) $("record").close(); });
for (const name of ["mouseover", "focusin"]) {
  $("record").addEventListener(name, (event) => { const element = event.target.closest("[data-fields]"); if (element) show(element); });
}
window.addEventListener("resize", later(draw, 150));

// On paper: the open record alone, as a plain part of the page; else all rows.
window.addEventListener("beforeprint", () => {
  if (opened < 0) return printRows();
  $("record").close();
  $("record").show();
});
window.addEventListener("afterprint", () => {
  if (opened < 0) return drawTable(current);
  $("record").close();
  $("record").showModal();
});

if (matchMedia("(max-width: 760px)").matches) $("more").open = false;
// report.html#ID opens at a record.
function openNamed() {
  const i = RECORDS.findIndex((record) => `#${record.id}` === location.hash);
  if (i >= 0) openRecord(i);
}

window.addEventListener("hashchange", openNamed);
speak();
openNamed();
