export * from "./action.ts";
export * from "./can.ts";
export * from "./policy.ts";
export { rolesFor } from "./refusals.ts";
export * from "./resource.ts";
export * from "./schema.ts";
