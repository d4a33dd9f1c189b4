// Evidence: a paragraph cut where spans begin and end, and the ties between words of the article and values.
const GROUPS = {
  who: ["leader", "organization", "companions", "parties", "signatories", "meets"],
  where: ["destinations", "countries", "place", "venue", "visits"],
  when: ["start", "end", "date", "until", "announced", "nights", "days", "part_of_day", "term"],
};

function groupOf(path) {
  const name = path.split(".").pop().replace(/\[\d+\]$/, "");
  return Object.keys(GROUPS).find((group) => GROUPS[group].includes(name)) ?? "what";
}

// [{text, start, fields}] in order: together the whole paragraph; `fields` are those for which the piece is evidence.
function pieces(text, spans) {
  const cuts = unique([0, text.length, ...spans.flatMap(([, , start, end]) => [start, end])]).sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => ({
    text: text.slice(cuts[i], end),
    start: cuts[i],
    fields: unique(spans.filter((span) => span[2] <= cuts[i] && span[3] >= end).map(([field]) => field)),
  }));
}

const quote = (record, [, paragraph, start, end]) => article(record).paragraphs[paragraph].slice(start, end);

// A value is known by its path, words by where they begin; evidence begins where a piece does.
const valueId = (path) => `value-${path.replace(/[^\w]/g, "-")}`;
const wordsId = (paragraph, start) => `words-${paragraph}-${start}`;

function paragraphOf(record, text, i) {
  const spans = record.evidence.filter((span) => span[1] === i);
  return h("p", {}, pieces(text, spans).map((piece) => {
    if (!piece.fields.length) return piece.text;
    const names = piece.fields.map((field) => fieldWord(field, record.kind)).join(", ");
    return h("a", { class: `ev ${tone(piece.fields)}`, href: `#${valueId(piece.fields[0])}`, id: wordsId(i, piece.start), "data-fields": piece.fields.join(" "), title: names }, h("mark", {}, piece.text));
  }));
}

// The colour of a piece: what it is evidence for beside the kind of thing that happened.
const tone = (fields) => fields.map(groupOf).find((group) => group !== "what") ?? "what";

const fieldsOf = (element) => element.dataset.fields.split(" ");

// Light up everything that shares a field with an element, on both sides; return the others.
function lightUp(element) {
  const wanted = element ? fieldsOf(element) : [];
  const others = [];
  for (const other of $("record").querySelectorAll("[data-fields]")) {
    const lit = fieldsOf(other).some((field) => wanted.includes(field));
    other.classList.toggle("lit", lit);
    if (lit && other.matches(".ev") !== element.matches(".ev")) others.push(other);
  }
  return others;
}

// What is lit on the other side comes into sight, but only where each side scrolls by itself.
function show(element) {
  const [first] = lightUp(element);
  const pane = first?.closest(".pane");
  if (!pane || pane.scrollHeight <= pane.clientHeight) return;
  const [box, room] = [first.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (box.top < room.top || box.bottom > room.bottom) pane.scrollBy({ top: box.top - room.top - room.height / 3 });
}

// From a value to its words and back.
function follow(element) {
  const [first] = lightUp(element);
  if (!first) return;
  first.focus({ preventScroll: true });
  first.scrollIntoView({ block: "center" });
  lightUp(element);
}
