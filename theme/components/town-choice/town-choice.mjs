/** The town somebody lives in, remembered in the address alone: `?ort=rurheim` goes along inside the portal of a Kreis. */

const NAME = "ort";

/** Put the chosen town first wherever towns are listed, and let every way through the portal keep it. */
export function followTown() {
  const town = chosenTown();
  if (!town) return;
  for (const entry of document.querySelectorAll(`[data-town="${town}"]`)) putFirst(entry);
  for (const form of document.querySelectorAll("form[data-search]")) form.append(hidden(town));
  const keep = () => document.querySelectorAll("a[href]").forEach(keepTown);
  keep();
  new MutationObserver(keep).observe(document.body, { childList: true, subtree: true });
}

/** @param {Element} entry */
function putFirst(entry) {
  entry.parentElement?.prepend(entry);
  const link = entry.querySelector("a");
  link?.setAttribute("aria-current", "true");
  link?.classList.replace("kern-btn--secondary", "kern-btn--primary");
}

/** @param {string} town */
function hidden(town) {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = NAME;
  field.value = town;
  return field;
}

/** @param {Element} link */
function keepTown(link) {
  if (!(link instanceof HTMLAnchorElement) || link.getAttribute("href")?.startsWith("#")) return;
  const address = inTown(link.href);
  if (address !== link.href) link.href = address;
}

/**
 * An address inside the portal with the chosen town; any other one as it is.
 * @param {string} address
 */
export function inTown(address) {
  const town = chosenTown();
  const url = new URL(address, location.href);
  if (!town || url.origin !== location.origin || url.searchParams.has(NAME)) return address;
  url.searchParams.set(NAME, town);
  return url.href;
}

function chosenTown() {
  const town = new URLSearchParams(location.search).get(NAME) ?? "";
  return /^[a-z0-9-]{1,80}$/.test(town) ? town : "";
}
