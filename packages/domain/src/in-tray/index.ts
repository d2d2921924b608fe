export * from "./at.ts";
export * from "./lateness.ts";
export * from "./lists.ts";
export * from "./parties.ts";
export * from "./schema.ts";
export * from "./view.ts";
