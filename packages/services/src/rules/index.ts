export { authoriseRules, regionRulesId } from "./region-facts.ts";
