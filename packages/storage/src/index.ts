export * from "./db/index.ts";
export * from "./embedded/index.ts";
export * from "./journal/index.ts";
export type { StorageLog } from "./log.ts";
export * from "./tx/index.ts";
