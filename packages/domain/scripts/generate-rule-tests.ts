import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ruleTests } from "./rule-tests.ts";

// Writes which tests show which rule. Run it after adding a rule or a test of one: `pnpm --filter @zhenggai/domain rule-tests`.
const file = join(import.meta.dirname, "../src/rule-tests.json");
writeFileSync(file, `${JSON.stringify(ruleTests(), null, "\t")}\n`);
