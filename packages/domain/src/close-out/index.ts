export * from "./proposal.ts";
