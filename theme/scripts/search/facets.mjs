/** Facets: which hits are left when some are chosen, and how many each choice would leave. */

/** @typedef {{provider: string, ways: string[], audience: string[], topics: string[]}} Service */
/** @typedef {Record<string, string[]>} Chosen the values chosen in each facet, by its name in the address */
/** @typedef {Record<string, [value: string, count: number][]>} Counts */

/** @type {Record<string, string>} */
const AUDIENCES = { citizens: "buerger", businesses: "unternehmen" };
const ONLINE = ["online", "portal"];

/** @type {Record<string, (service: Service) => string[]>} */
const VALUES = {
  fuer: ({ audience }) => audience.map((one) => AUDIENCES[one] ?? one),
  thema: ({ topics }) => topics,
  nur: ({ ways }) => (ways.some((way) => ONLINE.includes(way)) ? ["online"] : []),
  zustaendig: ({ provider }) => [provider],
};

/**
 * The services that have one of the chosen values in every facet.
 * @template {Service} S
 * @param {S[]} services
 * @param {Chosen} chosen
 * @param {string} [except] a facet that does not count
 * @returns {S[]}
 */
export function matching(services, chosen, except) {
  const asked = Object.keys(VALUES).filter((name) => name !== except && chosen[name]?.length);
  return services.filter((service) =>
    asked.every((name) => VALUES[name](service).some((value) => chosen[name].includes(value))),
  );
}

/**
 * For each facet the values among the services, most frequent first, with the number of hits that each would leave
 * under the other facets' choices.
 * @param {Service[]} services
 * @param {Chosen} chosen
 * @returns {Counts}
 */
export function counts(services, chosen) {
  return Object.fromEntries(
    Object.entries(VALUES).map(([name, valuesOf]) => {
      const left = tally(matching(services, chosen, name), valuesOf);
      const all = [...tally(services, valuesOf)].sort(([, one], [, other]) => other - one);
      return [name, all.map(([value]) => [value, left.get(value) ?? 0])];
    }),
  );
}

/**
 * @param {Service[]} services
 * @param {(service: Service) => string[]} valuesOf
 * @returns {Map<string, number>}
 */
function tally(services, valuesOf) {
  const found = new Map();
  for (const value of services.flatMap(valuesOf)) found.set(value, (found.get(value) ?? 0) + 1);
  return found;
}
