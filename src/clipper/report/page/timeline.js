// The timeline: few records as bars and diamonds on a line of days, many as columns by day, month or year.
const DAY = 86400000;
const LANES = 11;
const LANE = 21;

// From near to far: how many days a drawing spans at most, how long its columns are, how open a date may be to be counted.
const SCALES = [
  { unit: "lane", most: 800, open: 45 }, { unit: "day", most: 45, open: 15 }, { unit: "month", most: 2200, open: 62 }, { unit: "year", most: Infinity, open: 366 },
];

const time = (day) => Date.parse(`${day}T00:00:00Z`);
const iso = (ms) => new Date(ms).toISOString().slice(0, 10);

// The stretch of at most `most` days in which most records begin: an old agreement told as history must not squeeze the rest.
function densest(dated, most) {
  let best = [0, 0];
  for (let a = 0, b = 0; b < dated.length; b++) {
    while (dated[b].from - dated[a].from > most * DAY) a++;
    if (b + 1 - a > best[1] - best[0]) best = [a, b + 1];
  }
  return dated.slice(...best);
}

function datedOf(indices) {
  const dated = indices.flatMap((i) => {
    const { span } = RECORDS[i];
    return span ? [{ i, from: time(span[0]), to: time(span[1]) }] : [];
  });
  return dated.sort((a, b) => a.from - b.from || a.i - b.i);
}

function drawTimeline(indices) {
  const dated = datedOf(indices);
  const wide = Math.max(280, $("timeline").clientWidth || 600);
  const tall = Math.max(200, $("map").clientHeight + 24);
  let drawn = [];
  let picture = null;
  for (const scale of SCALES) {
    drawn = densest(dated.filter((one) => one.to - one.from <= scale.open * DAY), scale.most);
    if (drawn.length && drawn.length >= dated.length * 0.8) picture = scale.unit === "lane" ? lanes(drawn, wide) : columns(drawn, wide, tall, scale.unit);
    if (picture) break;
  }
  if (!picture) picture = drawn.length ? columns(drawn, wide, tall, "year") : null;
  $("timeline").replaceChildren(picture ?? h("p", { class: "empty" }, ui("timeline_empty")));
  const left = indices.length - (picture ? drawn.length : 0);
  $("time-note").textContent = left && picture ? ui("timeline_left", { n: left }) : "";
}

function frame(wide, tall, name, ...children) {
  return svg("svg", { viewBox: `0 0 ${wide} ${tall}`, role: "img", "aria-label": name, class: "chart" }, ...children);
}

const write = (x, y, text, more = {}) => svg("text", { x, y, ...more }, text);

// -- few: a lane for each, several in one where they fit

function fitting(text, room) {
  if (textWidth(text) <= room) return text;
  let kept = "";
  for (const char of text) { if (textWidth(kept + char) > room - 10) break; kept += char; }
  return kept && `${kept.trimEnd()}…`;
}

const textWidth = (text) => [...text].reduce((sum, char) => sum + (char > "\u1100" ? 12 : 6.6), 0);

function lanes(drawn, wide) {
  const first = Math.min(...drawn.map((one) => one.from));
  const last = Math.max(...drawn.map((one) => one.to)) + DAY;
  const at = (ms) => 8 + ((ms - first) / (last - first)) * (wide - 16);
  const ends = [];
  const marks = drawn.map(({ i, from, to }) => {
    const record = RECORDS[i];
    const whole = short([...who(record), ...(record.kind === "trip" ? where(record) : [])], 2);
    const x = at(from);
    const end = Math.max(x + 8, record.kind === "trip" ? at(to + DAY) : x + 8);
    const before = end + 6 + textWidth(whole) > wide && x > wide / 2;
    const label = fitting(whole, before ? x - 10 : wide - end - 6);
    const needed = end + 6 + textWidth(label);
    const left = before ? x - 10 - textWidth(label) : x - 6;
    let lane = ends.findIndex((taken) => taken < left);
    if (lane < 0) lane = ends.push(0) - 1;
    ends[lane] = before ? end + 8 : needed + 10;
    return { i, record, x, end, lane, label, before };
  });
  if (ends.length > LANES) return null;
  const tall = Math.max(5, ends.length) * LANE + 30;
  const bars = marks.map(({ i, record, x, end, lane, label, before }) => {
    const y = 8 + lane * LANE;
    const shape = record.kind === "trip"
      ? svg("rect", { x, y: y + 2, width: end - x, height: 11, rx: 3 })
      : svg("path", { d: `M${x + 4} ${y + 1}l6 6.5-6 6.5-6-6.5z` });
    return svg("g", { class: `mark ${record.kind}`, "data-record": i }, svg("title", {}, `${when(record)} ${heading(record)}`), shape,
      write(before ? x - 6 : end + 6, y + 12, label, { "text-anchor": before ? "end" : "start" }));
  });
  const name = ui("timeline_name", { n: drawn.length, from: iso(first), to: iso(last - DAY) });
  return frame(wide, tall, name, axis(first, last, at, tall), bars);
}

