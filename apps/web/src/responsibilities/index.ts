export * from "./pickers.tsx";
