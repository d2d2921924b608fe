export { SAMPLE_ACCOUNTS } from "./data/accounts.ts";
export { loadSample } from "./load.ts";
