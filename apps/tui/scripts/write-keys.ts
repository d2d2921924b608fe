import { writeFileSync } from "node:fs";
import { keysPage } from "../src/keys-page.ts";

writeFileSync(new URL("../../../docs/keys.md", import.meta.url), keysPage());
