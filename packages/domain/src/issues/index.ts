export * from "./commands.ts";
export * from "./events.ts";
export * from "./import.ts";
export * from "./proposal.ts";
export * from "./rules-elements.ts";
export * from "./schema.ts";
export * from "./view.ts";
