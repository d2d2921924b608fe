export { loadCalendarYears, saveCalendarYear } from "./calendar-store.ts";
export { loadRegionBook, loadRegionRules, saveRegionRules } from "./store.ts";
