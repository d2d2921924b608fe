import { actions } from "./zh-CN/actions.ts";
import { closeOut } from "./zh-CN/close-out.ts";
import { closing } from "./zh-CN/closing.ts";
import { complaints } from "./zh-CN/complaints.ts";
import { detail } from "./zh-CN/detail.ts";
import { importing } from "./zh-CN/import.ts";
import { importColumns } from "./zh-CN/import-columns.ts";
import { importComplaints } from "./zh-CN/import-complaints.ts";
import { importReading } from "./zh-CN/import-reading.ts";
import { importUndo } from "./zh-CN/import-undo.ts";
import { inTray } from "./zh-CN/in-tray.ts";
import { ledger } from "./zh-CN/ledger.ts";
import { notices } from "./zh-CN/notices.ts";
import { pages } from "./zh-CN/pages.ts";
import { plans } from "./zh-CN/plans.ts";
import { progress } from "./zh-CN/progress.ts";
import { progressForms } from "./zh-CN/progress-forms.ts";
import { publicDesk } from "./zh-CN/public.ts";
import { rules } from "./zh-CN/rules.ts";
import { shell } from "./zh-CN/shell.ts";
import { signIn } from "./zh-CN/sign-in.ts";
import { supervision } from "./zh-CN/supervision.ts";
import { terminals } from "./zh-CN/terminals.ts";

/** Every sentence of the interface in Chinese, the first language. */
export const zhCN = {
	...shell,
	...inTray,
	...ledger,
	...detail,
	...actions,
	...closeOut,
	...closing,
	...complaints,
	...importing,
	...importColumns,
	...importComplaints,
	...notices,
	...importReading,
	...importUndo,
	...pages,
	...plans,
	...progress,
	...progressForms,
	...publicDesk,
	...rules,
	...signIn,
	...supervision,
	...terminals,
};

export type Messages = { readonly [K in keyof typeof zhCN]: string };
