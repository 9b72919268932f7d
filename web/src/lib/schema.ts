/**
 * Owns what a form needs to know of a JSON Schema: the kind of its field, what it begins with, and how
 * what was typed becomes a value.
 */
import type { Json, JsonObject } from "~/api/shapes";

/** The parts of a JSON Schema that a form can follow. Everything else is edited as JSON. */
export interface Schema {
  type?: string | string[];
  enum?: Json[];
  const?: Json;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  default?: Json;
  title?: string;
  description?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
}

export type Kind = "choice" | "flag" | "integer" | "number" | "text" | "object" | "list" | "json";

/** What a value of a schema is edited with. */
export function kind(schema: Schema): Kind {
  if (schema.enum) return "choice";
  const types = Array.isArray(schema.type) ? schema.type.filter((type) => type !== "null") : [schema.type];
  if (types.length !== 1) return "json";
  switch (types[0]) {
    case "boolean":
      return "flag";
    case "integer":
      return "integer";
    case "number":
      return "number";
    case "string":
      return "text";
    case "object":
      return schema.properties ? "object" : "json";
    case "array":
      return schema.items && kind(schema.items) === "text" ? "list" : "json";
    default:
      return "json";
  }
}

/** A number that was typed; undefined where it is none. */
export function numbered(text: string, whole: boolean): number | undefined {
  if (text.trim() === "") return undefined;
  const value = Number(text);
  return Number.isFinite(value) && (!whole || Number.isInteger(value)) ? value : undefined;
}

/** An object with a member set; without it where the value is undefined. */
export function withMember(object: JsonObject, name: string, value: Json | undefined): JsonObject {
  const next = { ...object };
  if (value === undefined) delete next[name];
  else next[name] = value;
  return next;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