function axis(first, last, at, tall) {
  const days = (last - first) / DAY;
  const step = days > 420 ? 3 : 1;
  const ticks = [];
  if (days <= 70) {
    const gap = days <= 14 ? 1 : 7;
    for (let ms = first; ms < last; ms += gap * DAY) ticks.push([ms, iso(ms).slice(5)]);
  } else {
    const start = new Date(first);
    for (let k = 1; ; k += step) {
      const ms = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + k, 1);
      if (ms >= last) break;
      ticks.push([ms, iso(ms).slice(0, 7)]);
    }
  }
  const every = Math.ceil((ticks.length * 58) / Math.max(1, at(last) - at(first)));
  return ticks.filter((_, i) => i % every === 0).map(([ms, text]) => [
    svg("line", { class: "grid", x1: at(ms), x2: at(ms), y1: 4, y2: tall - 20 }),
    write(at(ms), tall - 5, text, { class: "tick", "text-anchor": at(ms) > at(last) - 30 ? "end" : at(ms) < 20 ? "start" : "middle" }),
  ]);
}

// -- many: how many begin in each day, month or year; a click narrows the days to that column

const LENGTH = { day: 10, month: 7, year: 4 };

function next(bin) {
  const [year, month = 1, day = 1] = bin.split("-").map(Number);
  if (bin.length === 4) return String(year + 1).padStart(4, "0");
  return new Date(Date.UTC(year, bin.length === 7 ? month : month - 1, bin.length === 7 ? 1 : day + 1)).toISOString().slice(0, bin.length);
}

function binned(drawn, unit) {
  const bins = new Map();
  const key = (one) => iso(one.from).slice(0, LENGTH[unit]);
  const last = key(drawn[drawn.length - 1]);
  for (let bin = key(drawn[0]); bin <= last && bins.size < 400; bin = next(bin)) bins.set(bin, { trip: 0, mou: 0 });
  for (const one of drawn) if (bins.has(key(one))) bins.get(key(one))[RECORDS[one.i].kind] += 1;
  return [...bins];
}

function columns(drawn, wide, tall, unit) {
  const bins = binned(drawn, unit);
  const top = Math.max(...bins.map(([, { trip, mou }]) => trip + mou));
  const base = tall - 22;
  const [left, slot] = [34, (wide - 38) / bins.length];
  const y = (count) => base - (count / top) * (base - 18);
  const every = Math.ceil(54 / slot);
  const bars = bins.map(([bin, { trip, mou }], k) => {
    const box = (kind, low, high) => svg("rect", { class: kind, x: left + k * slot + Math.min(2, slot * 0.12), width: Math.max(1, Math.min(46, slot * 0.78)), y: y(high), height: y(low) - y(high) });
    return [
      svg("g", { class: "bin", "data-bin": bin }, svg("title", {}, ui("timeline_bin", { bin, trips: trip, mous: mou })),
        svg("rect", { class: "hit", x: left + k * slot, width: slot, y: 0, height: base }), box("trip", 0, trip), box("mou", trip, trip + mou)),
      k % every === 0 ? write(Math.min(left + k * slot, wide - textWidth(bin)), tall - 6, bin, { class: "tick" }) : null,
    ];
  });
  const lines = unique([top, Math.round(top / 2)]).filter(Boolean).map((count) => [
    svg("line", { class: "grid", x1: left, x2: wide, y1: y(count), y2: y(count) }), write(left - 6, y(count) + 4, number(count), { class: "tick", "text-anchor": "end" }),
  ]);
  const name = ui(`timeline_${unit}s`, { n: drawn.length, from: bins[0][0], to: bins[bins.length - 1][0], top });
  return frame(wide, tall, name, lines, svg("line", { class: "ground", x1: left, x2: wide, y1: base, y2: base }), bars);
}

// The first and the last day of a column.
function binDays(bin) {
  const whole = (text) => text + "-01".repeat((10 - text.length) / 3);
  return [whole(bin), iso(time(whole(next(bin))) - DAY)];
}
