export { createServices } from "./create-services.ts";
export * from "./errors.ts";
export { createVault, type Vault } from "./kit/vault.ts";
export * from "./ports.ts";
export * from "./services.ts";
