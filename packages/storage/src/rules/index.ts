export { loadRegionBook, loadRegionRules, saveRegionRules } from "./store.ts";
