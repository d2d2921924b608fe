import { actions } from "./zh-CN/actions.ts";
import { detail } from "./zh-CN/detail.ts";
import { importing } from "./zh-CN/import.ts";
import { ledger } from "./zh-CN/ledger.ts";
import { notices } from "./zh-CN/notices.ts";
import { pages } from "./zh-CN/pages.ts";
import { shell } from "./zh-CN/shell.ts";

/**
 * The Chinese sentences that come with the first page. A room whose pages come later brings its own (`words.ts`), so
 * that nobody waits for sentences of pages that are not open.
 */
export const first = { ...shell, ...ledger, ...detail, ...actions, ...importing, ...notices, ...pages };
