import { ledger } from "./zh-CN/ledger.ts";
import { shell } from "./zh-CN/shell.ts";

/**
 * The Chinese sentences that come with the first page. What comes later brings its own (`words.ts`, `form-words.ts`,
 * `page-words.ts`), so that nobody waits for sentences of pages that are not open.
 */
export const first = { ...shell, ...ledger };
