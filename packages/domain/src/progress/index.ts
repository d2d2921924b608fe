export * from "./actions.ts";
export * from "./commands.ts";
export * from "./decide.ts";
export * from "./events.ts";
export * from "./evolve.ts";
export * from "./history.ts";
export * from "./lifecycle.ts";
export * from "./schema.ts";
