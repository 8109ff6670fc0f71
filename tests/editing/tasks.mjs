// What the tests ask of the form's own module and of the libraries it comes with.
import { Validator } from "@cfworker/json-schema";
import { parse } from "yaml";
import { fileFormat } from "../../theme/admin/format.mjs";

export const tasks = {
  saved: ({ layout, files }) => files.map((file) => saved(layout, file, {})),
  changed: ({ layout, file, changes }) => saved(layout, file, changes),
  created: ({ layout, content }) => fileFormat(layout).toFile(content),
  fields: ({ layout, file }) => fileFormat(layout).fromFile(file),
  violations({ schema, fronts }) {
    const validator = new Validator(schema, "7", false);
    const complaints = (front) => validator.validate(parse(front) ?? {}).errors;
    return fronts.map((front) => complaints(front).map((found) => `${found.instanceLocation}: ${found.error}`));
  },
};

/** Open a file, change fields, save: as Sveltia does it, which trims a file before it is read. */
function saved(layout, file, changes) {
  const format = fileFormat(layout);
  return `${format.toFile({ ...format.fromFile(file.trim()), ...changes }).trim()}\n`;
}
