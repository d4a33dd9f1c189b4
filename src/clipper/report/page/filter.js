// Which records are shown, and in which order.
const START = { text: "", kind: "", subtype: "", status: "", country: "", from: "", to: "", background: "", least: 0, place: "" };
const state = { ...START, sort: "when", down: true, page: 0 };

const plain = (text) => text.normalize("NFC").toLowerCase();

function* strings(value) {
  if (typeof value === "string") yield value;
  else if (value && typeof value === "object") for (const item of Object.values(value)) yield* strings(item);
}

// What the text filter looks in: every value of the record, the names of its countries, the article's head.
const texts = [];

function textOf(i) {
  if (texts[i] !== undefined) return texts[i];
  const record = RECORDS[i];
  const { evidence, points, span, ...own } = record;
  const { title, subtitle, publisher } = article(record);
  const names = record.where.flatMap((code) => Object.values(DATA.countries).map((known) => known[code]));
  texts[i] = plain([...strings(own), ...names, title, subtitle, publisher].filter(Boolean).join("\n"));
  return texts[i];
}

function matches(record, words, i) {
  return (!state.kind || record.kind === state.kind)
    && (!state.status || `${record.kind}:${record.status ?? ""}` === state.status)
    && (!state.subtype || `${record.kind}:${subtypeOf(record) ?? ""}` === state.subtype)
    && (!state.country || record.where.includes(state.country))
    && (!state.background || record.background === (state.background === "only"))
    && record.confidence >= state.least
    && (!(state.from || state.to) || Boolean(record.span) && (!state.from || record.span[1] >= state.from) && (!state.to || record.span[0] <= state.to))
    && (!state.place || record.points.some((point) => point[2] === state.place))
    && words.every((part) => textOf(i).includes(part));
}

function found() {
  const words = plain(state.text).split(/\s+/).filter(Boolean);
  const indices = [];
  RECORDS.forEach((record, i) => { if (matches(record, words, i)) indices.push(i); });
  return sorted(indices);
}

// Sorted by what the column shows; what has no value comes last whichever way.
const KEYS = {
  kind: (record) => word("kind", record.kind),
  who: (record) => who(record).join(" "),
  where: (record) => where(record).join(" ") || abroad(record).map(country).join(" "),
  when: (record) => record.span?.join(" ") ?? "",
  status, subtype,
  confidence: (record) => record.confidence,
  source: (record) => (article(record).published ?? "").slice(0, 19) || (article(record).publisher ?? ""),
};

function sorted(indices) {
  const compare = new Intl.Collator(lang).compare;
  const keys = new Map(indices.map((i) => [i, KEYS[state.sort](RECORDS[i])]));
  const way = state.down ? -1 : 1;
  return indices.sort((a, b) => {
    const [x, y] = [keys.get(a), keys.get(b)];
    if (x === y) return a - b;
    if (x === "" || y === "") return x === "" ? 1 : -1;
    return way * (typeof x === "number" ? x - y : state.sort === "when" || state.sort === "source" ? (x < y ? -1 : 1) : compare(x, y)) || a - b;
  });
}

// The menus hold what occurs, in the language chosen.
function menus() {
  const form = $("filters").elements;
  const all = ["", ui("all")];
  const seen = (kind, of) => unique(RECORDS.filter((record) => record.kind === kind).map(of)).filter(Boolean);
  const known = (kind, group, of) => {
    const codes = seen(kind, of);
    const options = Object.keys(DATA.labels[lang][group]).filter((code) => codes.includes(code));
    return options.length ? h("optgroup", { label: ui(`${kind}s`) }, options.map((code) => option(`${kind}:${code}`, word(group, code)))) : null;
  };
  fill(form.kind, [all, ["trip", ui("trips")], ["mou", ui("mous")]]);
  fill(form.background, [all, ["hide", ui("background_hide")], ["only", ui("background_only")]]);
  fill(form.status, [all], known("trip", "trip_status", (r) => r.status), known("mou", "mou_status", (r) => r.status));
  fill(form.subtype, [all], known("trip", "direction", (r) => r.direction), known("mou", "mou_type", (r) => r.type));
  const codes = Object.keys(DATA.countries[lang]);
  fill(form.country, [all, ...codes.map((code) => [code, country(code)]).sort((a, b) => new Intl.Collator(lang).compare(a[1], b[1]))]);
}

const option = (value, text) => h("option", { value }, text);

function fill(select, pairs, ...groups) {
  const chosen = select.value;
  select.replaceChildren(...pairs.map(([value, text]) => option(value, text)), ...groups.filter(Boolean));
  select.value = chosen;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
}
