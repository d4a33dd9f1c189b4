// The data of the page, and its words in the language chosen.
const DATA = JSON.parse($("data").textContent);
let lang = DATA.lang;

const word = (group, key) => DATA.labels[lang][group]?.[key]?? key;
const number = (value) => value.toLocaleString(lang);

// A sentence of ours with its blanks filled: ui("count", {n: 3}).
function ui(key, values = {}) {
  return word("report", key).replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return typeof value === "number" ? number(value) : value;
  });
}

const country = (code) => DATA.countries[lang][code] ?? code;

function fieldWord(path, kind) {
  const steps = path.split(".").map((step) => /^([a-z_]+)(?:\[(\d+)\])?$/.exec(step));
  if (steps.includes(null)) return path;
  return steps.map(([, name, index]) => {
    const closer = steps.length === 1 ? DATA.labels[lang][`${kind}_field`]?.[name] : undefined;
    return name === "stops" ? ui("stop", { n: Number(index) + 1 }) : closer ?? word("field", name);
  }).join(" · ");
}

// What stands in the page itself: data-l is the text of an element, data-l-label its name, data-l-placeholder its hint.
function translate() {
  document.documentElement.lang = lang;
  document.title = $("title").textContent = DATA.title ?? ui("title");
  for (const [mark, act] of [
    ["l", (element, text) => { element.textContent = text; }],
    ["lLabel", (element, text) => element.setAttribute("aria-label", text)],
    ["lPlaceholder", (element, text) => { element.placeholder = text; }],
  ]) {
    const name = mark.replace("L", "-l").replace("P", "-p");
    for (const element of document.querySelectorAll(`[data-${name}]`)) act(element, ui(element.dataset[mark]));
  }
  for (const button of document.querySelectorAll("[data-lang]")) button.setAttribute("aria-pressed", button.dataset.lang === lang);
}
