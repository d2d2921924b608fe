export { findUnits } from "./find-units.ts";
export * from "./pickers.tsx";
