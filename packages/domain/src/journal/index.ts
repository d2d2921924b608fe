export * from "./canonical.ts";
export * from "./schema.ts";
