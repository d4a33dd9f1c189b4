// Elements from names, attributes and text. Text becomes a text node, never markup.
const SVG = "http://www.w3.org/2000/svg";
const $ = (id) => document.getElementById(id);

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name.startsWith("--")) element.style.setProperty(name, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const h = (name, attributes = {}, ...children) => filled(document.createElement(name), attributes, children);
const svg = (name, attributes = {}, ...children) => filled(document.createElementNS(SVG, name), attributes, children);

// Words of an article among ours: their direction of writing ends with them.
const said = (text) => h("bdi", {}, text);

function joined(parts, by) {
  return parts.flatMap((part, i) => (i ? [by, part] : [part]));
}

// The page lets only http and https through (see pack.py); everything else is words.
function link(address, text) {
  return address
    ? h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, said(text))
    : said(text);
}

function later(call, wait) {
  let timer = 0;
  return (...values) => { clearTimeout(timer); timer = setTimeout(call, wait, ...values); };
}
