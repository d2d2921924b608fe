export { createServices } from "./create-services.ts";
export * from "./errors.ts";
export * from "./ports.ts";
export * from "./services.ts";
