/**
 * Owns `src/api/schema.d.ts`: types of the service, made from its committed OpenAPI document, and of what
 * the document calls an object because a schema of its own describes it (`docs/schemas`).
 *
 * It must read nothing but files of this repository, so that the same files give the same types.
 */
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const docs = new URL("../../docs/", import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, docs), "utf8"));

/** The schemas that are taken in, with the name that each gets. */
const OWN = { Finding: "schemas/finding.json", Manifest: "schemas/manifest.json", TurnInput: "schemas/turn.json" };

const document = read("openapi.json");
for (const [name, path] of Object.entries(OWN)) {
  const schema = JSON.parse(
    JSON.stringify(read(path)).replaceAll('"#/$defs/', `"#/components/schemas/${name}.`),
  );
  for (const [part, definition] of Object.entries(schema.$defs ?? {})) {
    document.components.schemas[`${name}.${part}`] = definition;
  }
  delete schema.$defs;
  delete schema.$schema;
  document.components.schemas[name] = schema;
}

const head = "// Made by `npm run types` from docs/openapi.json and docs/schemas. Never edited by hand.\n\n";
const target = new URL("../src/api/schema.d.ts", import.meta.url);
const options = { defaultNonNullable: false, emptyObjectsUnknown: true };
const now = head + astToString(await openapiTS(document, options));

if (!process.argv.includes("--check")) {
  writeFileSync(target, now);
} else if (readFileSync(target, "utf8") !== now) {
  console.error("src/api/schema.d.ts is not what docs/openapi.json comes to; `npm run types` renews it");
  process.exitCode = 1;
}
