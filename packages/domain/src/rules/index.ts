export * from "./base-params.ts";
export * from "./built-in.ts";
export * from "./define.ts";
export * from "./params.ts";
export * from "./resolve.ts";
export * from "./schema.ts";
export * from "./split.ts";
