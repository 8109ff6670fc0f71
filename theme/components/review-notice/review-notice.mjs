/** Whether a page should have been reviewed before today, by the calendar in Germany: true without a new build. */

const BERLIN = new Intl.DateTimeFormat("en", {
  timeZone: "Europe/Berlin",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** Show every notice whose day is over. */
export function showOverdueReviews() {
  /** @type {HTMLElement[]} */
  const places = Array.from(document.querySelectorAll("[data-review-by]"));
  const today = isoDay(new Date());
  for (const place of places) place.hidden = today <= (place.dataset.reviewBy ?? "");
}

/** @param {Date} moment @returns {string} its day in Germany: `2027-01-31` */
function isoDay(moment) {
  const parts = Object.fromEntries(BERLIN.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}
