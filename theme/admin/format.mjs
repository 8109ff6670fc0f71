// Our content files for the form: what is read is text, what is saved changes only the lines that an editor changed.
import { parse, stringify } from "yaml";

const AS_TEXT = { schema: "failsafe", lineWidth: 0 };
/** @type {import("yaml").ToStringOptions} */
const IN_ONE_LINE = { ...AS_TEXT, collectionStyle: "flow", flowCollectionPadding: false };
const KEY = /^[a-z][a-z_]*(?=:)/;
const FRONT = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n([\s\S]*))?$/m;
const SHORT_LIST = 80;
const FILE = "_file";

/**
 * @typedef {object} Layout how files of one kind are made
 * @property {string[]} facts the keys above the text, in the order of their declaration
 * @property {Record<string, string> | null} texts field by heading, the empty one takes the whole text; null: no text
 */

/** @param {Layout} layout @returns the two functions that Sveltia calls a file format */
export function fileFormat(layout) {
  return {
    /** @param {string} file @returns {Record<string, unknown>} the fields, and the file they come from */
    fromFile: (file) => {
      const { front, body } = parts(file, layout);
      return { ...(parse(front, AS_TEXT) ?? {}), ...textsOf(body, layout), [FILE]: file };
    },
    /** @param {Record<string, unknown>} content @returns {string} */
    toFile: ({ [FILE]: file = "", ...content }) => {
      const { front, body } = parts(String(file), layout);
      const fields = /** @type {Record<string, unknown>} */ (filled(content) ?? {});
      const facts = changedFacts(front, fields, layout.facts);
      return layout.texts ? `---\n${facts}---\n\n${changedTexts(body, fields, layout.texts)}` : facts;
    },
  };
}

/** @param {string} file @param {Layout} layout */
function parts(file, { texts }) {
  if (!texts) return { front: file && `${file.trimEnd()}\n`, body: "" };
  const [, front = "", body = ""] = FRONT.exec(file) ?? [];
  if (file && !front) throw new SyntaxError("Die Angaben am Anfang der Datei fehlen.");
  return { front, body: body.trim() };
}

/**
 * The lines of every key as they are written; new lines for what is new.
 * @param {string} front @param {Record<string, unknown>} fields @param {string[]} order
 */
function changedFacts(front, fields, order) {
  const before = parse(front, AS_TEXT) ?? {};
  const written = pieces(front.split("\n").slice(0, -1), (line) => KEY.exec(line)?.[0]);
  const lines = written.flatMap(({ name, lines }) => {
    if (name === undefined || same(filled(before[name]), fields[name])) return lines;
    return name in fields ? [line(name, fields[name])] : [];
  });
  const added = order.filter((name) => name in fields && !(name in before)).map((name) => line(name, fields[name]));
  return [...lines, ...added].map((text) => `${text}\n`).join("");
}

/** @param {string} name @param {unknown} value */
function line(name, value) {
  const list = Array.isArray(value) && value.every((one) => typeof one === "string") ? value : [];
  const short = list.length > 0 && list.reduce((length, one) => length + one.length + 2, 0) <= SHORT_LIST;
  return (short ? `${name}: ${stringify(value, IN_ONE_LINE)}` : stringify({ [name]: value }, AS_TEXT)).trimEnd();
}

/** @param {string} body @param {Layout} layout @returns {Record<string, string>} */
function textsOf(body, { texts }) {
  if (!texts) return {};
  if ("" in texts) return { [texts[""]]: body };
  const found = sections(body).filter(({ name = "" }) => name in texts);
  return Object.fromEntries(found.map(({ name = "", lines }) => [texts[name], lines.slice(1).join("\n").trim()]));
}

/**
 * The sections in the order of the file; a new one after the last that is declared before it.
 * @param {string} body @param {Record<string, unknown>} fields @param {Record<string, string>} texts
 */
function changedTexts(body, fields, texts) {
  if ("" in texts) return `${fields[texts[""]] ?? ""}\n`;
  const headings = Object.keys(texts);
  const written = sections(body).map(({ name = "", lines }) => ({
    name,
    text: texts[name] ? fields[texts[name]] : lines.join("\n").trim(),
  }));
  for (const [rank, name] of headings.entries()) {
    if (written.some((section) => section.name === name) || !(texts[name] in fields)) continue;
    const above = written.findLastIndex((section) => headings.slice(0, rank).includes(section.name));
    written.splice(above + 1, 0, { name, text: fields[texts[name]] });
  }
  const left = written.filter(({ text }) => text);
  return left.map(({ name, text }) => (texts[name] ? `## ${name}\n\n${text}\n` : `${text}\n`)).join("\n");
}

/** @param {string} body */
function sections(body) {
  let fence = "";
  return pieces(body.split("\n"), (line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
    if (mark && !fence) fence = mark;
    else if (mark.startsWith(fence)) fence = "";
    return fence ? undefined : /^##[ \t]+(.*?)[ \t#]*$/.exec(line)?.[1];
  });
}

/**
 * Lines cut where something with a name begins; what stands before the first has none.
 * @param {string[]} lines @param {(line: string) => string | undefined} nameOf
 */
function pieces(lines, nameOf) {
  /** @type {{ name?: string, lines: string[] }[]} */
  const found = [{ lines: [] }];
  for (const line of lines) {
    const name = nameOf(line);
    if (name !== undefined) found.push({ name, lines: [] });
    found[found.length - 1].lines.push(line);
  }
  return found.filter(({ lines }) => lines.length > 0);
}

/**
 * A value as text, without what nobody filled in; undefined when nothing is left.
 * @param {unknown} value @returns {unknown}
 */
function filled(value) {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return someOf(value.map(filled).filter((one) => one !== undefined));
  if (typeof value !== "object") return String(value).trim() || undefined;
  const entries = Object.entries(value).map(([key, one]) => [key, filled(one)]);
  return someOf(Object.fromEntries(entries.filter(([, one]) => one !== undefined)));
}

/** @template {object} T @param {T} value */
const someOf = (value) => (Object.keys(value).length ? value : undefined);

/** @param {unknown} one @param {unknown} other */
const same = (one, other) => canonical(one) === canonical(other);

/** @param {unknown} value */
const canonical = (value) =>
  JSON.stringify(value, (_, one) =>
    one && typeof one === "object" && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).sort()) : one,
  );
