/**
 * Whether an office is open at this moment: an addition to the table of its hours, by the clock in Germany and not by
 * that of the visitor. Times are minutes after midnight, days are counted from the first of January 1970.
 */

const DAY = 24 * 60;
const MINUTE = 60_000;
const LOOK_AHEAD = 14;
const BERLIN = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Berlin",
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
});

/**
 * The spans of each day of the week from Monday on, a night with the day on which it begins; the names of the holidays by day, for whole years, or null for an
 * office that holidays do not close.
 * @typedef {{ week: number[][][], holidays: Record<string, string> | null }} Hours
 */

/**
 * `until` is the minute at which it closes, counted from the midnight before `moment`; `opens` the next opening.
 * @typedef {{ minute: number, until?: number, holiday?: string, opens?: { day: number, away: number, minute: number } }} State
 */

/** Say at every table of opening hours what holds now, and again each minute. */
export function showOpeningState() {
  /** @type {HTMLElement[]} */
  const places = Array.from(document.querySelectorAll("[data-opening-hours]"));
  if (places.length === 0) return;
  const refresh = () => places.forEach(show);
  refresh();
  setTimeout(() => (refresh(), setInterval(refresh, MINUTE)), MINUTE - (Date.now() % MINUTE));
  document.addEventListener("visibilitychange", refresh);
}

/** @param {HTMLElement} place */
function show(place) {
  const text = sentence(place.dataset, new Date());
  const spot = place.querySelector("strong");
  if (spot && spot.textContent !== text) spot.textContent = text;
  place.hidden = text === "";
}

/**
 * What the page says at a moment, in the words that the template gives; nothing when the holidays are not known.
 * @param {DOMStringMap} words
 * @param {Date} moment
 */
export function sentence(words, moment) {
  const { openingHours, holidays } = words;
  const state = stateAt({ week: JSON.parse(openingHours ?? "[]"), holidays: JSON.parse(holidays ?? "null") }, moment);
  if (!state) return "";
  if (state.until !== undefined) return openWords(words, state.until, state.minute);
  const closed = state.holiday ? words.holiday?.replace("{holiday}", state.holiday) : words.closed;
  return [closed, state.opens && openingWords(words, state.opens)].filter(Boolean).join(" – ");
}

/**
 * @param {DOMStringMap} words
 * @param {number} until
 * @param {number} now
 */
function openWords(words, until, now) {
  return (until - now > DAY ? words.always : words.open)?.replace("{time}", clock(until)) ?? "";
}

/**
 * @param {DOMStringMap} words
 * @param {{ day: number, away: number, minute: number }} opens
 */
function openingWords(words, { day, away, minute }) {
  const pattern = [words.today, words.tomorrow][away] ?? words.later;
  const date = away < 7 ? {} : /** @type {const} */ ({ day: "numeric", month: "long" });
  const format = new Intl.DateTimeFormat(words.locale ?? "de", { timeZone: "UTC", weekday: "long", ...date });
  return pattern?.replace("{day}", format.format(dateOf(day))).replace("{time}", clock(minute));
}

/**
 * @param {Hours} hours
 * @param {Date} moment
 * @returns {State | null} null when the holidays of the days to come are not known
 */
export function stateAt(hours, moment) {
  const { day, minute } = inBerlin(moment);
  if (!isKnown(hours, day) || !isKnown(hours, day + LOOK_AHEAD)) return null;
  const lastNight = spansOn(hours, day - 1).map(([opens, closes]) => [opens - DAY, closes - DAY]);
  const span = [...lastNight, ...spansOn(hours, day)].find(([opens, closes]) => opens <= minute && minute < closes);
  if (span) return { minute, until: closing(hours, day, span[1]) };
  return { minute, holiday: holidayOn(hours, day), opens: nextOpening(hours, day, minute) };
}

/** @param {Date} moment */
function inBerlin(moment) {
  const parts = Object.fromEntries(BERLIN.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const day = Date.UTC(parts.year, parts.month - 1, parts.day) / (DAY * MINUTE);
  return { day, minute: parts.hour * 60 + parts.minute };
}

/**
 * @param {Hours} hours
 * @param {number} day
 */
function spansOn(hours, day) {
  return holidayOn(hours, day) ? [] : hours.week[(day + 3) % 7];
}

/**
 * The minute at which it closes after all: what ends at midnight goes on when the next day begins open.
 * @param {Hours} hours
 * @param {number} today
 * @param {number} closes
 */
function closing(hours, today, closes) {
  for (let away = 1; away <= 7 && closes === away * DAY; away++) {
    const first = spansOn(hours, today + away).find(([opens]) => opens === 0);
    if (first) closes = away * DAY + first[1];
  }
  return closes;
}

/**
 * @param {Hours} hours
 * @param {number} today
 * @param {number} now
 */
function nextOpening(hours, today, now) {
  for (let away = 0; away <= LOOK_AHEAD; away++) {
    const span = spansOn(hours, today + away).find(([opens]) => away > 0 || opens > now);
    if (span) return { day: today + away, away, minute: span[0] };
  }
  return undefined;
}

/**
 * @param {Hours} hours
 * @param {number} day
 */
function holidayOn({ holidays }, day) {
  return holidays?.[dateOf(day).toISOString().slice(0, 10)];
}

/**
 * @param {Hours} hours
 * @param {number} day
 */
function isKnown({ holidays }, day) {
  return holidays === null || `${dateOf(day).getUTCFullYear()}-01-01` in holidays;
}

/** @param {number} day */
function dateOf(day) {
  return new Date(day * DAY * MINUTE);
}

/** @param {number} minute */
function clock(minute) {
  const ofDay = minute % DAY || (minute && DAY);
  return `${Math.floor(ofDay / 60)}:${String(ofDay % 60).padStart(2, "0")}`;
}
