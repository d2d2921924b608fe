export * from "./assignment.ts";
export * from "./chain.ts";
export * from "./commands.ts";
export * from "./person.ts";
export * from "./regions.ts";
export * from "./schema.ts";
export * from "./unit.ts";
export * from "./unit-kind.ts";
