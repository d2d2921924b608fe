export { FindingList, Findings } from "./findings.tsx";
export { RuleLink } from "./rule-link.tsx";
export { Why } from "./why.tsx";
