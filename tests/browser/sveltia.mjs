// Compares configurations of Sveltia CMS with its schema, and says of each part what is wrong with it: as a whole, a field
// that is not right makes each collection "not valid under any of the given schemas".
// Usage: node sveltia.mjs FILE, which holds {name: configuration}.
import { readFileSync } from "node:fs";
import Ajv from "ajv";

const FIELDS = {
  hidden: "HiddenField", object: "ObjectFieldWithSubFields", relation: "RelationField", select: "SelectField",
  string: "StringField", text: "TextField"
};
const LEAF = { name: "x", widget: "string" };
const folder = new URL("../node_modules/@sveltia/cms/schema/", import.meta.url);
const schema = JSON.parse(readFileSync(new URL("sveltia-cms.json", folder), "utf-8"));
const ajv = new Ajv.default({ allErrors: true, strict: false, formats: { regex: true, uri: true } });
ajv.addSchema(schema, "sveltia");

function complaints(place, definition, data) {
  const validate = ajv.getSchema(definition ? `sveltia#/definitions/${definition}` : "sveltia");
  const errors = validate(data) ? [] : validate.errors;
  return errors.map(error => {
    const { additionalProperty = "" } = error.params;
    return [place, error.instancePath, error.message, additionalProperty].filter(Boolean).join(" ");
  });
}

function ofField(place, field) {
  const here = `${place}/${field.name}`;
  const inner = field.fields ?? (field.field ? [field.field] : []);
  const list = field.field ? "ListFieldWithSubField" : "ListFieldWithSubFields";
  const leaf = { ...field, ...field.fields && { fields: [LEAF] }, ...field.field && { field: LEAF } };
  return [
    ...complaints(here, field.widget === "list" ? list : FIELDS[field.widget], leaf),
    ...inner.flatMap(one => ofField(here, one))
  ];
}

function ofCollection(collection) {
  const { name, files, fields } = collection;
  const own = files
    ? complaints(name, "FileCollection", { ...collection, files: [] })
    : complaints(name, "EntryCollection", { ...collection, fields: [LEAF] });
  const inside = (files ?? []).flatMap(file => [
    ...complaints(`${name}/${file.name}`, "CollectionFile", { ...file, fields: [LEAF] }),
    ...file.fields.flatMap(field => ofField(`${name}/${file.name}`, field))
  ]);
  return [...own, ...inside, ...(fields ?? []).flatMap(field => ofField(name, field))];
}

function ofConfiguration(configuration) {
  const named = [
    ...complaints("", "CmsConfig", { ...configuration, collections: [] }),
    ...configuration.collections.flatMap(ofCollection)
  ];
  return named.length ? named : complaints("as a whole", "", configuration);
}

const found = Object.entries(JSON.parse(readFileSync(process.argv[2], "utf-8")))
  .map(([name, configuration]) => [name, ofConfiguration(configuration)]);
console.log(JSON.stringify(Object.fromEntries(found)));
